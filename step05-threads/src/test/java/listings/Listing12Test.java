package listings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import judge.seen.ChildProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Listing 20-12 asks for a class that does not exist yet: javac says which. */
class Listing12Test {

  @TempDir
  Path classes;

  @Test
  void javacMissesTheThreadPool() throws IOException {
    Path source =
        ChildProcess.module(Listing11.class).resolve("src/broken/java/listings/Listing12.java");
    String message = "cannot find symbol\n  symbol:   class ThreadPool\n"
        + "  location: class listings.Listing12";

    Locale.setDefault(Locale.ROOT); // javac has its messages in some other languages, too
    List<Diagnostic<? extends JavaFileObject>> errors = compile(source);

    assertEquals(2, errors.size(), errors.toString());
    for (Diagnostic<? extends JavaFileObject> error : errors) {
      assertEquals(message, error.getMessage(Locale.ROOT).replace(System.lineSeparator(), "\n"));
      assertEquals("    ThreadPool pool = new ThreadPool(4);", line(source, error));
    }
  }

  private List<Diagnostic<? extends JavaFileObject>> compile(Path source) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> errors = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = javac.getStandardFileManager(errors, null, null)) {
      List<String> options = List.of("--release", "17", "-d", classes.toString());
      javac
          .getTask(null, files, errors, options, null, files.getJavaFileObjects(source))
          .call();
    }
    return errors.getDiagnostics();
  }

  private static String line(Path source, Diagnostic<?> error) throws IOException {
    return Files.readAllLines(source).get((int) error.getLineNumber() - 1);
  }
}
