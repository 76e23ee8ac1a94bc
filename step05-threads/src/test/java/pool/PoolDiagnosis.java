package pool;

import java.lang.Thread.State;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import judge.Call;
import judge.Client;
import judge.Server;
import judge.learner.Learner;
import judge.learner.Printed;
import judge.learner.TaskThreads;
import judge.seen.Received.End;
import judge.why.Ending;
import judge.words.Meaning;

/** What the judge's observations of a pool mean: first the fact, then its likely causes. */
public final class PoolDiagnosis {

  private static final String LOOP = "a worker needs a loop: take a job, run it, take the next one";

  private PoolDiagnosis() {}

  // ---- the one who hands over ----

  static Meaning ranOnSender(Optional<StackTraceElement> place) {
    String where = place.map(line -> ", at " + Learner.place(line)).orElse("");
    return Meaning.of(
            "A job was run by the thread that called execute" + where + ". It is for the pool's own"
                + " threads to run it.",
            "- job.run() starts nothing: it is a call like any other, and the caller waits for its end."
                + " execute only puts the job where a worker finds it.",
            "- That is so even when all workers are busy: then the job waits in the queue.")
        .at(place);
  }

  static Meaning constructorHangs(int size) {
    return Meaning.of(
        "new ThreadPool(" + size + ") does not come back.",
        "- thread.run() runs the worker's loop right here, on the thread that makes the pool;"
            + " start() begins a new one.",
        "- Or the constructor waits for something: \"Your threads\" shows where it stands.");
  }

  static Meaning executeHangs(JudgedPool pool, Call call) {
    List<String> text = new ArrayList<>();
    text.add("pool.execute(job) does not come back: it is to hand the job over, and not to wait.");
    if (keepsLockWhileItLooks(call.thread())) {
      text.add("- execute waits for a lock, and a worker that looks into the queue again and again"
          + " never lets go of it: nobody can add a job. jobs.wait() lets go of the lock of jobs"
          + " while it waits.");
    } else if (call.thread().getState() == State.BLOCKED) {
      text.add("- execute waits for a lock that another thread holds. A worker that runs its job"
          + " inside synchronized keeps the lock for as long as the job lasts: leave the block"
          + " before job.run().");
      text.add(
          "- Thread.sleep and the queues of java.util.concurrent keep the lock while they wait;"
              + " only wait() lets go of it.");
    } else {
      text.add(
          "- \"Your threads\" shows what it waits for: room in the queue, a worker, or the end of the job?");
      text.addAll(whatTheWorkersDo(pool));
    }
    return Meaning.of(text.get(0), text.subList(1, text.size())).at(placeOfDeath(pool));
  }

  /** Whether the thread that has the lock for which this one waits is at work, and not in a job. */
  private static boolean keepsLockWhileItLooks(Thread waiting) {
    ThreadMXBean bean = ManagementFactory.getThreadMXBean();
    ThreadInfo info = bean.getThreadInfo(waiting.getId());
    ThreadInfo owner = info == null || info.getLockOwnerId() < 0
        ? null
        : bean.getThreadInfo(info.getLockOwnerId(), Integer.MAX_VALUE);
    return owner != null
        && owner.getThreadState() == State.RUNNABLE
        && !Learner.isInJob(owner.getStackTrace());
  }

  static Meaning executeThrows(JudgedPool pool, Throwable thrown) {
    return Meaning.of(
            "pool.execute(job) has thrown " + Learner.describe(thrown) + ".",
            thrown instanceof RejectedExecutionException || thrown instanceof IllegalStateException
                ? "- Nothing is to be refused here: the pool is open, and any number of jobs may wait."
                : reason(thrown))
        .at(Learner.line(thrown.getStackTrace()));
  }

  // ---- jobs that do not run, or run too often ----

  static Meaning notRun(JudgedPool pool, int missing, int all) {
    List<String> text = new ArrayList<>();
    text.add(
        missing == all
            ? (all == 1 ? "The job has not run." : "None of the " + all + " jobs has run.")
            : missing + " of " + all
                + (missing == 1 ? " jobs has not run." : " jobs have not run."));
    text.addAll(whatTheWorkersDo(pool));
    if (missing < all && all > 100) {
      text.add("- Jobs get lost when two threads change the queue at the same time: every look, add"
          + " and remove needs the same lock.");
    }
    return Meaning.of(text.get(0), text.subList(1, text.size())).at(placeOfDeath(pool));
  }

