package book;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that a page shows. {@code ...} in it stands for any text, and of what curl says about an
 * error only the number counts: its words depend on the version.
 */
record Shown(String text) {

  private static final String ANY = "...";
  private static final Pattern PART =
      Pattern.compile("(?<time> *\\b\\d+\\.\\d\\d s\\b)|(?<error>^curl: \\(\\d+\\) )|\\.\\.\\.");
  private static final Pattern SAYS_NOTHING = Pattern.compile("[^\\p{L}\\p{N}]*");

  /** A time in seconds is from one run, and holds within this factor. */
  private static final double FACTOR = 3;

  /** What may be added on a quiet machine: seconds. */
  private static final double DELAY = 0.25;

  /** Begins of a text that are too short to be recognized elsewhere. */
  private static final int SHORT = 3;

  /** Whether it stands for any lines. */
  boolean isAnything() {
    return text.strip().equals(ANY);
  }

  /** Whether it has a letter or a digit of its own. */
  boolean saysSomething() {
    return !SAYS_NOTHING.matcher(text.replace(ANY, "")).matches();
  }

  boolean standsFor(String found) {
    List<Double> times = new ArrayList<>();
    Matcher line = pattern(times).matcher(found.stripTrailing());
    if (!line.matches()) {
      return false;
    }
    for (int i = 0; i < times.size(); i++) {
      if (!isLike(times.get(i), Double.parseDouble(line.group(i + 1)))) {
        return false;
      }
    }
    return true;
  }

  /** A busy machine makes times longer, but not shorter. */
  private static boolean isLike(double shown, double found) {
    return found * FACTOR >= shown - 0.01 && found <= shown * FACTOR + DELAY * busyness();
  }

  /** How many processes there are for each processor: 1 or more; many if nobody knows. */
  private static double busyness() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    double load = system.getSystemLoadAverage();
    return load < 0 ? 8 : Math.max(1, load / system.getAvailableProcessors());
  }

  /** What a line may look like, with a group for each time. */
  private Pattern pattern(List<Double> times) {
    StringBuilder pattern = new StringBuilder();
    String line = text.stripTrailing();
    Matcher part = PART.matcher(line);
    int from = 0;
    while (part.find()) {
      pattern.append(Pattern.quote(line.substring(from, part.start())));
      if (part.group("time") != null) {
        pattern.append(" *(\\d+\\.\\d\\d) s\\b");
        times.add(Double.valueOf(part.group("time").strip().split(" ")[0]));
      } else if (part.group("error") != null) {
        return Pattern.compile(pattern + Pattern.quote(part.group()) + ".*");
      } else {
        pattern.append(".*");
      }
      from = part.end();
    }
    return Pattern.compile(pattern + Pattern.quote(line.substring(from)));
  }

  /** The line found, but with {@code ...} where this line has it, as far as they are alike. */
  String mendedBy(String found) {
    if (standsFor(found)) {
      return text;
    }
    String[] fixed = text.stripTrailing().split(Pattern.quote(ANY), -1);
    if (fixed.length == 1 || !found.startsWith(fixed[0])) {
      return found;
    }
    StringBuilder mended = new StringBuilder(fixed[0]);
    String rest = found.substring(fixed[0].length());
    for (int i = 1; i < fixed.length; i++) {
      int at = fixed[i].isEmpty() ? rest.length() : placeOfBegin(fixed[i], rest);
      if (at < 0) {
        break;
      }
      String next = rest.substring(at);
      int length = next.startsWith(fixed[i]) ? fixed[i].length() : 0;
      mended.append(ANY).append(next, 0, length);
      rest = next.substring(length);
    }
    return mended + rest;
  }

  /** Where the longest begin of the text stands in the other one; -1 if no begin does. */
  private static int placeOfBegin(String text, String other) {
    for (int length = text.length(); length >= Math.min(SHORT, text.length()); length--) {
      int at = other.indexOf(text.substring(0, length));
      if (at >= 0) {
        return at;
      }
    }
    return -1;
  }
}
