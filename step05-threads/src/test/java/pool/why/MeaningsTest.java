package pool.why;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.Thread.State;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import judge.learner.TaskThreads.Death;
import judge.seen.Received;
import judge.seen.Seen;
import judge.seen.Serving;
import judge.seen.Stand;
import judge.words.Meaning;
import judge.words.Says;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pool.seen.Accepter;
import pool.seen.CloseCall;
import pool.seen.ExecuteCall;
import pool.seen.PoolThread;
import pool.seen.Work;
import pool.seen.Workers;

/** Which cause is named for what was seen of a pool of two workers. */
class MeaningsTest {

  private static final PoolThread ASLEEP = new PoolThread("worker-0", State.WAITING, false);
  private static final PoolThread IN_JOB = new PoolThread("worker-1", State.WAITING, true);
  private static final PoolThread BLOCKED = new PoolThread("worker-1", State.BLOCKED, false);
  private static final Workers BOTH = workers(ASLEEP, IN_JOB);

  private static final ExecuteCall BACK = call(true, null, false);
  private static final ExecuteCall REFUSED = call(true, new RejectedExecutionException(), false);
  private static final ExecuteCall HANGS = call(false, null, false);
  private static final ExecuteCall HANGS_BUSY = call(false, null, true);

  private static Workers workers(PoolThread... living) {
    return new Workers(2, List.of(living), 2 - living.length, List.of());
  }

  private static Workers one() {
    return new Workers(2, List.of(IN_JOB), 0, List.of());
  }

  private static Workers without0(Throwable cause) {
    return new Workers(2, List.of(IN_JOB), 1, List.of(new Death(1, "worker-0", cause)));
  }

  private static ExecuteCall call(boolean isBack, Throwable thrown, boolean isLockBusy) {
    return new ExecuteCall(isBack, thrown, State.BLOCKED, true, isLockBusy);
  }

  private static Work work(ExecuteCall call, Integer... runs) {
    return new Work(List.of(runs), 0, 2, 2, null, List.of(call), BOTH);
  }

  private static CloseCall close(boolean isBack, int done, boolean isInterrupting) {
    return new CloseCall(isBack, null, done, isInterrupting, work(BACK, 1, 0));
  }

  private static DynamicTest says(String fact, String cause, Optional<Meaning> meaning) {
    return Says.says(fact, cause, meaning.orElseThrow());
  }

  @TestFactory
  Stream<DynamicTest> ofExecute() {
    Work onCaller = new Work(List.of(1), 0, 1, 1, new StackTraceElement[0], List.of(HANGS), BOTH);
    return Stream.of(
        says("by the thread that called execute", "starts nothing", HandOver.problem(onCaller)),
        says("does not come back", "leave the block", HandOver.problem(work(HANGS, 1))),
        says("does not come back", "jobs.wait() lets", HandOver.problem(work(HANGS_BUSY, 1))),
        says("has thrown", "the pool is open", HandOver.problem(work(REFUSED, 1))),
        says("has come back then", "in silence", Refusals.problem(BACK, "then", BOTH)),
        says("does not come back", "leave the block", Refusals.problem(HANGS, "then", BOTH)),
        says("does not come back", "leave the block", Refusals.problemInRace(HANGS, BOTH)));
  }

  @TestFactory
  Stream<DynamicTest> ofJobs() {
    Work three = new Work(List.of(1, 1, 1), 0, 3, 3, null, List.of(), BOTH);
    Throwable ofJob = new Error(new Error(IdleWorkers.OF_TEST + 7));
    return Stream.of(
        says("None of the 2 jobs", "worker-0 sleeps,", HandOver.undone(work(BACK, 0, 0))),
        says("1 of 2 jobs has not", "worker-0 sleeps,", HandOver.undone(work(BACK, 1, 0))),
        says("Job 2 has run 3 times", "(peek)", HandOver.undone(work(HANGS, 0, 3))),
        says("3 jobs have run at", "on 3 different threads", HandOver.undone(three)),
        says("nobody takes it", "a queue of its own", HandOver.notTaken(0, BOTH)),
        says("no more than 1", "1 thread, not 2", HandOver.tooFewWorkers(1, one())),
        says("1 job runs", "worker-1 waits for a lock", HandOver.tooFew(1, 2, workers(BLOCKED))),
        says("1 job runs", "1 thread of the pool has", HandOver.tooFew(1, 2, workers(IN_JOB))),
        says("1 job runs", "worker-0 has been ended", HandOver.tooFew(1, 2, without0(ofJob))),
        says("1 job runs", "came from the job", HandOver.tooFew(1, 2, without0(ofJob))),
        says(
            "1 job runs",
            "The queue was empty",
            HandOver.tooFew(1, 2, without0(new NoSuchElementException()))),
        says("1 of them is lost", "ask and add under one lock", Refusals.problem(9, 1, 0, 0)),
        says("One job has run more", "under one lock", Refusals.problem(9, 1, 1, 0)),
        says("2 jobs have run, though", "throw afterwards", Refusals.problem(9, 0, 0, 2)));
  }

