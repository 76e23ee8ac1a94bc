package said;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import project.Project;

/** Code of sentences, compiled as the bodies of methods that have the names of {@link Sentence}. */
final class JavaCode {

  private static final String CLASS = """
      import static java.nio.charset.StandardCharsets.*;
      import java.io.*;
      import java.net.*;
      import java.nio.file.*;
      import java.util.*;
      import java.util.concurrent.*;
      public class C%d extends said.Sentence {
        public Object value() throws Exception {
          %s
        }
      }
      """;

  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

  /** One for all: to find the JDK's classes takes longer than to compile some. */
  private static final StandardJavaFileManager FILES =
      JAVAC.getStandardFileManager(null, null, null);

  private JavaCode() {}

  /** What javac says of each body, by its place in the list; nothing of those that compile. */
  static Map<Integer, String> problems(List<String> bodies) {
    return compile(bodies, Project.newFolder("said"));
  }

  private static synchronized Map<Integer, String> compile(List<String> bodies, Path target) {
    Map<Integer, String> problems = new TreeMap<>();
    List<JavaFileObject> files = new ArrayList<>();
    IntStream.range(0, bodies.size()).forEach(i -> files.add(new InMemory(i, bodies.get(i))));
    var found = new DiagnosticCollector<JavaFileObject>();
    // Goes on with the others when one of them cannot be parsed.
    List<String> options =
        List.of("-proc:none", "-XDshould-stop.ifError=FLOW", "-d", target.toString());
    if (!files.isEmpty()) {
      JAVAC.getTask(null, FILES, found, options, null, files).call();
    }
    found.getDiagnostics().stream()
        .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
        .forEach(one -> problems.putIfAbsent(number(one), one.getMessage(null)));
    return problems;
  }

  private static Integer number(Diagnostic<? extends JavaFileObject> found) {
    return Integer.valueOf(found.getSource().getName().replaceAll("\\D", ""));
  }

  /** The values of expressions without variables, as far as they have one. */
  static Map<String, Object> values(List<String> expressions) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (expressions.isEmpty()) {
      return values;
    }
    Path target = Project.newFolder("said");
    compile(expressions.stream().map(one -> "return " + one + ";").toList(), target);
    URL[] classes = {url(target)};
    try (var loader = new URLClassLoader(classes, Sentence.class.getClassLoader())) {
      for (int i = 0; i < expressions.size(); i++) {
        String expression = expressions.get(i);
        value(loader, "C" + i).ifPresent(one -> values.put(expression, one));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return values;
  }

  private static URL url(Path folder) {
    try {
      return folder.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<Object> value(ClassLoader loader, String name) {
    try {
      Object code = loader.loadClass(name).getConstructor().newInstance();
      return Optional.of(code.getClass().getMethod("value").invoke(code));
    } catch (ReflectiveOperationException e) {
      return Optional.empty(); // it does not compile, or throws
    }
  }

  /** The file of one class. */
  private static final class InMemory extends SimpleJavaFileObject {

    private final String text;

    InMemory(int number, String body) {
      super(URI.create("memory:///C" + number + ".java"), Kind.SOURCE);
      text = String.format(CLASS, number, body);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
