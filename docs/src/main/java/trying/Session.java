package trying;

import book.Finding;
import book.Mismatch;
import book.NotReplayed;
import book.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import project.Step;
import trying.Trial.Part;
import trying.Trial.State;
import watch.Background;

/** A page whose blocks its reader tries, one after another, in a copy made on first use. */
final class Session implements AutoCloseable {

  private static final int MOST_SHOWN = 15 * 1_024;

  private final Step step;
  private final Page page;
  private final List<Block> blocks;
  private final Consumer<Trial> observer;
  private final int limit;
  private final int idle;
  private final Map<Block, Trial> trials = new LinkedHashMap<>();
  private final ScheduledExecutorService thread = Background.thread("trying");
  private final ScheduledExecutorService clock = Background.thread("trying's clock");
  private final List<Future<?>> work = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private Copy copy;
  private long lastUse = System.nanoTime();

  /**
   * @param limit seconds for a block and those that it needs
   * @param idle seconds after which what runs is ended if nobody asks for anything
   */
  Session(Step step, Page page, Consumer<Trial> observer, int limit, int idle) {
    this.step = step;
    this.page = page;
    this.observer = observer;
    this.limit = limit;
    this.idle = idle;
    blocks = Block.of(page);
    clock.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  List<Block> blocks() {
    return blocks;
  }

  private synchronized Trial trial(Block block) {
    return trials.getOrDefault(block, new Trial(step, block));
  }

  private synchronized void tell(Block block, Trial trial) {
    if (!trial.equals(trials.put(block, trial))) {
      observer.accept(trial);
    }
  }

  /** Runs a block, and before it those that it needs and that have not run. */
  synchronized void run(Block block) {
    if (!trial(block).isBusy()) {
      tell(block, trial(block).in(State.WAITING));
      submit(() -> runChain(block));
    }
  }

  synchronized void undo(Block block) {
    submit(() -> {
      if (copy != null) {
        copy.undo(block);
        tell(block, trial(block).in(State.IDLE));
      }
    });
  }

  /** Ends what runs: the server as Ctrl-C does; what has not come to its end with all else. */
  synchronized void stop(Block block) {
    if (trials.values().stream().anyMatch(Trial::isBusy)) {
      abort("You have stopped it; its copy of the project will be made anew.");
    } else {
      submit(() -> {
        if (copy != null) {
          copy.world.stopServer();
          tell(block, trial(block).noted("You have stopped it."));
        }
      });
    }
  }

  /** The next block begins in a new copy; nothing is shown any more. */
  synchronized void startOver() {
    abort("");
    thread.execute(() ->
        List.copyOf(trials.keySet()).forEach(block -> tell(block, new Trial(step, block))));
  }

  private interface Work {
    void run() throws Exception;
  }

  private void submit(Work one) {
    lastUse = System.nanoTime();
    work.removeIf(Future::isDone);
    Future<?> future = thread.submit(() -> {
      try {
        one.run();
      } catch (InterruptedException e) {
        return; // who has interrupted it says why
      } catch (Exception e) {
        end("It broke off: " + e);
      }
      tellWhatIsOn();
    });
    work.add(future);
    clock.schedule(() -> late(future), limit, TimeUnit.SECONDS);
  }

  private synchronized void late(Future<?> future) {
    if (!future.isDone()) {
      abort("It was ended: it took more than " + limit + " seconds.");
    }
  }

  private void abort(String note) {
    work.forEach(one -> one.cancel(true));
    work.clear();
    thread.execute(() -> end(note));
  }

  private void runChain(Block block) throws Exception {
    if (copy == null) {
      copy = new Copy(page, new Chain(blocks), this::see);
    }
    List<Block> first = copy.world.missing(block);
    tellWhatIsOn();
    for (Block one : first) {
      perform(one, List.of());
    }
    perform(block, first.stream().map(Block::number).toList());
  }

  private void perform(Block block, List<Integer> first) throws InterruptedException {
    parts.clear();
    Trial begun = new Trial(step, block).in(State.RUNNING).after(first);
    tell(block, begun);
    Trial ended;
    try {
      copy.perform(block);
      ended = begun.found(State.SAME, "");
    } catch (Mismatch e) {
      ended = begun.found(State.OTHER, difference(e, block));
    } catch (NotReplayed e) {
      ended = begun.found(State.FAILED, e.getMessage());
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception | AssertionError e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException();
      }
      ended = begun.found(State.FAILED, e.toString());
    }
    Trial seen = ended.with(List.copyOf(parts));
    tell(block, seen.on(seen.isOn(), false, copy.replay.port("7878")));
  }

  private static String difference(Mismatch mismatch, Block block) {
    List<String> found = mismatch.in(block.fence()).stream().map(Finding::found).toList();
    return String.join("\n\n", found);
  }

  private void see(String input, List<String> output) {
    String text = String.join("\n", output);
    int from = Math.max(0, text.length() - MOST_SHOWN);
    parts.add(new Part(input, (from > 0 ? "(cut) " : "") + text.substring(from)));
  }

  private void tellWhatIsOn() {
    int port = copy == null ? 0 : copy.replay.port("7878");
    for (Block block : blocks) {
      boolean isServer = copy != null && block.equals(copy.world.server());
      boolean isOn = isServer || copy != null && copy.world.hasEdit(block);
      if (isOn || trial(block).isOn()) {
        tell(block, trial(block).on(isOn, isServer, port));
      }
    }
  }

  /** A server may end by itself; and nothing goes on for ever. */
  private synchronized void look() {
    work.removeIf(Future::isDone);
    if (!work.isEmpty()) {
      return;
    }
    boolean isIdle = System.nanoTime() - lastUse > TimeUnit.SECONDS.toNanos(idle);
    thread.execute(() -> {
      if (isIdle && copy != null) {
        end("It was ended: nothing was asked of it for " + idle / 60 + " minutes.");
      }
      tellWhatIsOn();
    });
  }

  private void end(String note) {
    try {
      if (copy != null) {
        copy.close();
      }
    } catch (IOException | RuntimeException e) {
      // What is left of it ends with this program.
    } finally {
      copy = null;
    }
    for (Block block : List.copyOf(trials.keySet())) {
      Trial trial = trial(block);
      if (trial.isBusy() || trial.isOn()) {
        State state = trial.isBusy() ? State.IDLE : trial.state();
        tell(block, trial.in(state).on(false, false, 0).noted(note));
      }
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      work.forEach(one -> one.cancel(true));
    }
    clock.shutdownNow();
    Background.end(thread, () -> end(""));
  }
}
