package live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.BindException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import project.Project;
import project.Step;
import rendering.Library;
import running.Run;
import running.Servers;
import trying.LabRooms;
import trying.Trial;
import trying.Trials;
import watch.Notes;
import watch.Watch;

/** What {@code mvn -pl docs exec:java} runs: the book as live pages, until Ctrl-C. */
public final class Live {

  private static final Path TOKEN = Project.ROOT.resolve(".workbook/token");
  private static final Path NOTES = Project.ROOT.resolve(".workbook/notes.properties");

  private Live() {}

  /**
   * @param words the port, and whether to open the browser: {@code "no"} if not
   */
  public static void main(String[] words) throws Exception {
    int port = Integer.parseInt(words[0]);
    boolean opens = !words[1].equals("no");
    Token token = Token.in(TOKEN);
    try {
      serve(port, token, opens);
    } catch (BindException e) {
      if (!isThisBook(port, token)) {
        System.err.println("Another program has port " + port
            + ". Stop it, or take another port: add -Dport=7871, or -Dport=0 for any free one.");
        System.exit(1);
      }
      System.out.println("The book runs already.");
      show(port, token, opens);
      System.exit(0);
    }
  }

  private static void serve(int port, Token token, boolean opens) throws IOException {
    Feed feed = new Feed();
    Watch watch = new Watch();
    Servers servers = new Servers();
    Trials trials = new Trials();
    Library library = new Library(Project.ROOT);
    Notebook notebook = notebook(library, feed, watch);
    ThreadBoard threads = new ThreadBoard(feed, servers);
    LabRooms labs = Labs.open(feed, servers);
    Actions actions = new Actions(watch, servers, new Wires(feed, servers), threads, trials, labs);
    BiFunction<String, String, Optional<Runnable>> find =
        (path, text) -> notebook.find(path, text).or(() -> actions.find(path, text));
    Site site;
    try {
      site = new Site(port, library, token, feed, find);
    } catch (BindException e) {
      end(trials, labs, servers, watch);
      throw e;
    }
    follow(feed, watch, servers, labs);
    follow(feed, trials);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(site, trials, labs, servers, watch)));
    show(site.port(), token, opens);
    System.out.println("It judges your work at every save. Ctrl-C ends it.");
  }

  private static Notebook notebook(Library library, Feed feed, Watch watch) {
    Notebook notebook = new Notebook(
        library, new Notes(NOTES), feed, (step, task) -> watch.board(step).hasEverPassed(task));
    notebook.tell();
    watch.onChange(board -> notebook.tellProgress());
    return notebook;
  }

  private static void end(AutoCloseable... parts) {
    for (AutoCloseable part : parts) {
      try {
        part.close();
      } catch (Exception e) {
        e.printStackTrace(); // the others end all the same
      }
    }
  }

  private static void follow(Feed feed, Watch watch, Servers servers, LabRooms labs) {
    for (Step step : Step.values()) {
      feed.put("programs/" + step.number(), View.programs(step));
      watch.board(step).onSave(source -> {
        servers.saved(step, source);
        labs.saved(step, source);
      });
    }
    watch.onChange(board -> feed.put("tasks/" + board.step().number(), View.of(board)));
    servers.onChange((Run run) -> feed.put("server/" + run.program().key(), View.of(run)));
  }

  private static void follow(Feed feed, Trials trials) {
    for (Step step : Step.values()) {
      feed.put("blocks/" + step.number(), View.blocks(trials.blocks(step)));
    }
    trials.onChange((Trial trial) ->
        feed.put("block/" + trial.step().number() + "/" + trial.number(), View.of(trial)));
  }

  private static void show(int port, Token token, boolean opens) {
    String address = "http://127.0.0.1:" + port + "/#" + token.text();
    System.out.println("The workbook is at " + address);
    if (opens && !Browser.open(address)) {
      System.out.println("No browser opens from here: open this address in yours. If that is on"
          + " another machine, type there first: ssh -L "
          + port + ":127.0.0.1:" + port + " and the name of this one.");
    }
  }

  /** Whether the book of this clone has the port; the token is not told to whoever has it. */
  private static boolean isThisBook(int port, Token token) {
    String question = "q=" + Token.random().text();
    try {
      var url = URI.create("http://127.0.0.1:" + port + "/proof?" + question).toURL();
      var connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
      connection.setConnectTimeout(2_000);
      connection.setReadTimeout(2_000);
      try (var in = new BufferedReader(new InputStreamReader(connection.getInputStream()))) {
        return token.proof(question).equals(in.readLine());
      }
    } catch (IOException e) {
      return false;
    }
  }
}
