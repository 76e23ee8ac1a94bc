package said;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import book.Finding;
import book.Link;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words in place of a picture, compared with what {@code .ci/screenshots} has written into the
 * picture: the path that was asked for, and the words that the browser showed.
 */
final class Pictures {

  private static final Pattern DESCRIPTION = Pattern.compile("tEXtDescription\0(\\{.*?\\})");
  private static final Pattern PATH = Pattern.compile("\"path\":\"(.*?)\"");
  private static final Pattern WORDS = Pattern.compile("\"words\":\"(.*?)\"");
  private static final Pattern SAID_PATH =
      Pattern.compile("(?<![\\w/:])(?:http://127\\.0\\.0\\.1:\\d+)?(/\\w*)(?![\\w/])");
  private static final Pattern SAID_WORDS =
      Pattern.compile("\\b(ERR_\\w+)|\\b(\\p{L}+!)|(white and empty)");

  /** What stands on the error page with that code, which its script writes. */
  private static final Map<String, String> CHROMIUM =
      Map.of("ERR_EMPTY_RESPONSE", "127.0.0.1 didn't send any data");

  private Pictures() {}

  /** What is wrong with a picture's words, if anything. */
  static Optional<Finding> wrong(Link picture) {
    Path file = picture.page().file().resolveSibling(picture.target());
    if (picture.text().isBlank()) {
      return wrong(picture, "no words in its place", "say what is to be seen");
    }
    Matcher description = DESCRIPTION.matcher(bytes(file));
    if (!description.find()) {
      return Optional.empty();
    }
    String path = group(PATH, description.group(1));
    String words = group(WORDS, description.group(1));
    Optional<Finding> other = otherPath(picture, path);
    return other.isPresent() ? other : otherWords(picture, words);
  }

  private static Optional<Finding> otherPath(Link picture, String path) {
    for (Matcher said = SAID_PATH.matcher(picture.text()); said.find(); ) {
      if (!said.group(1).equals(path)) {
        return wrong(picture, "the picture shows the address " + path, "say that address");
      }
    }
    return Optional.empty();
  }

  private static Optional<Finding> otherWords(Link picture, String words) {
    for (Matcher said = SAID_WORDS.matcher(picture.text()); said.find(); ) {
      boolean isSo = said.group(3) == null ? words.contains(said.group()) : words.isEmpty();
      if (!isSo) {
        return wrong(picture, "the picture shows: " + words, "say what it shows");
      }
    }
    String said = CHROMIUM.getOrDefault(words, "");
    return picture.text().replaceAll("\\s+", " ").contains(said)
        ? Optional.empty()
        : wrong(picture, "at " + words + " Chromium says: " + said, "say what it shows");
  }

  private static Optional<Finding> wrong(Link picture, String found, String mend) {
    return Optional.of(
        new Finding(picture.page().name(), picture.line(), picture.text(), found, mend));
  }

  private static String group(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? found.group(1) : "";
  }

  private static String bytes(Path file) {
    try {
      return Files.exists(file) ? new String(Files.readAllBytes(file), ISO_8859_1) : "";
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<Finding> wrong(List<Link> links) {
    return links.stream()
        .filter(Link::isPicture)
        .flatMap(picture -> wrong(picture).stream())
        .toList();
  }
}