  @TestFactory
  Stream<DynamicTest> ofClose() {
    return Stream.of(
        says("1 job is waiting", "join", PoolEnd.whileJobsAreHeld(close(true, 1, false), false)),
        says("1 job is waiting", "a limit", PoolEnd.whileJobsAreHeld(close(true, 1, false), true)),
        says("interrupted", "flag", PoolEnd.whileJobsAreHeld(close(false, 0, true), false)),
        says("interrupted", "flag", PoolEnd.problem(close(false, 0, true))),
        says("does not come back", "worker-0 sleeps.", PoolEnd.problem(close(false, 0, false))),
        says("1 of 2 jobs has not run", "dropped", PoolEnd.problem(close(true, 1, false))),
        says("worker-0 has not ended", "join all", PoolEnd.problem(BOTH)),
        says(
            "in good order",
            "poll()",
            PoolEnd.problem(new Workers(
                2, List.of(), 2, without0(new NoSuchElementException()).deaths()))));
  }

  @TestFactory
  Stream<DynamicTest> ofAServerThatIsFull() {
    return Stream.of(
        says("told nothing", "serve waits in execute", Optional.of(notRefused(true, "execute"))),
        says("told nothing", "must be caught where", Optional.of(notRefused(true, "run"))),
        says("told nothing", "must be caught where", Optional.of(notRefused(false, "accept"))),
        Says.says("waits for a while first", "serve waits in execute", pausesFirst("execute")),
        Says.says("waits for a while first", "offer with a time limit", pausesFirst("serve")),
        says("told nothing", "as number nine", Optional.of(notRefused(true, "accept"))),
        says("is refused", "Off by one?", Optional.of(Waiting.notWaiting("client 9", 503, 4, 4))),
        says("is answered", "no limit", Optional.of(Waiting.notWaiting("client 9", 200, 4, 4))),
        says("is answered", "3 of the", Optional.of(Waiting.notWaiting("client 9", 200, 4, 3))));
  }

  @TestFactory
  Stream<DynamicTest> ofAThreadThatAcceptsAndIsBusy() {
    return Stream.of(
        Says.says("has not accepted", "Leave join out", oneAtATime(false, "join", "serve")),
        Says.says("has not accepted", "Make one pool", oneAtATime(false, "join", "close")),
        Says.says("has not accepted", "leave it out", oneAtATime(false, "get", "serve")),
        Says.says("has not accepted", "execute runs the job", oneAtATime(false, "x", "execute")),
        Says.says("has not accepted", "run() starts nothing", oneAtATime(true, "x", "serve")),
        Says.says("hung up on", "start comes back", Waiting.hungUpOnSilence("client 1", "start")),
        Says.says("hung up on", "of less than a second", Waiting.hungUpOnSilence("client 1", "")));
  }

  private static Meaning oneAtATime(boolean isRunAsCall, String call, String method) {
    Stand stand = new Stand(State.WAITING, call, List.of(call, method));
    return Accepting.oneAtATime(
        "client 1", new Accepter(Optional.empty(), false, isRunAsCall, stand));
  }

  private static Meaning pausesFirst(String method) {
    Stand stand = new Stand(State.TIMED_WAITING, "wait", List.of("wait", method));
    return Waiting.pausesFirst(new Accepter(Optional.of("in wait"), false, false, stand));
  }

  private static Meaning notRefused(boolean isAccepted, String method) {
    Stand stand = new Stand(State.RUNNABLE, method, List.of(method, "serve"));
    Serving serving = new Serving(false, null, false, stand, true, List.of());
    return Waiting.notRefused(new Seen(serving, isAccepted, Received.NOTHING));
  }

  @Test
  void nothingIsWrongWithAPoolThatWorks() {
    assertEquals(Optional.empty(), HandOver.undone(work(BACK, 1, 1)));
    assertEquals(Optional.empty(), HandOver.tooFew(2, 2, BOTH));
    assertEquals(Optional.empty(), PoolEnd.whileJobsAreHeld(close(false, 0, false), true));
    assertEquals(Optional.empty(), PoolEnd.problem(close(true, 2, false)));
    assertEquals(Optional.empty(), PoolEnd.problem(workers()));
    assertEquals(Optional.empty(), Refusals.problem(REFUSED, "after close()", BOTH));
    assertEquals(Optional.empty(), Refusals.problemInRace(BACK, BOTH));
    assertEquals(Optional.empty(), Refusals.problem(9, 0, 0, 0));
  }
}