  static Meaning ranTwice(int number, int times) {
    return Meaning.of(
        "Job " + number + " has run " + (times == 2 ? "twice." : times + " times."),
        "- Two workers have taken it. Who looks (peek) under the lock and removes later, lets"
            + " another worker see the same job; and what is removed then is the next job, which"
            + " never runs. Look and remove under one lock.",
        "- A queue that threads change without a lock gives a job twice, too: every look, add and remove"
            + " needs the same lock.",
        "- Or one job is put into the queue twice, or run both by execute and by a worker.");
  }

  static Meaning tooFew(JudgedPool pool, int running, int wanted) {
    List<String> text = new ArrayList<>();
    text.add((running == 1 ? "1 job runs" : running + " jobs run") + "; the pool has " + wanted
        + (wanted == 1 ? " worker and 1 job was" : " workers and " + wanted + " jobs were")
        + " handed over, so all of them are to run at the same time.");
    text.addAll(whatTheWorkersDo(pool));
    return Meaning.of(text.get(0), text.subList(1, text.size())).at(placeOfDeath(pool));
  }

  static Meaning tooMany(JudgedPool pool, int running) {
    int threads = pool.living().size();
    String count = threads > pool.size()
        ? "- Your pool has " + threads + " threads now."
        : "- Jobs have run on " + pool.runners() + " different threads so far.";
    return Meaning.of(
        running + " jobs have run at the same time; the pool has "
            + (pool.size() == 1 ? "1 worker." : pool.size() + " workers."),
        count,
        "- A loop from 0 to i <= size makes one worker more than size.",
        "- To start a thread for each job sets no limit: make the workers in the constructor, and let"
            + " the jobs wait for them.");
  }

  /** The likely causes of work that is not done, from where the pool's threads are. */
  private static List<String> whatTheWorkersDo(JudgedPool pool) {
    List<String> causes = new ArrayList<>();
    List<Thread> living = pool.living();
    causes.addAll(deaths(pool));
    int gone = pool.ended();
    if (living.isEmpty() && gone == 0 && causes.isEmpty()) {
      causes.add(
          "- The pool has no thread: the constructor is to make the workers, and start() makes"
              + " them run. A loop from 1 with i < size makes one too few. A thread that found nothing to do and left at once is gone as well: "
              + LOOP + ".");
    } else if (gone > 0 && causes.isEmpty()) {
      causes.add("- "
          + (gone == 1
              ? "1 thread of the pool has ended"
              : gone + " threads of the pool have ended")
          + ", with jobs still to run: " + LOOP
          + ". A try around the loop, not inside the loop around the job, is left with the loop at"
          + " the first exception.");
      causes.add(
          "- A worker that wakes up may find the queue empty, because another one was faster:"
              + " with if around wait instead of while, it takes null for a job, or leaves.");
    }
    if (gone == 0 && causes.isEmpty() && living.size() < pool.size()) {
      causes.add("- Your pool has " + living.size() + (living.size() == 1 ? " thread" : " threads")
          + ", not " + pool.size() + ": a loop from 1 with i < size makes one too few.");
    }
    addForStates(living, causes);
    return causes;
  }

  private static List<String> deaths(JudgedPool pool) {
    List<String> causes = new ArrayList<>();
    List<TaskThreads.Death> deaths = pool.deaths();
    if (deaths.isEmpty() || pool.living().size() >= pool.size()) {
      return causes;
    }
    TaskThreads.Death last = deaths.get(deaths.size() - 1);
    String others = deaths.size() == 1
        ? ""
        : " Exceptions have ended " + deaths.size() + " of the pool's threads in all.";
    causes.add("- " + last.describe() + "." + others);
    causes.add(reason(last.cause()));
    return causes;
  }

  private static Optional<StackTraceElement> placeOfDeath(JudgedPool pool) {
    List<TaskThreads.Death> deaths = pool.deaths();
    return deaths.isEmpty() || pool.living().size() >= pool.size()
        ? Optional.empty()
        : Learner.line(deaths.get(deaths.size() - 1).cause().getStackTrace());
  }

