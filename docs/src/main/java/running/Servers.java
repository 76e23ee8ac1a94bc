package running;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import project.Source;
import project.Step;
import threads.Rows;
import watch.Background;
import watch.Observers;

/** The servers that a learner runs: their own, and the listings. */
public final class Servers implements AutoCloseable {

  private final int limit;
  private final Function<Program, Source> newest;
  private final ScheduledExecutorService thread = Background.thread("servers");
  private final Map<Program, Server> servers = new LinkedHashMap<>();
  private final Observers<Run> observers = new Observers<>();
  private final Observers<Map.Entry<Program, Rows>> threads = new Observers<>();
  private final Agent agent = new Agent((program, rows) -> threads.tell(Map.entry(program, rows)));

  public Servers() {
    this(Server.LIMIT, Program::source);
  }

  /**
   * @param limit milliseconds for a server to end when it is told to
   * @param newest is the code of a program
   */
  Servers(int limit, Function<Program, Source> newest) {
    this.limit = limit;
    this.newest = newest;
  }

  /**
   * Compiles the newest code of a program and runs it.
   *
   * @param port where it is to listen; 0 is any free one
   */
  public void start(Program program, int port) {
    Server server = server(program);
    thread.execute(() -> server.start(port));
  }

  /** Ends it as Ctrl-C does; the second time at once. */
  public void stop(Program program) {
    thread.execute(server(program)::stop);
  }

  /** Ends it, and starts it again at the same port. */
  public void restart(Program program) {
    Server server = server(program);
    thread.execute(() -> server.start(server.run().port()));
  }

  /** Has its threads looked at for some seconds, if it runs. */
  public void look(Program program) {
    thread.execute(server(program)::look);
  }

  /** The learner has saved: their own server begins anew, if it runs. */
  public void saved(Step step, Source source) {
    Server server = server(Program.mine(step));
    thread.execute(() -> server.saved(source));
  }

  private synchronized Server server(Program program) {
    return servers.computeIfAbsent(
        program,
        one -> new Server(one, () -> newest.apply(one), agent, limit, thread, observers::tell));
  }

  /** How it stands with a program. */
  public Run run(Program program) {
    return server(program).run();
  }

  /** How it stands with those that were started. */
  public List<Run> runs() {
    return all().stream().map(Server::run).filter(run -> run.version() > 0).toList();
  }

  /** Tells each change of any of them; the result ends that. */
  public Runnable onChange(Consumer<Run> observer) {
    return observers.add(observer);
  }

  /** Tells what is seen of the threads of one of them; the result ends that. */
  public Runnable onLook(BiConsumer<Program, Rows> observer) {
    return threads.add(seen -> observer.accept(seen.getKey(), seen.getValue()));
  }

  /** Tells all to end; what does not end by itself ends with this program. */
  @Override
  public void close() {
    Background.end(thread, () -> all().forEach(Server::stop));
    agent.close();
  }

  private synchronized List<Server> all() {
    return List.copyOf(servers.values());
  }
}
