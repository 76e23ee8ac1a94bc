package judge.learner;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import judge.words.Limits;
import judge.words.Wait;

/**
 * The threads of one task: whoever is started in it, or by one of them, belongs to it.
 *
 * <p>So what an earlier task has left behind is of no account, and an exception that ends a thread
 * is known, in the words that Java itself prints.
 */
public final class TaskThreads extends ThreadGroup {

  /** An exception that nobody has caught, and the thread that it has ended. */
  public record Death(long threadId, String thread, Throwable cause) {

    public String describe() {
      return thread + " has been ended by " + Learner.describe(cause);
    }
  }

  private static final int MOST_TOLD = 2;
  private static final long ENOUGH = Limits.TASK * 400_000L; // nanoseconds

  private static final Set<Thread> OURS =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private static final Set<Thread> FORGOTTEN =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private static volatile TaskThreads current = new TaskThreads(line -> {});

  private final Consumer<String> story;
  private final long start = System.nanoTime();
  private final List<Death> deaths = new CopyOnWriteArrayList<>();
  private final AtomicInteger told = new AtomicInteger();

  private TaskThreads(Consumer<String> story) {
    super("task");
    this.story = story;
  }

  /**
   * From here on, these are the task's threads.
   *
   * @param story is told of those that exceptions end
   */
  public static TaskThreads begin(Consumer<String> story) {
    current = new TaskThreads(story);
    return current;
  }

  /** Whether this thread belongs to a task that is over. */
  public static boolean isLate() {
    TaskThreads task = taskOf(Thread.currentThread());
    return task != null && task != current;
  }

  /** Whether a thread of any task is still alive. */
  public static boolean anyLeft() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> taskOf(thread) != null && !isOfOkHttp(thread));
  }

  /** The task to which a thread belongs, or null. */
  private static TaskThreads taskOf(Thread thread) {
    ThreadGroup group = thread.getThreadGroup(); // null if it has just ended
    while (group != null && !(group instanceof TaskThreads)) {
      group = group.getParent();
    }
    return (TaskThreads) group;
  }

  /** Whether the machine is so slow that what is done again and again has been done enough. */
  public static boolean isSlow() {
    return System.nanoTime() - current.start > ENOUGH;
  }

  /**
   * Whether the learner's code has kept the task from its end: a thread that has computed for a
   * quarter of the time, or one that does not move, and neither sleeps nor waits for a client.
   *
   * @param millis how long the task has been running
   */
  public static boolean areStuck(int millis) {
    ThreadMXBean bean = ManagementFactory.getThreadMXBean();
    Map<Thread, StackTraceElement[]> before = stacks();
    Wait.pause(100);
    return stacks().entrySet().stream()
        .filter(entry -> Learner.line(entry.getValue()).isPresent())
        .anyMatch(entry -> bean.getThreadCpuTime(entry.getKey().getId()) > millis * 250_000L
            || Learner.isStuck(entry.getKey(), entry.getValue(), before.get(entry.getKey())));
  }

  /** A thread of the judge's, not started. */
  public static Thread ours(Runnable work, String name) {
    return ours(null, work, name);
  }

  public static Thread ours(ThreadGroup group, Runnable work, String name) {
    Thread thread = new Thread(group, work, name);
    thread.setDaemon(true);
    OURS.add(thread);
    return thread;
  }

  public static void addOurs(Thread thread) {
    OURS.add(thread);
  }

  public static boolean isOurs(Thread thread) {
    return OURS.contains(thread);
  }

  /** The task's, or check's, living threads that the learner's code has made. */
  public static List<Thread> learners() {
    return Arrays.stream(members(scope()))
        .filter(thread -> !isOurs(thread) && !isOfOkHttp(thread))
        .toList();
  }

  private static boolean isOfOkHttp(Thread thread) {
    return thread.getName().startsWith("OkHttp") || thread.getName().startsWith("Okio");
  }

  /** The check that asks, of several that run side by side, or else the task. */
  private static ThreadGroup scope() {
    CheckThreads check = CheckThreads.current();
    return check == null ? current : check;
  }

  private static Thread[] members(ThreadGroup group) {
    Thread[] members = new Thread[group.activeCount() + 16];
    int count = group.enumerate(members);
    while (count == members.length) { // there may be more
      members = new Thread[2 * count];
      count = group.enumerate(members);
    }
    return Arrays.copyOf(members, count);
  }

  /** What these threads do is told no more: they belong to a pool that has been judged. */
  public static void forget(Collection<Thread> threads) {
    FORGOTTEN.addAll(threads);
  }

  /** Where they and the judge's own threads stand. */
  public static Map<Thread, StackTraceElement[]> stacks() {
    Map<Thread, StackTraceElement[]> stacks = Thread.getAllStackTraces();
    ThreadGroup scope = scope();
    stacks.keySet().removeIf(thread -> !isIn(scope, thread) || FORGOTTEN.contains(thread));
    return stacks;
  }

  /** Where each thread that runs the learner's code stands now, one line each. */
  public static List<String> threads() {
    return stacks().entrySet().stream()
        .filter(entry -> Learner.line(entry.getValue()).isPresent())
        .map(entry -> Learner.describe(entry.getKey(), entry.getValue()))
        .sorted()
        .toList();
  }

  /** How many threads read from a socket for the learner now. */
  public static int readers() {
    return (int) stacks().values().stream().filter(Learner::isReading).count();
  }

  private static boolean isIn(ThreadGroup scope, Thread thread) {
    ThreadGroup group = thread.getThreadGroup(); // null if it has just ended
    return group != null && scope.parentOf(group);
  }

  /** The task's threads that exceptions have ended so far. */
  public static List<Death> deaths() {
    return List.copyOf(current.deaths);
  }

  @Override
  public void uncaughtException(Thread thread, Throwable cause) {
    Death death = new Death(thread.getId(), thread.getName(), cause);
    deaths.add(death);
    if (this == current && told.incrementAndGet() <= MOST_TOLD) {
      story.accept(death.describe());
    }
    try {
      super.uncaughtException(thread, cause);
    } catch (Error e) {
      // The task is over: nothing is printed any more.
    }
  }
}
