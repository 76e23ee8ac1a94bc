package pool;

import java.lang.Thread.State;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import judge.Call;
import judge.learner.Learner;
import judge.learner.Printed;
import judge.learner.Story;
import judge.learner.TaskThreads;
import judge.learner.TestJob;
import judge.verdict.Failure;
import judge.why.Ending;
import judge.words.Limits;
import judge.words.Wait;

/**
 * The learner's pool, and what the judge knows of its jobs and threads.
 *
 * <p>Whatever calls the learner's code does so in a thread of its own, so that nothing holds up the
 * judge. How many jobs run at a time is judged by letting them meet, never by a clock.
 */
@SuppressWarnings("try") // what close of the learner's may throw, the test finds out
public final class JudgedPool implements AutoCloseable {

  private static final int SLICE = 20;
  private static final int SENDERS = 6;
  private static final int MOST_IN_HASTE = 1_000;

  /** How the messages of the judge's own failures begin. */
  private static final String FAILURE = "test job ";

  private final int size;
  private final Executor executor;
  private final AutoCloseable closeable;
  private final Set<Thread> before;
  private final Set<Thread> seen = ConcurrentHashMap.newKeySet();
  private final Set<Thread> runners = ConcurrentHashMap.newKeySet();
  private final List<Job> jobs = new CopyOnWriteArrayList<>();
  private final List<Meeting> meetings = new ArrayList<>();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private volatile boolean ranOnSender;
  private volatile Optional<StackTraceElement> placeOnSender = Optional.empty();
  private volatile boolean wasInterrupted;
  private volatile int doneAtClose;
  private volatile boolean isOver;
  private int crowds;
  private boolean isClosing;

  private <P extends Executor & AutoCloseable> JudgedPool(int size, P pool, Set<Thread> before) {
    this.size = size;
    executor = pool;
    closeable = pool;
    this.before = before;
    seen.addAll(living());
  }

  /** Makes a pool: {@code JudgedPool.start(4, ThreadPool::new)}. */
  public static <P extends Executor & AutoCloseable> JudgedPool start(
      int size, IntFunction<P> constructor) {
    String what = "new ThreadPool(" + size + ")";
    Story.tell(what + " is made");
    return start(size, constructor, what);
  }

  @SuppressWarnings("unchecked") // the constructor's own type
  private static <P extends Executor & AutoCloseable> JudgedPool start(
      int size, IntFunction<P> constructor, String what) {
    Set<Thread> before = Set.copyOf(TaskThreads.learners());
    Call call = Call.quietly(what, () -> constructor.apply(size));
    if (!call.isBackWithin(Limits.SOON)) {
      throw Failure.because(PoolDiagnosis.constructorHangs(size).withThreads());
    }
    return new JudgedPool(size, (P) call.expectReturn(), before);
  }

  public int size() {
    return size;
  }

  // ---- jobs ----

  /** A job that knows how often, and by whom, it was run. */
  private final class Job implements Runnable {

    private final Runnable work;
    private final AtomicInteger runs = new AtomicInteger();
    private volatile boolean isDone;

    Job(Runnable work) {
      this.work = work;
    }

    @Override
    public void run() {
      if (TaskThreads.isOurs(Thread.currentThread())) {
        placeOnSender = Learner.line(Thread.currentThread().getStackTrace());
        ranOnSender = true;
        return;
      }
      runners.add(Thread.currentThread());
      runs.incrementAndGet();
      int now = running.incrementAndGet();
      mostAtOnce.accumulateAndGet(now, Math::max);
      try {
        wasInterrupted |= Thread.currentThread().isInterrupted();
        TestJob.run(work);
      } finally {
        running.decrementAndGet();
        isDone = true;
        done.incrementAndGet();
      }
    }
  }

  private List<Job> jobs(int count, Runnable work) {
    List<Job> made = Stream.generate(() -> new Job(work)).limit(count).toList();
    jobs.addAll(made);
    return made;
  }