  private static String reason(Throwable cause) {
    if (JudgedPool.isOfJob(cause)) {
      return "- The exception came from the job. Catch it inside the loop, around job.run() alone,"
          + " and do not throw it on, or the worker is lost."
          + (cause instanceof Exception ? "" : " An Error is no Exception: Throwable is both.");
    }
    if (cause instanceof IllegalMonitorStateException) {
      return "- wait and notify may be called only inside synchronized, on the very object whose"
          + " lock that is. wait() alone means this.wait(): inside synchronized (jobs) write"
          + " jobs.wait() and jobs.notify().";
    }
    if (cause instanceof NullPointerException && isAboutField(cause)) {
      return "- That field has no value yet: give it one where it is declared, or in the"
          + " constructor before the first worker is started.";
    }
    if (cause instanceof NoSuchElementException || cause instanceof NullPointerException) {
      return "- The queue was empty: a worker that wakes up must look again, with while around wait"
          + " instead of if; another one may have been faster. And without a lock, another one"
          + " may be faster between a look and remove.";
    }
    return "- If it comes out of the queue: two threads have changed it at the same time. Every look,"
        + " add and remove needs the same lock.";
  }

  /** In the words of Java: because "this.jobs" is null. */
  private static boolean isAboutField(Throwable cause) {
    return ("" + cause.getMessage()).matches(".*because \"(this|ThreadPool)\\.\\w+\" is null");
  }

  private static void addForStates(List<Thread> living, List<String> causes) {
    if (living.stream().anyMatch(PoolDiagnosis::isBlocked)) {
      causes.add("- " + names(living, true) + " for a lock that another thread holds: see \"Your"
          + " threads\". A worker that runs its job inside synchronized keeps all others out: leave"
          + " the block before job.run().");
    }
    if (living.stream().anyMatch(PoolDiagnosis::sleeps)) {
      causes.add(
          "- " + names(living, false) + ", though a job is to be run. Nobody has woken it: call"
              + " notify for each job, not only when the queue was empty, and inside the same"
              + " synchronized as add.");
      causes.add(
          "- Or the job came before the worker slept: look into the queue first, and wait only"
              + " as long as it is empty, all in one synchronized block.");
    }
  }

  private static boolean isBlocked(Thread thread) {
    return thread.getState() == State.BLOCKED;
  }

  private static boolean sleeps(Thread thread) {
    State state = thread.getState();
    return (state == State.WAITING || state == State.TIMED_WAITING)
        && !Learner.isInJob(thread.getStackTrace());
  }

  private static String names(List<Thread> living, boolean blocked) {
    List<String> names = living.stream()
        .filter(thread -> blocked ? isBlocked(thread) : sleeps(thread))
        .map(Thread::getName)
        .sorted()
        .toList();
    String first = names.isEmpty() ? "A worker" : names.get(0);
    String verb = blocked ? " wait" : " sleep";
    return names.size() < 2
        ? first + verb + "s"
        : first + " and " + (names.size() - 1) + (names.size() == 2 ? " other" : " others") + verb;
  }

  // ---- jobs that fail ----

  static Meaning silent(String missing) {
    return Meaning.of(
        "A job has failed, and the terminal does not say so: " + missing + " is not printed.",
        "- An empty catch hides the failure. Print one line with the exception.",
        "- getMessage() or the exception itself has the text; its class alone does not.");
  }

  // ---- close ----

  static Meaning closeHangs(JudgedPool pool) {
    List<String> text = new ArrayList<>();
    text.add("pool.close() does not come back, though all jobs "
        + (pool.allJobsDone() ? "are done." : "may go on."));
    List<Thread> living = pool.living();
    if (living.stream().anyMatch(PoolDiagnosis::isBlocked)) {
      text.add(
          "- " + names(living, true) + " for a lock. If close() holds it while it waits in join,"
              + " they wait for each other: join outside synchronized.");
    }
    if (living.stream().anyMatch(PoolDiagnosis::sleeps)) {
      text.add("- " + names(living, false) + ". Has anybody woken them? Say first that it is over,"
          + " then wake all of them with notifyAll, inside synchronized; notify wakes one.");
      text.add("- Or they were woken, found the queue empty, and waited again: the loop around wait"
          + " must ask whether it is over, too.");
      text.add(
          "- If something in the queue tells a worker to leave (a pill): one is not enough, put"
              + " in one for each worker.");
    }
    if (living.stream().anyMatch(thread -> thread.getState() == State.RUNNABLE)) {
      text.add("- A worker runs on: it leaves when the pool is closed and the queue is empty.");
    }
    if (living.isEmpty()) {
      text.add("- The pool's threads have ended: what does close() wait for?");
    }
    text.addAll(deaths(pool));
    return Meaning.of(text.get(0), text.subList(1, text.size())).at(placeOfDeath(pool));
  }

