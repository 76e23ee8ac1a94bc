package said;

import book.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import project.Project;
import project.Source;

/** Words that code has: the project's, without its comments; the JDK's; that of proven blocks. */
final class Vocabulary {

  static final Pattern WORD = Pattern.compile("(?<!\\w)[A-Za-z_]\\w*");

  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*(/?\\*|//).*$|\\s// .*$");
  private static final Pattern BETWEEN = Pattern.compile("\"\\s*\\+\\s*\"");
  private static final Pattern CODE = Pattern.compile(
      ".*\\.(java|jsh|bsh|xml|html|css|js|mjs|yml)|\\.ci/[^.]*|docs/src/test/hints/.*");

  /** What is planted there is untrue. */
  private static final Pattern PLANTED = Pattern.compile(".*/(said/|proof/Planted).*");

  private static final Path JDK = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules");
  private static final Pattern SHORT_LIST = Pattern.compile("(.+?) <- .+");

  /** Words, and texts between code marks, that somebody has vouched for. */
  static final Set<String> STATED = stated();

  /** Packages of the JDK, with dots. */
  private static final Set<String> PACKAGES = new HashSet<>();

  /** Words side by side, of which the second and the third are in small letters. */
  static final List<Pattern> PHRASES = List.of(
      Pattern.compile("(?=\\b([A-Za-z]+ [a-z]+)\\b)"),
      Pattern.compile("(?=\\b([A-Za-z]+ [a-z]+ [a-z]+)\\b)"));

  private static final Set<String> SAID = new HashSet<>();
  private static final Set<String> WORDS = words();

  private Vocabulary() {}

  static boolean has(String word) {
    return WORDS.contains(word) || STATED.contains(word);
  }

  /** Whether these words stand side by side in code, as in what a program prints. */
  static boolean says(String words) {
    return SAID.contains(words);
  }

  /** Whether somebody has vouched for the text, or for a word in it. */
  static boolean isStated(String code) {
    return STATED.contains(code)
        || WORD.matcher(code).results().anyMatch(word -> STATED.contains(word.group()));
  }

  /** Whether the JDK or the project has a package of that name. */
  static boolean hasPackage(String name) {
    return PACKAGES.contains(name)
        || NumberSource.names()
            .anyMatch(file -> file.contains("/java/" + name.replace('.', '/') + "/"));
  }

  /** A class of the JDK by its simple name, if it is one that programs import often. */
  static Optional<Class<?>> ofJdk(String simple) {
    return Stream.of("lang", "io", "net", "util", "util.concurrent", "nio.charset", "nio.file")
        .flatMap(part -> find("java." + part + "." + simple).stream())
        .findFirst();
  }

  static Optional<Class<?>> find(String name) {
    try {
      return Optional.of(Class.forName(name, false, ClassLoader.getPlatformClassLoader()));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  /** The code of the project's class of that name, wherever it is; empty if there is none. */
  static String code(String simple) {
    return NumberSource.names()
        .filter(file -> file.endsWith("/" + simple + ".java") || file.endsWith("/explore.jsh"))
        .map(file -> code(Project.ROOT.resolve(file)))
        .filter(code -> code.contains("class " + simple)
            || code.contains("record " + simple)
            || code.contains("interface " + simple)
            || code.contains("enum " + simple))
        .collect(Collectors.joining("\n"));
  }

  private static String code(Path file) {
    return BETWEEN.matcher(COMMENT.matcher(Source.read(file)).replaceAll("")).replaceAll("");
  }

  private static Set<String> stated() {
    return Source.read(Project.ROOT.resolve("docs/src/test/names.txt"))
        .lines()
        .filter(line -> !line.startsWith("#"))
        .flatMap(line -> SHORT_LIST.matcher(line).results())
        .map(line -> line.group(1))
        .collect(Collectors.toSet());
  }

  private static Set<String> words() {
    Set<String> words = new HashSet<>();
    NumberSource.names().forEach(file -> {
      addAll(file, words);
      if (CODE.matcher(file).matches() && !PLANTED.matcher(file).matches()) {
        addAll(code(Project.ROOT.resolve(file)), words);
      }
    });
    Page.named("").stream()
        .flatMap(page -> page.fences().stream())
        .filter(fence -> !fence.isSketch())
        .forEach(fence -> addAll(String.join("\n", fence.lines()), words));
    List.of("java.base", "jdk.httpserver").forEach(module -> addModule(module, words));
    for (String name :
        List.of("io.BufferedReader", "io.PrintWriter", "net.Socket", "lang.Thread")) {
      find("java." + name)
          .ifPresent(
              type -> List.of(type.getMethods()).forEach(method -> words.add(method.getName())));
    }
    return words;
  }

  private static void addAll(String text, Collection<String> words) {
    WORD.matcher(text).results().forEach(word -> words.add(word.group()));
    for (Pattern phrase : PHRASES) {
      phrase.matcher(text).results().forEach(found -> SAID.add(found.group(1)));
    }
  }

  private static void addModule(String module, Set<String> words) {
    try (Stream<Path> classes = Files.walk(JDK.resolve(module))) {
      classes
          .map(file -> JDK.resolve(module).relativize(file).toString())
          .filter(name -> name.matches("(java|javax|com/sun/net)/.*\\.class"))
          .forEach(name -> {
            addAll(name, words);
            PACKAGES.add(name.substring(0, name.lastIndexOf('/')).replace('/', '.'));
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