  /** Hands the jobs over, one after another, and makes sure that execute comes back. */
  private void handOver(Collection<Job> jobs) {
    String times = switch (jobs.size()) {
      case 1 -> "";
      case 2 -> " twice";
      default -> " " + jobs.size() + " times";
    };
    Story.tell("pool.execute(job) is called" + times);
    expectBack(Call.quietly("pool.execute(job)", () -> {
      jobs.forEach(executor::execute);
      return null;
    }));
  }

  private void expectBack(Call call) {
    boolean isOver = waitWhile(() -> !call.isBackWithin(SLICE) && !ranOnSender, done::get);
    expectOnWorkers();
    if (!isOver) {
      throw Failure.because(PoolDiagnosis.executeHangs(this, call).withThreads());
    }
    expectNothingThrown(call);
  }

  private void expectOnWorkers() {
    if (ranOnSender) {
      throw Failure.because(PoolDiagnosis.ranOnSender(placeOnSender));
    }
  }

  private void expectNothingThrown(Call call) {
    call.thrown().ifPresent(thrown -> {
      throw Failure.because(PoolDiagnosis.executeThrows(this, thrown));
    });
  }

  /** Waits as long as there is progress; false if there was none for too long. */
  private boolean waitWhile(BooleanSupplier isGoing, IntSupplier progress) {
    long start = System.nanoTime();
    int last = progress.getAsInt();
    while (isGoing.getAsBoolean()) {
      long quiet = (System.nanoTime() - start) / 1_000_000;
      if (progress.getAsInt() != last) {
        last = progress.getAsInt();
        start = System.nanoTime();
      } else if (quiet > Limits.SOON || quiet > Limits.SOON / 4 && living().isEmpty()) {
        return false;
      }
      Wait.pause(1);
    }
    return true;
  }

  /** Makes sure that all jobs so far are done, each of them once. */
  private void expectDone() {
    expectDone(List.of());
  }

  private void expectDone(List<Call> senders) {
    waitWhile(
        () -> !ranOnSender
            && senders.stream().allMatch(sender -> sender.thrown().isEmpty())
            && (jobs.stream().anyMatch(job -> job.runs.get() == 0)
                || running.get() > 0
                || !senders.stream().allMatch(Call::isBack)),
        done::get);
    expectOnWorkers();
    senders.forEach(this::expectNothingThrown);
    for (int i = 0; i < jobs.size(); i++) {
      if (jobs.get(i).runs.get() > 1) {
        throw Failure.because(PoolDiagnosis.ranTwice(i + 1, jobs.get(i).runs.get()));
      }
    }
    senders.stream().filter(sender -> !sender.isBack()).findFirst().ifPresent(sender -> {
      throw Failure.because(PoolDiagnosis.executeHangs(this, sender).withThreads());
    });
    int missing = (int) jobs.stream().filter(job -> job.runs.get() == 0).count();
    if (missing > 0) {
      throw Failure.because(PoolDiagnosis.notRun(this, missing, jobs.size()).withThreads());
    }
    expectNoMoreThanSize();
  }

  private void expectNoMoreThanSize() {
    if (mostAtOnce.get() > size) {
      throw Failure.because(PoolDiagnosis.tooMany(this, mostAtOnce.get()).withThreads());
    }
  }

  /** Four threads hand over that many short jobs, again and again; each must run once. */
  public void crowd(int times, int count) {
    int mark = Story.mark();
    for (int i = 0; i < times && (i == 0 || !TaskThreads.isSlow()); i++) {
      Story.back(mark);
      crowd(count);
    }
    Story.tell(times == 1 ? "all of them have run" : "and so on, " + times + " times");
  }

