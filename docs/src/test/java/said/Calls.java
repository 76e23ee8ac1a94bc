package said;

import book.Finding;
import book.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import project.Project;
import project.Source;
import project.Step;

/** Calls in sentences, {@code name(...)}: the step's lab, the project or the JDK has the method. */
final class Calls {

  private static final Pattern CALL = Pattern.compile("(?<![\\w:])([a-z]\\w*)(?=\\()");
  private static final Pattern HELPER =
      Pattern.compile("(?m)^(?:void|[A-Z][\\w<>\\[\\]]*) (\\w+)\\(([^)]*)\\)");

  /** Of Rust, which chapters name under "In Rust" and in passing. */
  private static final Set<String> OF_RUST =
      Set.of("unwrap", "write_all", "as_bytes", "len", "recv", "lock", "new", "spawn");

  private static final Set<String> KNOWN = known();

  private Calls() {}

  private static Set<String> known() {
    Set<String> known = new HashSet<>(OF_RUST);
    Stream.of(Step.values())
        .flatMap(step -> Project.javaFiles(step.folder().resolve("src")).stream())
        .map(Source::read)
        .flatMap(text -> CALL.matcher(text).results())
        .forEach(call -> known.add(call.group(1)));
    for (Step step : Step.values()) {
      known.addAll(helpers(step).keySet());
    }
    for (Class<?> type : List.of(
        java.io.BufferedReader.class,
        java.io.PrintWriter.class,
        java.io.InputStream.class,
        String.class,
        Object.class,
        Thread.class,
        java.net.Socket.class)) {
      Stream.of(type.getMethods()).forEach(method -> known.add(method.getName()));
    }
    return known;
  }

  /** The parameters of each helper of a step's lab. */
  private static Map<String, String> helpers(Step step) {
    Map<String, String> helpers = new HashMap<>();
    HELPER
        .matcher(Source.read(step.folder().resolve("explore.jsh")))
        .results()
        .forEach(helper -> helpers.put(helper.group(1), helper.group(2)));
    return helpers;
  }

  static int count(Prose prose) {
    return (int) prose.code().stream().flatMap(code -> calls(code.text())).count();
  }

  private static Stream<MatchResult> calls(String code) {
    return code.contains("::") ? Stream.empty() : CALL.matcher(code).results();
  }

  static List<Finding> wrong(Prose prose) {
    List<Finding> findings = new ArrayList<>();
    for (Prose.Said code : prose.code()) {
      calls(code.text())
          .map(call -> problem(prose.page(), code.text(), call))
          .flatMap(Optional::stream)
          .forEach(problem -> findings.add(new Finding(
              prose.page().name(), code.line(), code.text(), problem, "call what there is")));
    }
    return findings;
  }

  private static Optional<String> problem(Page page, String code, MatchResult call) {
    String name = call.group(1);
    if (!KNOWN.contains(name)) {
      return Optional.of("neither a lab nor a listing nor the JDK's class has " + name
          + "; the labs have " + labs());
    }
    String parameters = helpers(page.step()).get(name);
    boolean isHelper = call.start() == 0 && parameters != null;
    int given = arguments(code.substring(call.end() + 1));
    return isHelper && !takes(parameters, given)
        ? Optional.of("the lab has " + name + "(" + parameters + ")")
        : Optional.empty();
  }

  private static String labs() {
    return Stream.of(Step.values())
        .flatMap(step -> helpers(step).keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new))
        .toString();
  }

  private static boolean takes(String parameters, int given) {
    return parameters.contains("...")
        || given == (parameters.isBlank() ? 0 : parameters.split(",").length)
        || given == 0; // a method is named, not called
  }

  /** How many arguments there are up to the closing parenthesis. */
  private static int arguments(String text) {
    int depth = 0;
    int commas = 0;
    boolean isQuoted = false;
    int i = 0;
    for (; i < text.length() && (depth > 0 || isQuoted || text.charAt(i) != ')'); i++) {
      char c = text.charAt(i);
      isQuoted ^= c == '"' && (i == 0 || text.charAt(i - 1) != '\\');
      depth += isQuoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
      commas += !isQuoted && depth == 0 && c == ',' ? 1 : 0;
    }
    return text.substring(0, Math.min(i, text.length())).isBlank() ? 0 : commas + 1;
  }
}
