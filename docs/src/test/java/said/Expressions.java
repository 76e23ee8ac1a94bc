package said;

import book.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Java in code marks that is a whole expression or statement: it compiles, and is what is said. */
final class Expressions {

  /** Begins as code that somebody could type; a name of a lab's helper is not among them. */
  private static final Pattern CODE =
      Pattern.compile("(?s)(\"|new [A-Z]|[a-z]\\w*\\.[a-z]|[A-Z]\\w*\\.[a-z]"
          + "|while \\(|if \\(|synchronized \\(|catch \\(|try \\(|throw |[a-z]\\w* == ).*");

  /** Something is left out, is meant as a name, or is not Java. */
  private static final Pattern OTHER = Pattern.compile("(?s).*(\\.\\.\\.|…|::\\w+\\(|://).*"
      + "|(new )?[\\w.]+|[A-Z]\\w*\\.[a-z]\\w*\\(\\)"
      + "|\"[^\"]*\"?|\"\"\"|[a-z-]+\\.[a-z]+(/.*)?");

  private static final Pattern CALL = Pattern.compile("(?s).*\\)|new .*");
  private static final Pattern SAID = Pattern.compile("(?s)`([^`]+)`\\s+is\\s+(-?\\d[\\d,]*)\\b");

  private Expressions() {}

  static int count(Prose prose) {
    return code(prose).size();
  }

  private static List<Prose.Said> code(Prose prose) {
    return !prose.page().isChapter()
            && !prose.page().name().endsWith("glossary.md")
            && !prose.page().name().endsWith("planted.md")
        ? List.of()
        : prose.code().stream()
            .filter(code -> CODE.matcher(code.text()).matches())
            .filter(code -> !OTHER.matcher(code.text()).matches())
            .filter(code -> !Vocabulary.isStated(code.text()))
            .toList();
  }

  static List<Finding> wrong(Prose prose) {
    List<Finding> findings = new ArrayList<>(values(prose));
    List<Prose.Said> code = code(prose);
    Map<Integer, String> problems =
        JavaCode.problems(code.stream().map(one -> body(one.text())).toList());
    problems.forEach((i, problem) -> findings.add(new Finding(
        prose.page().name(),
        code.get(i).line(),
        code.get(i).text(),
        problem,
        "write what compiles; docs/src/test/java/said/Sentence.java has the names it may use")));
    return findings;
  }

  private static String body(String code) {
    if (code.matches("(?s)(while|if|synchronized) \\(.*\\)")) {
      return "if (closed) { " + code + " { run(); } } return null;";
    } else if (code.startsWith("catch (")) {
      return "try { run(); } " + code + " { } return null;";
    } else if (code.startsWith("try (")) {
      return "Socket socket = null; " + code + " { run(); } return null;";
    } else if (code.startsWith("throw ")) {
      return code.replace("(e)", "(line)");
    }
    return CALL.matcher(code).matches() ? code + "; return null;" : "return " + code + ";";
  }

  /** {@code `"abc".length()` is 3}. */
  private static List<Finding> values(Prose prose) {
    List<MatchResult> said = prose
        .find(SAID)
        .filter(found -> found.group(1).matches("(?s)\".*\"\\..*"))
        .filter(found -> !Vocabulary.isStated(found.group(1)))
        .toList();
    Map<String, Object> values =
        JavaCode.values(said.stream().map(found -> found.group(1)).distinct().toList());
    List<Finding> findings = new ArrayList<>();
    for (MatchResult one : said) {
      String value = "" + values.getOrDefault(one.group(1), "");
      if (!value.isEmpty() && !value.equals(one.group(2).replace(",", ""))) {
        findings.add(
            prose.finding(one.start(), one.group(), "it is " + value, "say what Java says"));
      }
    }
    return findings;
  }
}
