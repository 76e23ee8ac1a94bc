package book;

import static java.nio.charset.StandardCharsets.UTF_8;

import engine.Compiler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import jdk.jshell.tool.JavaShellToolBuilder;
import project.Project;
import project.Step;

/** A step's JShell lab, as {@code exec:java@jshell} starts it: type a line, get its output. */
final class Lab implements AutoCloseable {

  private static final String PROMPT = "jshell> ";
  private static final String MORE = "   ...> ";

  private final PipedOutputStream keyboard = new PipedOutputStream();
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final FutureTask<Integer> tool;
  private String typed = "";

  Lab(Step step, String port) throws Exception {
    String[] arguments = {
      "--class-path",
      classPath(step),
      "-R-Dport=" + port,
      "-R-Dfile.encoding=UTF-8",
      "-R-XX:TieredStopAtLevel=1",
      "-R-XX:+UseSerialGC",
      step.folder().resolve("explore.jsh").toString()
    };
    var in = new PipedInputStream(keyboard);
    var out = new PrintStream(screen, true);
    tool = new FutureTask<>(() -> JavaShellToolBuilder.builder()
        .in(in, null)
        .out(out)
        .err(out)
        .persistence(new HashMap<>())
        .start(arguments));
    new Thread(tool, "lab").start();
    await(PROMPT);
    screen.reset();
  }

  private static String classPath(Step step) {
    Path classes = Project.newFolder("listings");
    Path listings = step.folder().resolve("src/main/java/listings");
    Compiler.compile(Project.javaFiles(listings), List.of(), classes);
    List<Path> entries = new ArrayList<>(List.of(classes, step.pages()));
    entries.addAll(Project.classPath());
    entries.removeIf(entry -> !Files.exists(entry)); // JShell refuses others
    return Project.classPath(entries);
  }

  /** Types a line; waits until JShell asks for the next one. */
  void type(String line) throws Exception {
    screen.reset();
    typed = line + "\n";
    keyboard.write(typed.getBytes(UTF_8));
    keyboard.flush();
    await(PROMPT, MORE);
  }

  /** What has been printed since the last line was typed, without empty lines at its end. */
  List<String> output() {
    String output = text().replace(PROMPT, "").replace(MORE, "");
    // Away from a real terminal, JShell repeats what is typed.
    return output
        .substring(output.startsWith(typed) ? typed.length() : 0)
        .stripTrailing()
        .lines()
        .toList();
  }

  private void await(String... prompts) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Terminal.LIMIT);
    while (Stream.of(prompts).noneMatch(text()::contains)) {
      if (tool.isDone() || System.nanoTime() > end) {
        throw new IllegalStateException("JShell does not ask for the next line: " + text());
      }
      Thread.sleep(5);
    }
  }

  private String text() {
    return screen.toString(Charset.defaultCharset()).replace("\r", "");
  }

  @Override
  public void close() throws IOException {
    try {
      if (!tool.isDone()) {
        keyboard.write("/exit\n".getBytes(UTF_8));
        keyboard.flush();
      }
      tool.get(Terminal.LIMIT, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IOException("JShell does not end", e);
    }
  }
}
