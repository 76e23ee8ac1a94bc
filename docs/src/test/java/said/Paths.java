package said;

import book.Finding;
import book.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Files and folders in code marks: the project has them, or a block of a page makes them. */
final class Paths {

  private static final Pattern FILE = Pattern.compile(
      "(?!-)(?:[\\w.-]+/)*[\\w.…-]+\\.(?:java|jsh|html|css|js|mjs|md|png|svg|txt|yml)");
  private static final Pattern FOLDER = Pattern.compile(
      "(?:step0\\d-[\\w-]+|docs|src|STEP|pages|sub|exercise|\\.ci|\\.github)(?:/[\\w.…-]+)*/?");

  /** What looks like a path and begins with no type of media. */
  private static final Pattern OTHER =
      Pattern.compile("(?!(?:text|image|application|http)/)[a-z]+/[a-z][a-z.+-]*");

  /** What Maven makes, and its reports. */
  private static final Pattern MADE = Pattern.compile(".*/target/(classes|surefire-reports)(/.*)?");

  private static final Set<String> FILES =
      NumberSource.names().map(file -> "/" + file + "/").collect(Collectors.toSet());

  /** All blocks of all pages. */
  private static final String BLOCKS = Page.named("").stream()
      .flatMap(page -> page.fences().stream())
      .map(fence -> fence.info() + "\n" + fence.lines())
      .collect(Collectors.joining("\n"));

  private Paths() {}

  static List<Finding> wrong(Prose prose) {
    List<Finding> findings = new ArrayList<>();
    for (Prose.Said code : prose.code()) {
      String text = code.text();
      boolean isPath = FILE.matcher(text).matches()
          || FOLDER.matcher(text).matches()
          || OTHER.matcher(text).matches();
      if (isPath
          && !text.endsWith(".class")
          && !Vocabulary.STATED.contains(text)
          && !isThere(text)) {
        findings.add(new Finding(
            prose.page().name(),
            code.line(),
            text,
            "there is no such file or folder, and no block makes it",
            "name what there is, from the project's folder or from that of a step"));
      }
    }
    return findings;
  }

  private static boolean isThere(String text) {
    String path = text.replaceFirst("/?…?$", "").replace("STEP", "step02-read-request");
    Pattern file = Pattern.compile(
        ".*/" + Pattern.quote(path).replace("NN", "\\E0\\d\\Q").replace("…", "\\E.*\\Q") + "/.*");
    return MADE.matcher(path + "/").matches()
        || path.contains("/target/") && BLOCKS.contains(path)
        || FILES.stream().anyMatch(name -> file.matcher(name).matches());
  }
}
