package threads;

import java.lang.Thread.State;
import java.lang.management.LockInfo;
import java.lang.management.MonitorInfo;
import java.lang.management.ThreadInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Makes of what the JDK says about a thread what a learner wants to know. Part of the agent. */
final class Eye {

  /** The loader of what is on the class path: the learner's code, and the listings. */
  private static final String LEARNERS = "app";

  private static final Set<String> SOCKETS = Set.of(
      "java.net.ServerSocket",
      "java.net.Socket$SocketInputStream",
      "sun.nio.ch.NioSocketImpl",
      "sun.nio.ch.ServerSocketChannelImpl",
      "sun.nio.ch.SocketChannelImpl");
  private static final Set<String> WAITING_FOR_CLIENTS = Set.of("accept", "implAccept", "read");
  private static final Set<String> WAITING_FOR_THREADS =
      Set.of("join", "get", "awaitTermination", "close");

  private Eye() {}

  /**
   * @param threads all threads, by the number that the JDK gives to each object
   */
  static Seen see(ThreadInfo info, Map<Integer, Long> threads) {
    StackTraceElement[] stack = info.getStackTrace();
    int mine = 0;
    while (mine < stack.length && !isLearners(stack[mine])) {
      mine++;
    }
    boolean hasLine = mine < stack.length;
    String call = mine == 0 ? "" : stack[hasLine ? mine - 1 : 0].getMethodName();
    Doing doing = doing(info, Stream.of(stack).limit(mine).toList(), call);
    return new Seen(
        info.getThreadId(),
        info.getThreadName(),
        doing,
        call,
        hasLine ? stack[mine].getMethodName() : "",
        hasLine ? stack[mine].getFileName() + ":" + stack[mine].getLineNumber() : "",
        info.getLockInfo() == null ? "" : name(info.getLockInfo()),
        waitsFor(info, doing, threads),
        Stream.of(info.getLockedMonitors())
            .filter(lock -> isLearners(lock.getLockedStackFrame()))
            .map((MonitorInfo lock) -> name(lock))
            .distinct()
            .toList());
  }

  private static boolean isLearners(StackTraceElement frame) {
    return LEARNERS.equals(frame.getClassLoaderName());
  }

  /**
   * @param above what is on the stack above the learner's code
   */
  private static Doing doing(ThreadInfo info, List<StackTraceElement> above, String call) {
    if (info.getThreadState() == State.RUNNABLE) {
      boolean isWaiting = above.stream()
          .anyMatch(frame -> SOCKETS.contains(frame.getClassName())
              && WAITING_FOR_CLIENTS.contains(frame.getMethodName()));
      return isWaiting ? Doing.CLIENT : Doing.RUNS;
    } else if (info.getThreadState() == State.BLOCKED || isOwned(info)) {
      return Doing.LOCK;
    } else if (above.stream().anyMatch(frame -> frame.getMethodName().startsWith("sleep"))) {
      return Doing.SLEEPS;
    }
    return WAITING_FOR_THREADS.contains(call) ? Doing.THREAD : Doing.JOB;
  }

  /** Whether it waits for a lock that another one has; in wait() nobody needs to have it. */
  private static boolean isOwned(ThreadInfo info) {
    return info.getLockOwnerId() > 0 && info.getLockInfo().getClassName().contains("Lock$");
  }

  private static long waitsFor(ThreadInfo info, Doing doing, Map<Integer, Long> threads) {
    return switch (doing.letter()) {
      case 'l' -> Math.max(0, info.getLockOwnerId());
      case 't' ->
        info.getLockInfo() == null
            ? 0
            : threads.getOrDefault(info.getLockInfo().getIdentityHashCode(), 0L);
      default -> 0;
    };
  }

  /** As its toString says it, without the package and the class around it. */
  private static String name(LockInfo lock) {
    String name = lock.getClassName();
    int start = Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1;
    return name.substring(start) + "@" + Integer.toHexString(lock.getIdentityHashCode());
  }
}
