package judge;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import judge.learner.CheckThreads;
import judge.learner.Copy;
import judge.learner.Story;
import judge.learner.TaskThreads;
import judge.verdict.Failure;

/**
 * Checks that wait for a time limit of the server's: side by side, so that nobody has to wait for
 * one after another. Each has a server with static fields of its own, and a story and a terminal of
 * its own.
 */
public final class Together {

  /** What is to be done with a server, and found out about it. */
  public interface Check {
    void on(Server server);
  }

  private Together() {}

  /**
   * Makes all checks, each with a copy of the class whose method {@code serve} is the server.
   *
   * @throws Failure the first check's, in their order, that has failed
   */
  public static void check(Class<?> server, Check... checks) {
    List<FutureTask<Void>> running = new ArrayList<>();
    for (Check check : checks) {
      FutureTask<Void> task = new FutureTask<>(() -> run(server, check));
      String name = "check " + (running.size() + 1);
      TaskThreads.ours(CheckThreads.begin(name), task, name).start();
      running.add(task);
    }
    Throwable first = null;
    for (FutureTask<Void> task : running) {
      Throwable failure = failure(task);
      first = first == null ? failure : first;
    }
    if (first instanceof Error error) {
      throw error;
    } else if (first != null) {
      throw new IllegalStateException(first);
    }
  }

  private static Void run(Class<?> original, Check check) {
    Story.beginOfCheck();
    try (Server server = Server.start(Copy.of(original))) {
      check.on(server);
    }
    return null;
  }

  private static Throwable failure(FutureTask<Void> task) {
    try {
      task.get();
      return null;
    } catch (ExecutionException e) {
      return e.getCause();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
