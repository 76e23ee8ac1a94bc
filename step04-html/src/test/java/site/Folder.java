package site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static judge.words.Fresh.word;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import judge.verdict.Failure;

/** The folder pages/ on the class path, with what a task adds to it until it ends. */
final class Folder implements AutoCloseable {

  private static final List<String> FILES =
      List.of("hello.html", "404.html", "style.css", "server.png", "sub/one.html");

  private final Class<?> program;
  private final Path folder;
  private final Deque<Path> added = new ArrayDeque<>();

  private Folder(Class<?> program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /**
   * The folder on the class path of the program.
   *
   * @throws Failure if one of its files is missing
   */
  static Folder of(Class<?> program) {
    URL page = program.getResource("/pages/hello.html");
    if (page == null) {
      throw missing("hello.html");
    }
    try {
      Folder folder = new Folder(program, Path.of(page.toURI()).getParent());
      FILES.forEach(folder::bytes);
      return folder;
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Failure missing(String file) {
    String path = "src/main/resources/pages/" + file;
    return Failure.because(
        "The tests need the file " + path + ", and it is not there.",
        "- Change it as you like, but keep it: git checkout step04-html/" + path + " brings it"
            + " back.",
        "- Your IDE or Maven copies it to the class path when it builds the step.");
  }

  /** Whether the file system finds a file by this name; some take small letters for capitals. */
  boolean has(String file) {
    return Files.exists(folder.resolve(file));
  }

  byte[] bytes(String file) {
    try {
      return Files.readAllBytes(folder.resolve(file));
    } catch (IOException e) {
      throw missing(file);
    }
  }

  /** What it means that other bytes came than the file's. */
  String otherBytes(String file, byte[] came) {
    if (isListings(file, came)) {
      return "- These are the bytes of /" + file + ", which belongs to the listings: yours is"
          + " /pages/" + file + ".";
    }
    return FILES.stream()
        .filter(other -> !other.equals(file) && Arrays.equals(bytes(other), came))
        .findFirst()
        .map(other -> "- These are the bytes of " + other + "; asked for is " + file + ".")
        .orElse("Asked for is the file pages/" + file + ", byte by byte.");
  }

  /** Whether it is the page of this name that the listings of the chapter send. */
  private boolean isListings(String file, byte[] came) {
    Path other = folder.resolveSibling(file);
    return Files.exists(other)
        && Arrays.equals(read(other), came)
        && !Arrays.equals(bytes(file), came);
  }

  /** Adds a small page, and returns its name. */
  String add(String file) {
    String page = "<!DOCTYPE html>\n<title>Ё</title>\n<p>" + file + " " + word() + "</p>\n";
    return add(file, page.getBytes(UTF_8));
  }

  String add(String file, byte[] bytes) {
    put(folder.resolve(file), bytes);
    return file;
  }

  /** Adds a file next to the folder, and returns its name. */
  String addBeside(String file) {
    put(folder.resolveSibling(file), ("secret " + word() + "\n").getBytes(UTF_8));
    return file;
  }

  private void put(Path file, byte[] bytes) {
    try {
      if (Files.notExists(file.getParent())) {
        Files.createDirectory(file.getParent());
        keepForTheEnd(file.getParent());
      }
      keepForTheEnd(file);
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Also for the end of the program, if the task does not come to its own. */
  private void keepForTheEnd(Path file) {
    added.push(file);
    file.toFile().deleteOnExit();
  }

  /** What must not be sent: the files next to the folder, and the program itself. */
  List<byte[]> secrets(String... beside) {
    try (var in = program.getResourceAsStream(program.getSimpleName() + ".class")) {
      return Stream.concat(
              Stream.of(beside).map(folder::resolveSibling).map(Folder::read),
              Stream.of(in.readAllBytes()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The path of a file next to the folder, from the top of the file system. */
  String absolute(String file) {
    return folder.resolveSibling(file).toUri().getRawPath();
  }

  @Override
  public void close() {
    for (Path file : added) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // Somebody has it open; it goes when the program ends.
      }
    }
  }
}
