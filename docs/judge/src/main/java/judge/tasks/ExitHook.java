package judge.tasks;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import judge.learner.Learner;
import judge.verdict.Failure;
import judge.why.Ending;
import judge.words.Wait;

/**
 * Turns the end of the whole program, if the learner's code asks for it, into a verdict.
 *
 * <p>A program ends only when its shutdown hooks have: this one lets the task fail, and waits until
 * that is reported.
 */
public final class ExitHook {

  private static final CountDownLatch REPORTED = new CountDownLatch(1);
  private static volatile CompletableFuture<Void> task;
  private static boolean isInstalled;
  private static volatile boolean hasRun;

  private ExitHook() {}

  public static synchronized void install() {
    if (!isInstalled) {
      Wait.until(
          () -> exiting() == 0, 0); // now, since at the end classes may not be loaded any more
      Runtime.getRuntime().addShutdownHook(new Thread(ExitHook::run, "exit hook"));
      isInstalled = true;
    }
  }

  /** From now on, an exit fails this task. */
  public static void begin(CompletableFuture<Void> running) {
    task = running;
  }

  public static void end() {
    task = null;
  }

  /** The verdict, if there was one, has been printed. */
  public static void reported() {
    REPORTED.countDown();
  }

  /** Whether the program is about to end. */
  public static boolean hasRun() {
    return hasRun;
  }

  private static void run() {
    hasRun = true;
    CompletableFuture<Void> running = task;
    if (running == null) {
      return;
    }
    Failure why = Failure.because(Ending.ofProgram(Learner.whoExits()));
    running.completeExceptionally(why);
    try {
      REPORTED.await(30, TimeUnit.SECONDS);
      Wait.until(() -> exiting() > 1, 5_000); // the runner of the tests has come to its end, too
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(0); // the tests have gone well: one has failed
  }

  /** How many threads wait in System.exit. */
  private static long exiting() {
    return Thread.getAllStackTraces().values().stream()
        .filter(stack -> Arrays.stream(stack).anyMatch(Learner::isExit))
        .count();
  }
}
