package said;

import book.Finding;
import book.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Questions with options: the options are A, B, C in order, and exactly one says "Yes". Questions
 * and hints are numbered in order.
 */
public final class Quizzes {

  /** An option, and the first word that stands in it. */
  private static final Pattern OPTION =
      Pattern.compile("<details><summary>([A-Z]): (?:(?!</summary>)[\\s\\S])*</summary>\\s*(\\S+)");

  private static final Pattern ASKED = Pattern.compile("(?s).*\\*\\*(?:\\d+\\. )?(.+?)\\*\\*");

  private static final Pattern NUMBERED = Pattern.compile("(?m)^\\*\\*(\\d+)\\. .*|^## .*");
  private static final Pattern HINT =
      Pattern.compile("(?m)^<details><summary>Hint (\\d+)</summary>|^#.*");

  private Quizzes() {}

  /** Each question of the page with its right option. */
  public static Map<String, String> keys(Page page) {
    Prose prose = Prose.of(page);
    Map<String, String> keys = new LinkedHashMap<>();
    for (List<MatchResult> options : questions(prose)) {
      Matcher asked =
          ASKED.matcher(prose.text().substring(0, options.get(0).start()).strip());
      options.stream()
          .filter(option -> group(option, 2).startsWith("Yes") && asked.matches())
          .forEach(option -> keys.put(asked.group(1).replaceAll("\\s+", " "), option.group()));
    }
    return keys;
  }

  /** For each question its options. */
  private static List<List<MatchResult>> questions(Prose prose) {
    List<List<MatchResult>> questions = new ArrayList<>();
    int end = -1;
    for (MatchResult option : prose.find(OPTION).toList()) {
      boolean isNext =
          end >= 0 && !prose.text().substring(end, option.start()).matches("(?s).*\n(\\*\\*|#).*");
      if (!isNext) {
        questions.add(new ArrayList<>());
      }
      questions.get(questions.size() - 1).add(option);
      end = option.end();
    }
    return questions;
  }

  static int count(Prose prose) {
    return questions(prose).size();
  }

  static List<Finding> wrong(Prose prose) {
    List<Finding> findings = new ArrayList<>();
    inOrder(prose, NUMBERED, findings);
    inOrder(prose, HINT, findings);
    for (List<MatchResult> options : questions(prose)) {
      long right =
          options.stream().filter(option -> group(option, 2).startsWith("Yes")).count();
      if (right != 1) {
        findings.add(prose.finding(
            options.get(0).start(),
            "a question with " + options.size() + " options",
            right + " of them begin with \"Yes\"",
            "begin the answer that is right with Yes."));
      }
      findings.addAll(outOfOrder(prose, options));
    }
    return findings;
  }

  /** Below each heading, they are numbered 1, 2, 3. */
  private static void inOrder(Prose prose, Pattern numbered, List<Finding> findings) {
    int next = 1;
    for (MatchResult found : prose.find(numbered).toList()) {
      boolean isHeading = found.group(1) == null;
      if (!isHeading && Integer.parseInt(found.group(1)) != next) {
        findings.add(
            prose.finding(found.start(), found.group(), "the next is " + next, "count from 1"));
      }
      next = isHeading ? 1 : next + 1;
    }
  }

  private static List<Finding> outOfOrder(Prose prose, List<MatchResult> options) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      String letter = "" + (char) ('A' + i);
      if (!group(options.get(i), 1).equals(letter)) {
        findings.add(prose.finding(
            options.get(i).start(),
            options.get(i).group(),
            "the next option is " + letter,
            "name options A, B, C in order"));
      }
    }
    return findings;
  }

  private static String group(MatchResult option, int number) {
    Matcher parts = OPTION.matcher(option.group());
    parts.matches();
    return parts.group(number);
  }
}
