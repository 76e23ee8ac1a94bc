package proof;

import static org.junit.jupiter.api.Assertions.assertTrue;

import book.Command;
import book.Page;
import book.Scratch;
import book.Terminal;
import book.Transcript;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import said.Commands;

/**
 * Runs the commands that pages name in a sentence or a table, and that no block runs. This takes
 * minutes: {@code .ci/run} asks for it, {@code mvn verify} does not.
 */
@Tag("commands")
class CommandsTest {

  /** What {@code .ci/run} does by itself; what the last two do is a part of {@code mvn verify}. */
  private static final Set<String> OF_THE_GATE = Set.of(
      "mvn verify",
      "mvn spotless:apply",
      "mvn clean test -fae -Dtest=Exercise -Dall",
      "mvn -pl docs verify -Dtest=\"live.*Test\"",
      "mvn -pl step05-threads test");

  private static Path folder;

  @BeforeAll
  static void copy() throws Exception {
    folder = Scratch.copy();
  }

  static Set<String> commands() {
    Set<String> commands = new TreeSet<>();
    Set<String> replayed = new HashSet<>(OF_THE_GATE);
    for (Page page : Page.all()) {
      page.document().accept(new AbstractVisitor() {
        @Override
        public void visit(Code code) {
          commands.add(code.getLiteral().replaceAll("\\s+", " "));
        }
      });
      page.fences().stream()
          .filter(fence -> fence.language().matches("console|sh"))
          .flatMap(fence -> fence.lines().stream())
          .forEach(line -> replayed.add(line.replaceFirst("^\\$ ", "")));
    }
    commands.removeIf(text -> !text.matches("mvn .*|java .*\\.java\\b.*") || Commands.isForm(text));
    commands.removeAll(replayed);
    return commands;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aCommandDoesWhatItIsFor(String text) throws Exception {
    Command command = Command.parse(text);
    try (Terminal terminal = new Terminal()) {
      terminal.start(command.in(folder, Map.of("7878", "0", "8080", "0")));
      if (command.isServer() && !text.contains("@jshell")) {
        boolean runs = terminal.await(new Transcript(List.of("...", isRunning(text))));
        assertTrue(runs, () -> String.join("\n", terminal.unread()));
      } else {
        int exitCode = terminal.awaitExit();
        String output = String.join("\n", terminal.unread());
        boolean isVerdict = text.contains("-Dtest=Exercise") && output.contains("tasks, core ");
        assertTrue(exitCode == 0 || isVerdict, output);
      }
    }
  }

  /** The line that says that it runs. */
  private static String isRunning(String command) {
    if (command.contains("-pl docs")) {
      return "The workbook is at ...";
    }
    return command.contains("@watch") ? "Watching ..." : "...Listening on ...";
  }
}
