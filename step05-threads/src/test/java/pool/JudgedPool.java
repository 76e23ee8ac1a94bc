package pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import judge.Call;
import judge.learner.Story;
import judge.learner.TaskThreads;
import judge.verdict.Failure;
import judge.words.Limits;
import judge.words.Wait;
import pool.seen.CloseCall;
import pool.seen.ExecuteCall;
import pool.seen.PoolThread;
import pool.seen.Work;
import pool.seen.Workers;
import pool.why.HandOver;

/**
 * The learner's pool, its threads, and the jobs it was given.
 *
 * <p>Whatever calls the learner's code does so in a thread of its own, so that nothing holds up the
 * judge. How many jobs run at a time is judged by letting them meet, never by a clock.
 */
@SuppressWarnings("try") // what close of the learner's may throw, the test finds out
public final class JudgedPool implements AutoCloseable {

  static final String EXECUTE = "pool.execute(job)";
  static final int SLICE = 20;

  private static final int PAUSE = 1;

  /** Nanoseconds that a look takes at most on a machine with nothing else to do. */
  private static final long LONG_LOOK = (SLICE + 5) * 1_000_000L;

  private final int size;
  private final Executor executor;
  private final AutoCloseable closeable;
  private final Set<Long> before;
  private final Set<Thread> seen = ConcurrentHashMap.newKeySet();
  private final Jobs jobs = new Jobs();
  private final List<Runnable> atEnd = new ArrayList<>();
  private volatile boolean isOver;
  private boolean isClosing;

  private <P extends Executor & AutoCloseable> JudgedPool(int size, P pool, Set<Long> before) {
    this.size = size;
    executor = pool;
    closeable = pool;
    this.before = before;
    living();
  }

  /** Makes a pool: {@code JudgedPool.start(4, ThreadPool::new)}. */
  public static <P extends Executor & AutoCloseable> JudgedPool start(
      int size, IntFunction<P> constructor) {
    Story.tell("new ThreadPool(" + size + ") is made");
    return quietly(size, constructor);
  }

  /** The same, and nothing is told. */
  @SuppressWarnings("unchecked") // the constructor's own type
  static <P extends Executor & AutoCloseable> JudgedPool quietly(
      int size, IntFunction<P> constructor) {
    Set<Long> before =
        TaskThreads.learners().stream().map(Thread::getId).collect(Collectors.toSet());
    Call call = Call.quietly("new ThreadPool(" + size + ")", () -> constructor.apply(size));
    if (!call.isBackWithin(Limits.LATER)) {
      throw Failure.because(HandOver.constructorHangs(size));
    }
    return new JudgedPool(size, (P) call.expectReturn(), before);
  }

  int size() {
    return size;
  }

  Jobs jobs() {
    return jobs;
  }

  // ---- threads ----

  /** Those that have not ended. */
  List<Thread> living() {
    List<Thread> living = Stream.concat(
            TaskThreads.learners().stream().filter(thread -> !before.contains(thread.getId())),
            jobs.runners().stream())
        .filter(Thread::isAlive)
        .distinct()
        .toList();
    seen.addAll(living);
    return living;
  }

  Workers workers() {
    List<PoolThread> living = living().stream().map(PoolThread::of).toList();
    Stream<Thread> known = Stream.concat(seen.stream(), jobs.runners().stream()).distinct();
    return new Workers(
        size,
        living,
        (int) known.filter(thread -> !thread.isAlive()).count(),
        TaskThreads.deaths().stream()
            .filter(death -> !before.contains(death.threadId()))
            .toList(),
        Workers.Shared.of(executor.getClass()));
  }

