package engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import judge.seen.ChildProcess;
import judge.words.Wait;
import org.junit.jupiter.api.Test;
import project.Project;

/** A worker is kept or replaced, and outlives nobody. */
class WorkersTest {

  private static final int SOON = 20_000; // milliseconds, on a busy machine

  @Test
  void keepWhatIsGivenBack() {
    try (Workers workers = new Workers()) {
      WorkerProcess first = workers.take();
      WorkerProcess second = workers.take();
      assertNotSame(first, second);

      workers.giveBack(first);
      workers.giveBack(second);
      assertSame(second, workers.take());
      assertSame(first, workers.take());

      workers.giveBack(second);
      second.close();
      Wait.until(() -> !second.isAlive(), SOON);
      WorkerProcess third = workers.take();
      assertNotSame(second, third);
      assertTrue(third.isAlive());
      List.of(first, third).forEach(WorkerProcess::close);
    }
  }

  /** It is not closed here: it ends, as a program does that is killed. */
  @Test
  void endWithTheirEngine() throws Exception {
    List<String> words =
        List.of("-cp", Project.classPath(Project.classPath()), WorkersTest.class.getName());
    try (ChildProcess engine = ChildProcess.start(ChildProcess.java(words))) {
      assertEquals(0, engine.awaitExit(60));
      List<String> workers = engine.lines();
      assertEquals(2, workers.size(), engine.toString());
      assertTrue(Wait.until(() -> workers.stream().noneMatch(WorkersTest::isAlive), SOON));
    }
  }

  private static boolean isAlive(String pid) {
    Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(pid));
    return process.isPresent() && process.get().isAlive();
  }

  /** Starts a worker and a spare one, prints their numbers, and ends. */
  public static void main(String[] args) throws Exception {
    Workers workers = new Workers();
    workers.take().send(new Order(List.of(), List.of(), Set.of())); // it is connected
    ProcessHandle.current().children().forEach(child -> System.out.println(child.pid()));
    Runtime.getRuntime().halt(0);
  }
}
