package judge.learner;

/** Runs what a job of the test's is to do, so that its thread's stack shows that it is in a job. */
public final class TestJob {

  private TestJob() {}

  public static void run(Runnable work) {
    work.run();
  }
}