  static Meaning closedTooEarly(int running, int waiting) {
    return Meaning.of(
        "pool.close() has come back, but " + jobs(running) + " still running"
            + (waiting == 0 ? "." : ", and " + jobs(waiting) + " waiting."),
        "- To set a flag, or to wake the workers, is not to wait for them: thread.join() waits until"
            + " that thread has ended. Call it for each worker.");
  }

  private static String jobs(int count) {
    return count == 1 ? "1 job is" : count + " jobs are";
  }

  static Meaning dropped(int missing, int all) {
    return Meaning.of(
        "pool.close() has come back, but " + missing + " of " + all + " jobs "
            + (missing == 1 ? "has" : "have") + " not run.",
        "- The jobs in the queue were dropped. A worker leaves when the pool is closed and the queue"
            + " is empty; as long as there is a job, it takes it.",
        "- close() must not empty the queue.",
        "- Or close() does not wait for every worker: join each of them.");
  }

  static Meaning interrupted() {
    return Meaning.of(
        "A job was interrupted while the pool was closed.",
        "- close() finishes the jobs; interrupt() disturbs them, whatever they are doing. Wake idle"
            + " workers with notifyAll, and tell them by a flag that it is over.",
        "- shutdownNow of a ThreadPoolExecutor interrupts its threads as well; shutdown does not.");
  }

  static Meaning threadsLeft(List<Thread> left) {
    Thread one = left.get(0);
    return Meaning.of(
        "pool.close() has come back, but " + one.getName() + " has not ended; it is "
            + one.getState() + ".",
        "- close() must wait for each worker: join all of them, not the first or the last.",
        "- A worker leaves when the pool is closed and the queue is empty. notifyAll wakes all that"
            + " sleep, notify one.");
  }

  static Meaning endedBadly(TaskThreads.Death death) {
    return Meaning.of(
            "A thread of the pool has not ended in good order: " + death.describe() + ".",
            "- remove() throws when the queue is empty, and that is so when the pool is closed: poll()"
                + " gives null instead, and the worker returns.",
            "- If close() interrupts a worker, wait() throws: the flag and notifyAll are enough.")
        .at(Learner.line(death.cause().getStackTrace()));
  }

  // ---- idle workers ----

  static Meaning doesNotSleep(
      JudgedPool pool, Thread worker, State state, long cpuMillis, int millis) {
    String used = cpuMillis < 0
        ? ""
        : " The pool's threads have used " + cpuMillis + " ms of processor time in " + millis
            + " ms without a job.";
    return Meaning.of(
        worker.getName() + " has nothing to do, but it is " + state + " and not WAITING." + used,
        state == State.TIMED_WAITING
            ? "- It sleeps for a time and wakes up by itself, to look again: Thread.sleep, wait(100)"
                + " and poll with a time limit do so. wait() without a number sleeps until notify."
            : "- It looks into the queue again and again. That is not waiting: it keeps a processor"
                + " busy. wait() inside synchronized sleeps until notify.");
  }

  // ---- after close ----

  static Meaning taken(String when) {
    return Meaning.of(
        "pool.execute(job) has come back " + when + "; it is to throw a"
            + " RejectedExecutionException.",
        "- Who hands a job over believes that it will run: a return in silence drops it.",
        "- Ask whether the pool is closed in execute, under the same lock under which close() says"
            + " so, and before add.");
  }

