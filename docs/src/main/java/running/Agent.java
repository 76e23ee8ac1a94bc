package running;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import project.Project;
import threads.Looks;
import threads.Rows;

/**
 * What is put beside the program in a server's process: the {@link Lifeline} and what it starts.
 */
public final class Agent implements AutoCloseable {

  private static final List<String> CLASSES = List.of(
      "running/Lifeline",
      "running/Printer",
      "threads/Sampler",
      "threads/Eye",
      "threads/Seen",
      "threads/Doing");

  private final Path archive = make();
  private final Looks looks = new Looks();
  private final BiConsumer<Program, Rows> observer;

  /**
   * @param observer is told what is seen of a program's threads
   */
  Agent(BiConsumer<Program, Rows> observer) {
    this.observer = observer;
  }

  private static Path make() {
    Path file = Project.newFolder("agent").resolve("agent.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", Lifeline.class.getName());
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      for (String name : CLASSES) {
        add(name + ".class", jar);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static void add(String entry, JarOutputStream jar) throws IOException {
    try (InputStream code = Agent.class.getClassLoader().getResourceAsStream(entry)) {
      jar.putNextEntry(new JarEntry(entry));
      code.transferTo(jar);
      jar.closeEntry();
    }
  }

  /** The option for Java. */
  String option() {
    return "-javaagent:" + archive;
  }

  /**
   * The same for a process whose standard input is not free: it ends when the connection does.
   *
   * @param port of this machine, to which the agent connects
   */
  public static String lifeline(int port) {
    return "-javaagent:" + make() + "=" + port;
  }

  /** The line that tells the agent in a process of this program to look at the threads. */
  String line(Program program) {
    return looks.expect(rows -> observer.accept(program, rows));
  }

  /** The process has ended. */
  void forget(String line) {
    looks.forget(line);
  }

  @Override
  public void close() {
    looks.close();
  }
}
