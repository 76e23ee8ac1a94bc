package said;

import book.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import project.Project;
import project.Source;

/** Sections of RFCs that sentences name: there are such, and it is they to which a link leads. */
final class Sections {

  private static final Map<String, String> TITLES = titles();
  private static final String NUMBER = "[1-9]\\d*(?:\\.\\d+)*";

  /** "RFC 9112, sections 3 and 2.2", "9112, 3 and 2.2" in a table; or a section of the last RFC. */
  private static final Pattern NAMED =
      Pattern.compile("(?:RFC\\s+(?<rfc>\\d{4})(?:,\\s+(?:sections?\\s+)?(?=\\d)|(?![\\d,]))"
          + "|\\|\\s+(?<row>9\\d{3}|3986),\\s+"
          + "|\\bsections?\\s+(?=\\d))"
          + "(?<numbers>" + NUMBER + "(?:(?:,|\\s+and|\\s+to)\\s+" + NUMBER + ")*)?");

  private static final Pattern LINK = Pattern.compile(
      "\\[(?<text>[^\\]]*)\\]\\(\\s*https://www\\.rfc-editor\\.org/rfc/rfc(?<rfc>\\d+)"
          + "(?:#section-(?<number>[\\d.]+))?(?:\\s+\"(?<title>[^\"]*)\")?\\s*\\)");
  private static final Pattern DEFINITION = Pattern.compile(
      "(?m)^\\[(?<text>RFC \\d{4}, section [^\\]]*)\\]: https://www\\.rfc-editor\\.org/rfc/"
          + "rfc(?<rfc>\\d+)#section-(?<number>[\\d.]+) \"(?<title>[^\"]*)\"$");

  /** Behind the words of a link. */
  private static final Pattern ADDRESS =
      Pattern.compile("\\]\\(https://www\\.rfc-editor\\.org/rfc/rfc(\\d+)#");

  private static final Pattern STATUS = Pattern.compile("\\d{3} .*");

  private Sections() {}

  private static Map<String, String> titles() {
    Map<String, String> titles = new HashMap<>();
    Source.read(Project.ROOT.resolve("docs/src/test/resources/rfc-sections.txt"))
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" ", 3))
        .forEach(words -> titles.put(words[0] + " " + words[1], words[2]));
    return titles;
  }

  /** A section that a page names. */
  record Named(String rfc, String number, MatchResult where) {}

  static int count(Prose prose) {
    return named(prose).size();
  }

  static List<Named> named(Prose prose) {
    List<Named> all = new ArrayList<>();
    String last = "";
    for (MatchResult found : prose.find(NAMED).toList()) {
      Matcher parts = NAMED.matcher(found.group());
      parts.matches();
      String rfc = Optional.ofNullable(parts.group("rfc")).orElse(parts.group("row"));
      Matcher address =
          ADDRESS.matcher(prose.text()).region(found.end(), prose.text().length());
      last = address.lookingAt() ? address.group(1) : rfc == null ? last : rfc;
      if (parts.group("numbers") != null && !last.isEmpty()) {
        for (String number : parts.group("numbers").split("(,|\\s+and|\\s+to)\\s+")) {
          all.add(new Named(last, number, found));
        }
      }
    }
    return all;
  }

  static List<Finding> wrong(Prose prose) {
    List<Finding> findings = new ArrayList<>();
    for (Named named : named(prose)) {
      problem(prose, named)
          .ifPresent(found -> findings.add(prose.finding(
              named.where().start(),
              named.where().group(),
              found,
              "docs/src/test/resources/rfc-sections.txt has the numbers and titles")));
    }
    findings.addAll(wrongLinks(prose, LINK));
    findings.addAll(wrongLinks(prose, DEFINITION));
    return findings;
  }

  private static List<Finding> wrongLinks(Prose prose, Pattern form) {
    List<Finding> findings = new ArrayList<>();
    for (MatchResult link : prose.find(form).toList()) {
      Matcher parts = form.matcher(link.group());
      parts.matches();
      linkProblem(parts)
          .ifPresent(found -> findings.add(prose.finding(
              link.start(), link.group(), found, "let text, title and address name one section")));
    }
    return findings;
  }

  private static Optional<String> problem(Prose prose, Named named) {
    String title = TITLES.get(named.rfc() + " " + named.number());
    if (title == null) {
      return Optional.of("RFC " + named.rfc() + " has no section " + named.number());
    }
    int place = named.where().start();
    boolean isOther = STATUS.matcher(title).matches()
        && Stream.of(prose.paragraph(place), prose.heading(place))
            .noneMatch(text -> text.contains(title.substring(0, 3)));
    return isOther ? Optional.of("that section is about " + title) : Optional.empty();
  }

  private static Optional<String> linkProblem(Matcher link) {
    String section = link.group("rfc") + " " + link.group("number");
    String text = link.group("text").replaceAll("\\s+", " ");
    Matcher number = Pattern.compile("section (" + NUMBER + ")").matcher(text);
    Matcher rfc = Pattern.compile("(?:RFC )?(\\d{4}),").matcher(text);
    if (number.find() && !number.group(1).equals(link.group("number"))) {
      return Optional.of("the address leads to section " + link.group("number"));
    } else if (rfc.find() && !rfc.group(1).equals(link.group("rfc"))) {
      return Optional.of("the address leads to RFC " + link.group("rfc"));
    } else if (link.group("number") != null && !TITLES.containsKey(section)) {
      return Optional.of("RFC " + link.group("rfc") + " has no section " + link.group("number"));
    } else if (link.group("title") != null && !link.group("title").equals(TITLES.get(section))) {
      return Optional.of("the title of that section is: " + TITLES.get(section));
    }
    return Optional.empty();
  }
}