  static Meaning otherThan(Throwable thrown, String when) {
    return Meaning.of(
            "pool.execute(job) is to throw a RejectedExecutionException " + when
                + "; it has thrown " + Learner.describe(thrown) + ".",
            "- An Executor promises this one, so callers catch this one, not an IllegalStateException or"
                + " any other.")
        .at(Learner.line(thrown.getStackTrace()));
  }

  static Meaning lost(long taken, long run) {
    long lost = taken - run;
    String fact = lost > 0
        ? "execute has taken " + taken + " jobs, and " + run + " of them have run: " + lost + " "
            + (lost == 1 ? "is" : "are") + " lost."
        : "execute has taken " + taken + " jobs, but " + run + " have run: it refused "
            + (-lost == 1 ? "one" : "some") + " that ran all the same.";
    return Meaning.of(
        fact,
        lost > 0
            ? "- Between the question \"is it closed?\" and add, close() may say that it is, and the"
                + " workers may leave: ask and add under one lock, the same that close() takes."
            : "- A job that is refused must not be in the queue: ask first, then add, under one lock.",
        lost > 0
            ? "- volatile does not help: the answer is true when you ask, and no longer when you add."
            : "- Do not add first and throw afterwards.",
        "- Or a worker leaves when the pool is closed, without a look into the queue.");
  }

  static Meaning executeHangsInJob() {
    return Meaning.of(
        "pool.execute(job), called in a job for which close() waits, does not come back.",
        "- close() must not hold the lock while it waits in join: execute and the workers need it.",
        "- \"Your threads\" shows where each of them stands.");
  }

  /** A thread that hands over jobs goes on, though the pool is being closed. */
  static Meaning sendsOn(JudgedPool pool, Call sender) {
    StackTraceElement[] stack = sender.thread().getStackTrace();
    return Learner.line(stack).isPresent() && sender.thread().getState() != State.RUNNABLE
        ? executeHangs(pool, sender)
        : Meaning.of(
            "The pool is being closed, but pool.execute(job) still refuses no job, after 5 s.",
            "- After close() has been called, execute is to throw a RejectedExecutionException. A"
                + " return in silence drops the job, and whoever hands it over believes that it"
                + " will run.",
            "- If the workers first run what is in the queue, and only then it is said that the pool"
                + " is closed, that may never be: say so first.");
  }

  // ---- the server ----

  /** The server does not accept the next client, because serve does what a worker should do. */
  static Meaning oneAtATime(Thread server, String client) {
    String doing = Learner.stand(server)
        .map(line -> "- Where serve stands: " + line + ".")
        .orElse("- \"Your threads\" shows where serve stands.");
    return Meaning.of(
        "Your server has not accepted " + client
            + " yet, for the sake of another one: it serves one" + " client at a time.",
        doing,
        "- The thread that calls accept reads nothing, not even the first line, and waits for no job"
            + " and for no pool: it hands the socket over with execute and accepts the next one.",
        "- Make one pool, before the loop, and close it after the loop.");
  }

  /** More clients are answered than the pool may serve at once. */
  static Meaning noLimit(String client) {
    return Meaning.of(
        client
            + " is answered, though four others are still at work, and their jobs have not ended.",
        "- At most four jobs may run at once: make one pool, new ThreadPool(4, 8), before the loop."
            + " A thread or a pool for each client has no limit.",
        "- Or a worker does not wait for the end of a request: which of the four is not read to its"
            + " empty line?");
  }

  static Meaning refusedTooEarly(String client, int waiting) {
    return Meaning.of(
        "Four clients are at work and only " + waiting + (waiting == 1 ? " waits" : " wait")
            + ", but " + client + " is refused: eight may wait.",
        "- The jobs that run do not count among those that wait.",
        "- Off by one? When seven wait, there is room for one more: refuse when waiting jobs >= 8.");
  }

