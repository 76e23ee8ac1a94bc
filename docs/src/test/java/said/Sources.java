package said;

import book.Finding;
import book.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import project.Project;
import project.Source;
import project.Step;

/** What Java files say in comments and messages: there are such sections, tasks and listings. */
public final class Sources {

  private static final Pattern OWN = Pattern.compile("/\\*\\* Listing 20-(\\d+):");

  /** What stands between the words of a comment or of a message that has several lines. */
  private static final Pattern BETWEEN = Pattern.compile("(?m)^ *(\\*|//)(?!/)|\"\\s*\\+\\s*\"");

  private Sources() {}

  /** What is not true in the steps and in what judges them. */
  public static List<Finding> wrong() {
    return Stream.concat(Stream.of("docs/judge"), Stream.of(Step.values()).map(Step::module))
        .map(module -> Project.ROOT.resolve(module).resolve("src"))
        .flatMap(folder -> Project.javaFiles(folder).stream())
        .flatMap(file -> wrong(name(file), Source.read(file)).stream())
        .toList();
  }

  private static String name(Path file) {
    return Project.ROOT.relativize(file).toString().replace('\\', '/');
  }

  /** What is not true in one of them. */
  public static List<Finding> wrong(String name, String text) {
    String plain =
        BETWEEN.matcher(text).replaceAll(found -> found.group().replaceAll("[^\n]", " "));
    Prose prose = new Prose(new Page(name, Path.of(name), text, null), plain);
    List<Finding> findings = new ArrayList<>(Sections.wrong(prose));
    findings.removeIf(finding -> finding.found().startsWith("that section is about")); // elsewhere
    findings.addAll(Mentions.wrong(prose));
    Matcher file = Pattern.compile(".*/Listing(\\d+)\\.java").matcher(name);
    if (file.matches()) {
      prose
          .find(OWN)
          .filter(own -> Integer.parseInt(own.group(1)) != Integer.parseInt(file.group(1)))
          .forEach(own -> findings.add(prose.finding(
              own.start(), own.group(), "it is listing 20-" + file.group(1), "say its number")));
    }
    return findings;
  }
}
