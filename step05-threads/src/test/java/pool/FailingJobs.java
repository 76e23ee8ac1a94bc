package pool;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import judge.learner.Printed;
import judge.learner.Story;
import judge.verdict.Failure;
import pool.why.HandOver;
import pool.why.IdleWorkers;

/** Jobs that throw. */
public final class FailingJobs {

  private FailingJobs() {}

  /** Makes sure that each failure is told. */
  public static void expectTold(JudgedPool pool, int count, String kind, Consumer<String> thrower) {
    pool.jobs().forget();
    Story.tell("now come jobs that throw " + kind);
    List<String> texts = Stream.generate(FailingJobs::text).limit(count).toList();
    pool.handOver(
        texts.stream().<Runnable>map(text -> () -> thrower.accept(text)).toList());
    pool.expectDone(List.of());
    Failure.raise(
        texts.stream().filter(text -> !Printed.contains(text)).findFirst().map(HandOver::silent));
  }

  private static String text() {
    return IdleWorkers.OF_TEST + ThreadLocalRandom.current().nextInt(100_000, 1_000_000);
  }
}