  /** Nobody answers one client too many. */
  static Meaning notRefused(Server server, Client client) {
    String fact =
        "Four clients are at work, eight wait; the next one is told nothing. It is to have"
            + " a 503 at once.";
    StackTraceElement[] stack = server.thread().getStackTrace();
    if (java.util.Arrays.stream(stack).anyMatch(PoolDiagnosis::isExecute)) {
      return Meaning.of(
          fact,
          "- serve waits in execute for room in the queue, so it accepts nobody and tells nobody"
              + " anything: execute is to throw a RejectedExecutionException instead.");
    }
    if (!server.hasAccepted(client.port()) || !Learner.isIn(stack, "accept")) {
      return Meaning.of(
          fact,
          "- serve does not wait in accept any more: \"Your threads\" shows where it stands. If an"
              + " exception of execute has left the loop: a RejectedExecutionException is no"
              + " IOException, and must be caught where execute is called.");
    }
    return Meaning.of(
        fact,
        "- It waits in the queue as number nine. The pool has four workers, but its queue has no"
            + " limit: new ThreadPool(4, 8), and execute throws when eight jobs are waiting.",
        "- Off by one? Refuse when waiting jobs >= 8, not > 8.",
        "- A job that is at work does not wait: count what is in the queue.",
        "- Or execute has refused it, and nobody has answered, or closed the socket: see what your"
            + " code printed.");
  }

  /** One client too many is not answered, and its connection is closed. */
  static Meaning refusedWithoutWord() {
    return Meaning.of(
        "Four clients are at work, eight wait; the next one is hung up on without an answer. It is to"
            + " have a 503.",
        "- Where you call execute, catch the RejectedExecutionException: write the 503 there, and"
            + " then close the socket.",
        "- An exception there, for instance because the socket was closed before, shows in what your"
            + " code printed.");
  }

  /** Of clients that connected at the same time, one is not answered. */
  static Meaning oneForgotten(End end) {
    return Meaning.of(
        "Four clients have connected at the same time, and one of them "
            + (end == End.SILENCE ? "hears nothing." : "is hung up on without an answer."),
        "- Each job needs a socket of its own. A field, or a variable that the next accept writes to,"
            + " has changed before the job looks at it: make the variable inside the loop.",
        "- A job that is lost in the queue answers nobody: do 5.1 and 5.2 still pass?",
        "- An exception before the answer shows in what your code printed.");
  }

  private static boolean isExecute(StackTraceElement frame) {
    return Learner.wrote(frame) && frame.getMethodName().equals("execute");
  }

  /** serve has ended while clients were still to be answered. */
  static Meaning servedTooShort(Server server) {
    return server
        .end()
        .map(
            thrown -> Learner.calledByLearner(thrown.getStackTrace()).orElse("").equals("accept")
                ? Ending.late(thrown)
                : Ending.by(thrown))
        .orElseGet(() -> Meaning.of(
            "The listener is closed, and your serve has come back, while two clients have begun to ask.",
            "- Before serve comes back, the pool must be closed: its close() waits for the jobs. try"
                + " (ThreadPool pool = ...) calls it at the end of its block.",
            "- A pool does not close itself when its variable goes out of scope."));
  }

  static Meaning cutOff() {
    String fact = "A client has begun to ask and still sends a line now and then, but your server"
        + " has hung up on it.";
    if (Printed.text().contains("timed out")) {
      return Meaning.of(
          fact,
          "- Your code has printed that a time limit is over: it is too short. setSoTimeout counts"
              + " milliseconds; 2 seconds are 2_000.");
    }
    return Meaning.of(
        fact,
        "- Did that happen when the listener was closed?",
        "- To close all sockets, or to interrupt the workers, is not to stop in good order: let the"
            + " workers finish. close() of the pool waits for them.",
        "- The listener and the sockets that it has accepted are different things: to close the one"
            + " leaves the others open.");
  }

  static Meaning leftBehind(List<Thread> left) {
    return Meaning.of(
        "serve has come back, but " + left.get(0).getName() + " has not ended; it is "
            + left.get(0).getState() + ".",
        "- Close the pool before serve comes back; its close() waits until every worker has gone.",
        "- Has a pool been made for each client, and one of them not been closed?");
  }

  static Meaning waitsForSilence() {
    return Meaning.of(
        "The listener is closed; 5 s later your serve has still not come back, for the sake of a"
            + " client that says nothing.",
        "- A worker that reads from a silent client waits for ever, and close() waits for the worker."
            + " socket.setSoTimeout(2_000) in the job, before the first read, sets a limit.",
        "- interrupt() does not wake a thread that reads from a socket.",
        "- setSoTimeout on the listener is a limit for accept, not for reading.");
  }
}
