package watch;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import judge.events.Problem;

/** What to do about an error of javac's, for the commonest ones. */
public final class Advice {

  private static final Pattern UNKNOWN_CLASS =
      Pattern.compile("(?s)cannot find symbol.*symbol: +(?:class|variable) ([A-Z]\\w*).*");

  /** What a server's code is likely to use. */
  private static final List<String> PACKAGES = List.of(
      "java.net",
      "java.io",
      "java.util",
      "java.util.concurrent",
      "java.util.function",
      "java.nio.charset",
      "java.nio.file",
      "java.util.concurrent.atomic");

  /** Whose constants it is likely to use by their names alone. */
  private static final List<Class<?>> CONSTANTS = List.of(StandardCharsets.class, TimeUnit.class);

  private static final Map<String, String> BY_WORDS = Map.of(
      "';' expected", "A semicolon is missing at this place.",
      "reached end of file while parsing", "A } is missing somewhere above.",
      "unreported exception",
          "Catch it, or let the method say that it throws it: throws IOException. In a lambda,"
              + " catch it.",
      "class, interface, enum, or record expected",
          "Perhaps there is a } too many above, or a word is mistyped, such as import.");

  private Advice() {}

  /** In a sentence; empty if there is none. */
  public static String of(Problem problem) {
    Matcher unknown = UNKNOWN_CLASS.matcher(problem.message());
    if (unknown.matches()) {
      return Stream.concat(packages(unknown.group(1)), constants(unknown.group(1)))
          .findFirst()
          .map(name -> "If you mean the JDK's, an import is missing: import " + name + ";")
          .orElse("");
    }
    return BY_WORDS.entrySet().stream()
        .filter(one -> problem.message().contains(one.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  private static Stream<String> packages(String name) {
    return PACKAGES.stream().map(one -> one + "." + name).filter(Advice::exists);
  }

  private static Stream<String> constants(String name) {
    return CONSTANTS.stream()
        .filter(
            one -> Stream.of(one.getFields()).anyMatch(field -> field.getName().equals(name)))
        .map(one -> "static " + one.getName() + "." + name);
  }

  private static boolean exists(String name) {
    try {
      Class.forName(name, false, ClassLoader.getPlatformClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
