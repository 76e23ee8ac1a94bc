package said;

import book.Finding;
import book.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import project.Project;
import project.Source;

/** Numbers that have words of their own: statuses of HTTP, and the errors of curl. */
final class Codes {

  /** {@code 404 Not Found}, alone between code marks or at the end of a status line. */
  private static final Pattern STATUS =
      Pattern.compile("(?:^|HTTP/1\\.1 )([1-5]\\d\\d) ([A-Z][A-Za-z -]+)$");

  private static final Pattern CURL =
      Pattern.compile("(?:curl: |\\| |^)\\((\\d+)\\) (?!\\.\\.\\.)([^\\n`|]+)", Pattern.MULTILINE);

  private static final Pattern NUMBER = Pattern.compile("(?<!\\w)\\((?:1|7|18|28|52|56)\\)");

  /** Something that each version of curl says, by the number of the error. */
  private static final Map<String, String> WORDS = Map.of(
      "1", "HTTP/0.9",
      "7", "connect",
      "28", "timed out",
      "52", "empty reply",
      "56", "connection reset");

  private static final Map<String, String> REASONS = reasons();

  private Codes() {}

  /** The sections of the RFCs that are about one status have it as their title. */
  private static Map<String, String> reasons() {
    Pattern title = Pattern.compile("(?m)^\\d+ [\\d.]+ (\\d{3}) (.+)$");
    Path file = Project.ROOT.resolve("docs/src/test/resources/rfc-sections.txt");
    return title
        .matcher(Source.read(file))
        .results()
        .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
  }

  static List<Finding> wrong(Page page) {
    Prose prose = Prose.of(page);
    List<Finding> findings = new ArrayList<>();
    for (Prose.Said code : prose.code()) {
      Matcher status = STATUS.matcher(code.text());
      if (status.find() && !Vocabulary.STATED.contains(code.text()) && isOther(status)) {
        findings.add(new Finding(
            page.name(),
            code.line(),
            code.text(),
            "the reason of " + status.group(1) + " is " + REASONS.get(status.group(1)),
            "say the reason that the RFC has"));
      }
    }
    curl(new Prose(page, page.text()), findings);
    unseen(prose, findings);
    return findings;
  }

  /** A number of curl's in a chapter, such as (52), has been seen in one of its blocks. */
  private static void unseen(Prose prose, List<Finding> findings) {
    for (MatchResult number : prose.withoutCode().find(NUMBER).toList()) {
      boolean isSeen = prose.page().text().contains("curl: " + number.group());
      if (prose.page().isChapter() && !isSeen) {
        findings.add(prose.finding(
            number.start(),
            number.group(),
            "no block of the page has curl: " + number.group(),
            "say the number that curl has shown"));
      }
    }
  }

  private static boolean isOther(MatchResult status) {
    return !status.group(2).equals(REASONS.getOrDefault(status.group(1), status.group(2)));
  }

  /** In sentences and in blocks: of these, the proof compares the number alone. */
  private static void curl(Prose whole, List<Finding> findings) {
    for (MatchResult error : whole.find(CURL).toList()) {
      String words = WORDS.getOrDefault(error.group(1), "");
      if (!error.group(2).toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT))) {
        findings.add(whole.finding(
            error.start(1),
            error.group(),
            "at (" + error.group(1) + ") curl speaks of: " + words,
            "say what curl says; it may be another number that is meant"));
      }
    }
  }
}