  /** Waits as long as there is progress; what a busy machine takes for a look does not count. */
  void waitWhile(BooleanSupplier isGoing, IntSupplier progress) {
    int last = progress.getAsInt();
    long quiet = 0;
    long look = System.nanoTime();
    while (isGoing.getAsBoolean()) {
      quiet += Math.min(System.nanoTime() - look, LONG_LOOK) + PAUSE * 1_000_000L;
      long most = 1_000_000L * (living().isEmpty() ? Limits.SOON / 4 : Limits.SOON);
      if (progress.getAsInt() != last) {
        last = progress.getAsInt();
        quiet = 0;
      } else if (quiet > most) {
        return;
      }
      Wait.pause(PAUSE);
      look = System.nanoTime();
    }
  }

  // ---- execute ----

  void execute(Runnable job) {
    executor.execute(job);
  }

  /** Threads that begin to call execute when all of them, and whoever else counts, are there. */
  List<Call> callers(int count, CountDownLatch start, IntConsumer handOver) {
    return IntStream.range(0, count)
        .mapToObj(i -> Call.quietly(EXECUTE, () -> {
          start.countDown();
          start.await();
          handOver.accept(i);
          return null;
        }))
        .toList();
  }

  /** Hands over jobs that do this, and makes sure that execute comes back. */
  void handOver(List<Runnable> works) {
    Story.tell(EXECUTE + " is called"
        + switch (works.size()) {
          case 1 -> "";
          case 2 -> " twice";
          default -> " " + works.size() + " times";
        });
    expectTaken(jobs.add(works));
  }

  /** The same, and nothing is told. */
  void expectTaken(List<Runnable> some) {
    List<Call> call = callers(1, new CountDownLatch(1), i -> some.forEach(this::execute));
    waitWhile(() -> !call.get(0).isBackWithin(SLICE) && !jobs.isOneOnCaller(), jobs::done);
    awaitLast(call.get(0));
    if (jobs.isOneOnCaller() || !call.get(0).hasReturned()) { // a look takes longer than a call
      Failure.raise(HandOver.problem(look(call)));
    }
  }

  /** A call that waits for nothing, and is not back, may wait for a busy machine alone. */
  private void awaitLast(Call call) {
    if (!jobs.isOneOnCaller() && (call.isRunnable() || jobs.areDone())) {
      call.isBackWithin(Limits.LATER);
    }
  }

  /** Makes sure that all jobs are done, each of them once, and the calls that hand them over. */
  void expectDone(List<Call> callers) {
    waitWhile(
        () -> !jobs.isOneOnCaller()
            && callers.stream().allMatch(caller -> caller.thrown().isEmpty())
            && (!jobs.areDone() || !callers.stream().allMatch(Call::isBack)),
        jobs::done);
    if (!jobs.areDoneOnce(size) || !callers.stream().allMatch(Call::hasReturned)) {
      Failure.raise(HandOver.undone(look(callers)));
    }
  }

  Work look(List<Call> callers) {
    return jobs.look(callers.stream().map(ExecuteCall::of).toList(), workers());
  }

  // ---- close ----

  /** Calls close, after something else has been done. */
  Call close(Callable<?> first) {
    isClosing = true;
    return Call.quietly("pool.close()", () -> {
      first.call();
      closeable.close();
      jobs.closed();
      return null;
    });
  }

  CloseCall look(Call close) {
    return jobs.look(close, workers());
  }

  boolean isOver() {
    return isOver;
  }

  /** To be done when the pool is not needed any more. */
  void atEnd(Runnable work) {
    atEnd.add(work);
  }

  /** Lets all jobs go, and the pool too, if it can be closed: nobody waits for it. */
  @Override
  public void close() {
    isOver = true;
    TaskThreads.forget(living());
    atEnd.forEach(Runnable::run);
    if (!isClosing) {
      close(() -> null);
    }
  }

  /**
   * Does something again and again; of what goes well, the story tells the last time.
   *
   * <p>On a slow machine there are fewer times.
   */
  static void repeat(int times, IntConsumer round) {
    int mark = Story.mark();
    for (int i = 0; i < times && (i == 0 || !TaskThreads.isSlow()); i++) {
      Story.back(mark);
      round.accept(i);
    }
  }
}
