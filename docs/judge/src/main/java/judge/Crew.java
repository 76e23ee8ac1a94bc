package judge;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.LockSupport;
import judge.learner.TaskThreads;

/**
 * Threads that make one call after another, as long as it is open: to start a thread takes longer
 * than most calls. It serves the thread that has opened it.
 */
public final class Crew implements AutoCloseable {

  private static final ThreadLocal<Crew> OPEN = new ThreadLocal<>();

  private final Deque<Member> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean isClosed;

  private Crew() {}

  /** From here on, calls of this thread are made by a crew's threads. */
  public static Crew open() {
    Crew crew = new Crew();
    OPEN.set(crew);
    return crew;
  }

  /** Lets a thread do the work, one of a crew or a new one, and tells which. */
  static Thread run(Runnable work, String name) {
    Crew crew = OPEN.get();
    Member member = crew == null ? null : crew.idle.poll();
    if (member != null) {
      member.take(work, name);
      return member.thread;
    }
    Thread thread =
        crew == null ? TaskThreads.ours(work, name) : crew.new Member(work, name).thread;
    thread.start();
    return thread;
  }

  /** Those at work end when they have done it. */
  @Override
  public void close() {
    OPEN.remove();
    isClosed = true;
    idle.forEach(member -> LockSupport.unpark(member.thread));
  }

  /** A thread, and what it does now or next. */
  private final class Member {

    private final Thread thread;
    private volatile Runnable work;

    Member(Runnable first, String name) {
      work = first;
      thread = TaskThreads.ours(this::goOn, name);
    }

    void take(Runnable next, String name) {
      thread.setName(name);
      work = next;
      LockSupport.unpark(thread);
    }

    private void goOn() {
      while (!isClosed) {
        work.run();
        work = null;
        Thread.interrupted(); // one that was meant for this work must not meet the next
        idle.push(this);
        while (work == null && !isClosed) {
          LockSupport.park(this);
        }
      }
    }
  }
}
