package said;

import static java.nio.charset.StandardCharsets.UTF_8;

import book.Page;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import load.Report;
import org.commonmark.node.Heading;
import project.Markdown;
import project.Project;
import project.Source;

/**
 * How a number is had from the project's files: see the first lines of docs/src/test/numbers.txt.
 */
record NumberSource(String text) {

  private static final List<Path> SOURCES = sources();
  private static final String JAVA = "java ";
  private static final Pattern MINUS = Pattern.compile("(.*) minus (.*)");
  private static final Pattern SHARE = Pattern.compile("(.*) / (\\d+)");

  double value() {
    Matcher minus = MINUS.matcher(text);
    if (minus.matches()) {
      return new NumberSource(minus.group(1)).value() - new NumberSource(minus.group(2)).value();
    }
    Matcher share = SHARE.matcher(text);
    return share.matches()
        ? new NumberSource(share.group(1)).value() / Integer.parseInt(share.group(2))
        : plain();
  }

  /** The text in the first group, where the expression is found first, or what Java gives. */
  String words() {
    if (text.startsWith(JAVA)) {
      return "" + value(text.substring(JAVA.length()));
    }
    String[] words = text.split(" ", 3);
    return firstText(files(words[1]).get(0), Pattern.compile(words[2]));
  }

  private double plain() {
    String[] words = text.split(" ", 3);
    if (text.startsWith(JAVA)) {
      return java(text.substring(JAVA.length()));
    }
    if (words[0].equals("gain")) {
      return Report.gain(words[2], Integer.parseInt(words[1]));
    }
    List<Path> files = files(words[1]);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("there is no file for: " + text);
    }
    return of(words, files);
  }

  private double of(String[] words, List<Path> files) {
    return switch (words[0]) {
      case "files" -> files.size();
      case "bytes" -> Source.read(files.get(0)).getBytes(UTF_8).length;
      case "characters" -> Source.read(files.get(0)).length();
      case "lines" -> Source.read(files.get(0)).lines().count();
      case "count" -> count(files, Pattern.compile(words[2]));
      case "headings" -> headings(files.get(0), words[2]);
      case "place" -> place(files.get(0), words[2]);
      case "block" -> blockLines(files.get(0), words[2]);
      case "round" -> round(files.get(0), Pattern.compile(words[2]));
      case "first" -> first(files.get(0), Pattern.compile(words[2]));
      default -> throw new IllegalArgumentException("how is this number to be had? " + text);
    };
  }

  private static double count(List<Path> files, Pattern pattern) {
    return files.stream()
        .mapToLong(file -> pattern.matcher(Source.read(file)).results().count())
        .sum();
  }

  private static double first(Path file, Pattern pattern) {
    return NumberWords.value(firstText(file, pattern).replace("_", ""));
  }

  private static double round(Path file, Pattern pattern) {
    MatchResult found = find(file, pattern);
    return Math.rint(NumberWords.value(found.group(2)) / NumberWords.value(found.group(1)));
  }

  private static String firstText(Path file, Pattern pattern) {
    return find(file, pattern).group(1);
  }

  private static MatchResult find(Path file, Pattern pattern) {
    Matcher found = pattern.matcher(Source.read(file));
    if (!found.find()) {
      throw new IllegalArgumentException(file + " does not have " + pattern);
    }
    return found;
  }

  private static double java(String expression) {
    Object value = value(expression);
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException("no number, but " + value + ": " + expression);
  }

  private static Object value(String expression) {
    return JavaCode.values(List.of(expression)).get(expression);
  }

  /** Which one a heading is of those beside it, the first is 1. */
  private static double place(Path file, String title) {
    int[] places = new int[7]; // by the level of headings
    for (Heading heading : Page.read(file).headings()) {
      int level = heading.getLevel();
      places[level]++;
      Arrays.fill(places, level + 1, places.length, 0);
      if (Markdown.text(heading).equals(title)) {
        return places[level];
      }
    }
    throw new IllegalArgumentException(file + " has no heading " + title);
  }

  /** How many headings there are directly below one. */
  private static double headings(Path file, String title) {
    int level = 0;
    int count = 0;
    for (Heading heading : Page.read(file).headings()) {
      boolean isOver = level > 0 && heading.getLevel() <= level;
      if (isOver) {
        return count;
      }
      count += level > 0 && heading.getLevel() == level + 1 ? 1 : 0;
      level = level == 0 && Markdown.text(heading).equals(title) ? heading.getLevel() : level;
    }
    return count;
  }

  private static double blockLines(Path file, String words) {
    return Page.read(file).fences().stream()
        .filter(fence -> String.join(" ", fence.info()).equals(words))
        .mapToInt(fence -> fence.lines().size())
        .sum();
  }

  private static List<Path> files(String glob) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    return SOURCES.stream()
        .filter(file -> matcher.matches(Project.ROOT.relativize(file)))
        .toList();
  }

  /** The path of each file from the project's folder, with slashes. */
  static Stream<String> names() {
    return SOURCES.stream()
        .map(file -> Project.ROOT.relativize(file).toString().replace('\\', '/'));
  }

  /** All files of the project that Maven has not made. */
  private static List<Path> sources() {
    List<Path> sources = new ArrayList<>();
    try {
      Files.walkFileTree(Project.ROOT, new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
          boolean isSource =
              !folder.getFileName().toString().matches("target|\\.git|\\.workbook|node_modules");
          return isSource ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
          sources.add(file);
          return FileVisitResult.CONTINUE;
        }
      });
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return sources;
  }
}