  /** In haste, a sender may be done before the next one has begun: then they do not meet. */
  private void handOver(List<Job> some, boolean isInHaste) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    for (Job job : some) {
      executor.execute(job);
      for (int i = isInHaste ? 0 : random.nextInt(50); i > 0; i--) {
        Thread.onSpinWait();
      }
    }
  }

  /** Now this, now that, since it depends on the pace which workers meet at the queue. */
  private Runnable shortWork() {
    AtomicInteger begun = new AtomicInteger();
    return switch (crowds++ % 3) {
      case 0 -> () -> {};
      case 1 -> Thread::yield;
      default -> () -> endInPairs(begun);
    };
  }

  /** Waits a little for another job, so that two workers go back to the queue at the same time. */
  private static void endInPairs(AtomicInteger begun) {
    long start = System.nanoTime();
    int pair = begun.incrementAndGet() / 2 * 2;
    while (begun.get() == pair + 1 && System.nanoTime() - start < 20_000) {
      Thread.onSpinWait();
    }
  }

  /** Each job hands over the next one; all must run. */
  public void chain(int count) {
    Story.tell("a job hands over the next one, and so on: " + count + " jobs");
    jobs.clear();
    AtomicInteger next = new AtomicInteger();
    List<Job> chain = jobs(count, () -> {
      int i = next.incrementAndGet();
      if (i < count) {
        executor.execute(jobs.get(i));
      }
    });
    expectDone(List.of(Call.quietly("pool.execute(job)", () -> {
      executor.execute(chain.get(0));
      return null;
    })));
  }

  private void crowd(int count) {
    Story.tell("4 threads hand over " + count + " jobs");
    jobs.clear();
    boolean isInHaste = crowds % 2 == 1;
    List<Job> crowd = jobs(count, shortWork());
    CountDownLatch start = new CountDownLatch(4);
    List<Call> senders = IntStream.range(0, 4)
        .mapToObj(i -> Call.quietly("pool.execute(job)", () -> {
          start.countDown();
          start.await();
          handOver(crowd.subList(i * count / 4, (i + 1) * count / 4), isInHaste);
          return null;
        }))
        .toList();
    expectDone(senders);
  }

  // ---- jobs that meet ----

  /** Jobs that stay at work until they are let go. */
  public final class Meeting {

    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger here = new AtomicInteger();

    private void attend() {
      here.incrementAndGet();
      boolean isOver = false;
      while (!isOver) {
        try {
          end.await();
          isOver = true;
        } catch (InterruptedException e) {
          wasInterrupted = true;
        }
      }
    }

    /** Hands over more jobs, and waits for none of them. */
    public Meeting add(int count) {
      handOver(jobs(count, this::attend));
      return this;
    }

    private Meeting expect(int count) {
      waitWhile(() -> here.get() < count && !ranOnSender, here::get);
      expectOnWorkers();
      if (here.get() < count) {
        if (here.get() > 0) {
          Story.tell(here.get() + (here.get() == 1 ? " of them has" : " of them have") + " begun");
        }
        throw Failure.because((here.get() == 0
                ? PoolDiagnosis.notRun(JudgedPool.this, count, count)
                : PoolDiagnosis.tooFew(JudgedPool.this, here.get(), count))
            .withThreads());
      }
      seen.addAll(living());
      return this;
    }

    /** Makes sure that no more jobs begin than there are workers: gives one too many its chance. */
    public Meeting expectNoMore() {
      Wait.until(() -> here.get() > size, 30);
      expectNoMoreThanSize();
      return this;
    }

    public void letGo() {
      end.countDown();
    }

    /** Lets the jobs go, and makes sure that all of them are done. */
    public void end() {
      letGo();
      expectDone();
    }
  }

  /** The same, again and again; in the end they are let go. */
  public void meet(int times) {
    int mark = Story.mark();
    for (int i = 0; i < times && (i == 0 || !TaskThreads.isSlow()); i++) {
      Story.back(mark);
      awaitSleep();
      meet().end();
    }
    Story.tell("they have met " + times + " times");
  }

  /** Lets as many jobs meet as the pool has workers; they stay until they are let go. */
  public Meeting meet() {
    jobs.clear();
    Meeting meeting = new Meeting();
    meetings.add(meeting);
    meeting.add(size);
    return meeting.expect(size);
  }

  // ---- jobs that fail ----

  /** An exception that a job of the judge's has thrown. */
  public static boolean isOfJob(Throwable thrown) {
    return ("" + thrown.getMessage()).startsWith(FAILURE)
        || thrown.getCause() != null && isOfJob(thrown.getCause());
  }

  /** Hands over jobs that throw, and makes sure that each failure is told. */
  public void fail(int count, String kind, Consumer<String> thrower) {
    jobs.clear();
    Story.tell("now come jobs that throw " + kind);
    List<String> texts = IntStream.range(0, count)
        .mapToObj(i -> FAILURE + ThreadLocalRandom.current().nextInt(100_000, 1_000_000))
        .toList();
    List<Job> failing =
        texts.stream().map(text -> new Job(() -> thrower.accept(text))).toList();
    jobs.addAll(failing);
    handOver(failing);
    expectDone();
    for (String text : texts) {
      if (!Printed.contains(text)) {
        throw Failure.because(PoolDiagnosis.silent(text));
      }
    }
  }

  // ---- the pool's threads ----

  /** Those that have not ended. */
  public List<Thread> living() {
    List<Thread> made = TaskThreads.learners();
    return Stream.concat(made.stream().filter(this::isMine), runners.stream())
        .filter(Thread::isAlive)
        .distinct()
        .toList();
  }

  private boolean isMine(Thread thread) {
    return !before.contains(thread);
  }

  /** How many have ended so far. */
  public int ended() {
    return (int) Stream.concat(seen.stream(), runners.stream())
        .distinct()
        .filter(thread -> !thread.isAlive())
        .count();
  }

  /** On how many threads jobs have run. */
  public int runners() {
    return runners.size();
  }

  /** Those that an exception has ended. */
  public List<TaskThreads.Death> deaths() {
    return TaskThreads.deaths().stream().filter(death -> isMine(death.thread())).toList();
  }

  public boolean allJobsDone() {
    return jobs.stream().allMatch(job -> job.runs.get() > 0) && running.get() == 0;
  }

  // ---- close ----

  /** Calls close, and waits until it waits, or has come back. */
  public Call startClose() {
    isClosing = true;
    Call close = Call.start("pool.close()", () -> {
      closeable.close();
      doneAtClose = (int) jobs.stream().filter(job -> job.isDone).count();
      return null;
    });
    waitUntilItWaits(close);
    return close;
  }

  /** It need not ever wait: it may look again and again whether the workers have gone. */
  private void waitUntilItWaits(Call close) {
    int looks = 0;
    int most = (running.get() > 0 ? Limits.SOON : Limits.SOON / 10) / 3;
    for (int i = 0; i < most && looks < 15 && !close.isBack(); i++) {
      State state = close.thread().getState();
      looks = state == State.WAITING || state == State.TIMED_WAITING ? looks + 1 : 0;
      Wait.pause(3);
    }
  }

  /** Makes sure that close waits for the jobs that are held, and does not disturb them. */
  public void expectWaiting(Call close) {
    if (close.isBack()) {
      expectNothingThrownBy(close);
      int waiting = (int) jobs.stream().filter(job -> job.runs.get() == 0).count();
      throw Failure.because(PoolDiagnosis.closedTooEarly(running.get(), waiting).withThreads());
    }
    expectNoInterrupt();
  }

  private void expectNoInterrupt() {
    if (wasInterrupted) {
      throw Failure.because(PoolDiagnosis.interrupted());
    }
  }

  private static void expectNothingThrownBy(Call close) {
    close.thrown().ifPresent(thrown -> {
      throw Failure.because(Ending.ofMethod(thrown));
    });
  }

  /** Makes sure that close comes back, with all jobs done and all threads gone in good order. */
  public void expectClosed(Call close) {
    waitWhile(() -> !close.isBackWithin(SLICE), done::get);
    expectNoInterrupt();
    if (!close.isBackWithin(0)) {
      throw Failure.because(PoolDiagnosis.closeHangs(this).withThreads());
    }
    expectNothingThrownBy(close);
    if (doneAtClose < jobs.size()) {
      throw Failure.because(
          PoolDiagnosis.dropped(jobs.size() - doneAtClose, jobs.size()).withThreads());
    }
    if (!Wait.until(() -> living().isEmpty(), Limits.SOON)) {
      throw Failure.because(PoolDiagnosis.threadsLeft(living()).withThreads());
    }
    deaths().stream().findFirst().ifPresent(death -> {
      throw Failure.because(PoolDiagnosis.endedBadly(death));
    });
  }

  // ---- after close ----

  /** Makes sure that execute refuses a job. */
  public void expectRefusal(String when) {
    Call call = Call.start("pool.execute(job)", () -> executor.execute(new Job(() -> {})));
    if (!call.isBackWithin(Limits.SOON)) {
      throw Failure.because(PoolDiagnosis.executeHangs(this, call).withThreads());
    }
    expectRefused(call.thrown(), when);
  }

  private static void expectRefused(Optional<Throwable> thrown, String when) {
    if (thrown.isEmpty()) {
      throw Failure.because(PoolDiagnosis.taken(when));
    }
    if (!(thrown.get() instanceof RejectedExecutionException)) {
      throw Failure.because(PoolDiagnosis.otherThan(thrown.get(), when));
    }
  }

  /** Makes sure that a job which calls execute is refused while close waits for that very job. */
  public void expectRefusalInJob() {
    String when = "in a job for which close() waits";
    CountDownLatch gate = new CountDownLatch(1);
    FutureTask<Throwable> attempt = new FutureTask<>(this::tryToExecute);
    jobs.clear();
    handOver(jobs(1, () -> {
      await(gate);
      attempt.run();
    }));
    if (!waitWhile(() -> running.get() == 0, running::get)) {
      throw Failure.because(PoolDiagnosis.notRun(this, 1, 1).withThreads());
    }
    Call close = startClose();
    Story.tell("the job that runs calls pool.execute(job)");
    gate.countDown();
    if (!Wait.until(attempt::isDone, Limits.SOON)) {
      throw Failure.because(PoolDiagnosis.executeHangsInJob().withThreads());
    }
    expectRefused(Optional.ofNullable(outcome(attempt)), when);
    expectClosed(close);
  }

  private Throwable tryToExecute() {
    try {
      executor.execute(() -> {});
      return null;
    } catch (Throwable e) {
      return e;
    }
  }

  private static void await(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Throwable outcome(FutureTask<Throwable> attempt) {
    try {
      return attempt.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Closes pools while some threads hand over jobs, and makes sure that none is lost.
   *
   * <p>On a slow machine there are fewer rounds.
   */
  public static <P extends Executor & AutoCloseable> void expectNoneLost(
      int rounds, IntFunction<P> constructor) {
    Story.tell(
        SENDERS + " threads hand over jobs, while pool.close() is called: " + rounds + " rounds");
    for (int i = 0; i < rounds && (i == 0 || !TaskThreads.isSlow()); i++) {
      try (JudgedPool pool = start(1 + i % 3, constructor, "new ThreadPool(" + (1 + i % 3) + ")")) {
        pool.expectNoneLost(i);
      }
    }
  }

  /**
   * Lets each worker run a job.
   *
   * <p>In JDK 17 a ThreadPoolExecutor that is shut down while its first worker is about to start may
   * never end: that is not what the learner is judged by.
   */
  private void warmUp() {
    List<Job> first = jobs(size, () -> {});
    expectBack(Call.quietly("pool.execute(job)", () -> {
      first.forEach(executor::execute);
      return null;
    }));
    expectDone();
  }

  private void expectNoneLost(int round) {
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger run = new AtomicInteger();
    Runnable job = run::incrementAndGet;
    warmUp();
    CyclicBarrier start = new CyclicBarrier(SENDERS + 1);
    List<Call> senders = Stream.generate(() -> Call.quietly("pool.execute(job)", () -> {
          start.await();
          return send(job, taken);
        }))
        .limit(SENDERS)
        .toList();
    Call close = closeAmong(senders, start, taken);
    senders.forEach(this::expectRefused);
    if (!close.isBackWithin(Limits.LATER)) {
      throw Failure.because(PoolDiagnosis.closeHangs(this).withThreads());
    }
    expectNothingThrownBy(close);
    if (taken.get() != run.get()) {
      Story.tell("in round " + (round + 1) + ", " + taken + " were taken and " + run + " have run");
      throw Failure.because(PoolDiagnosis.lost(taken.get(), run.get()));
    }
  }

  private Call closeAmong(List<Call> senders, CyclicBarrier start, AtomicInteger taken) {
    isClosing = true;
    int enough = ThreadLocalRandom.current().nextInt(300);
    return Call.quietly("pool.close()", () -> {
      start.await();
      while (taken.get() < enough && !anyIsBack(senders)) {
        LockSupport.parkNanos(1_000);
      }
      closeable.close();
      return null;
    });
  }

  private void expectRefused(Call sender) {
    if (!sender.isBackWithin(Limits.LATER)) {
      throw Failure.because(PoolDiagnosis.sendsOn(this, sender).withThreads());
    }
    sender.thrown().ifPresent(thrown -> {
      throw Failure.because(PoolDiagnosis.otherThan(thrown, "when the pool is closed"));
    });
  }

  private static boolean anyIsBack(List<Call> calls) {
    return calls.stream().anyMatch(Call::isBack);
  }

  /** Hands over jobs as fast as it can, and then in no haste: others need the processors too. */
  private Object send(Runnable job, AtomicInteger taken) {
    try {
      for (int i = 0; !isOver; i++) {
        executor.execute(job);
        taken.incrementAndGet();
        if (i > MOST_IN_HASTE) {
          LockSupport.parkNanos(20_000);
        }
      }
      return null;
    } catch (RejectedExecutionException e) {
      return null;
    }
  }

  // ---- idle workers ----

  private static boolean isAsleep(Thread thread) {
    State state = thread.getState();
    return state == State.WAITING || state == State.BLOCKED || state == State.TERMINATED;
  }

  /** Waits until no thread of the pool does anything, but not for long: that is not judged yet. */
  public void awaitSleep() {
    awaitSleep(50);
  }

  private void awaitSleep(int millis) {
    Wait.until(() -> living().stream().allMatch(JudgedPool::isAsleep), millis);
  }

  /** Makes sure that the pool's threads sleep for so long, and do not wake up by themselves. */
  public void expectSleep(int millis) {
    awaitSleep(Limits.SOON);
    Story.tell("for " + millis + " ms, the pool has nothing to do");
    List<Thread> workers = living();
    Map<Thread, Map<State, Integer>> awake = new HashMap<>();
    long cpu = cpuTime(workers);
    for (int i = 0; i < millis / 5; i++) {
      workers.stream()
          .filter(worker -> !isAsleep(worker))
          .forEach(worker -> awake
              .computeIfAbsent(worker, w -> new EnumMap<>(State.class))
              .merge(worker.getState(), 1, Integer::sum));
      Wait.pause(5);
    }
    long used = cpu < 0 ? -1 : (cpuTime(workers) - cpu) / 1_000_000;
    awake.forEach((worker, states) -> {
      Map.Entry<State, Integer> most =
          states.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
      if (most.getValue() > 2) { // a look or two at one who is just falling asleep do not count
        throw Failure.because(PoolDiagnosis.doesNotSleep(this, worker, most.getKey(), used, millis)
            .withThreads());
      }
    });
  }

  /** Nanoseconds; -1 if the system does not tell. */
  private static long cpuTime(List<Thread> threads) {
    ThreadMXBean bean = ManagementFactory.getThreadMXBean();
    if (!bean.isThreadCpuTimeSupported() || !bean.isThreadCpuTimeEnabled()) {
      return -1;
    }
    return threads.stream()
        .mapToLong(thread -> Math.max(0, bean.getThreadCpuTime(thread.getId())))
        .sum();
  }

  /** Lets all jobs go, and the pool too, if it can be closed: nobody waits for it. */
  @Override
  public void close() {
    isOver = true;
    TaskThreads.forget(living());
    meetings.forEach(Meeting::letGo);
    if (!isClosing) {
      Call.quietly("pool.close()", () -> {
        closeable.close();
        return null;
      });
    }
  }
}
