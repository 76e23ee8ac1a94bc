package load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import project.Project;

/**
 * A plot of {@code docs/images}. Its file says in words what it shows, for readers who do not see
 * it, and so that it can be compared with the results without being drawn again.
 *
 * @param name its file is {@code name.svg}
 * @param isLines whether it has lines over the number of connections; otherwise bars for servers
 */
record Plot(String name, String title, boolean isLines, List<Series> series) {

  /**
   * Numbers of one color.
   *
   * @param x what the numbers belong to: servers, or numbers of connections
   * @param spread half of what lies between the least and the most, of bars
   */
  record Series(String name, List<String> x, List<Double> y, List<Double> spread) {

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder(name).append(": ");
      for (int i = 0; i < x.size(); i++) {
        text.append(i == 0 ? "" : ", ").append(x.get(i)).append(' ').append(number(y.get(i)));
        text.append(spread.isEmpty() ? "" : " ± " + number(spread.get(i)));
      }
      return text.toString();
    }

    private static String number(double number) {
      return String.format(Locale.ROOT, number < 100 ? "%.1f" : "%.0f", number);
    }
  }

  private Path file() {
    return Project.ROOT.resolve("docs/images/" + name + ".svg");
  }

  /** What it shows, in words. */
  String words() {
    return series.stream().map(Series::toString).collect(joining("; ", title + ". ", "."));
  }

  void write(String svg) throws IOException {
    Files.writeString(file(), svg.replaceFirst("(<svg[^>]*>\n)", "$1" + said(svg)));
  }

  /** The same picture without its own words. */
  private static String bare(String svg) {
    return svg.replaceFirst("  <desc>[^<]*</desc>\n", "");
  }

  private String said(String svg) {
    return "  <desc>" + words() + " Picture " + hash(bare(svg)) + "</desc>\n";
  }

  /** Whether the file is the one that was drawn, from these numbers. */
  boolean isDrawn() throws IOException {
    String svg = Files.readString(file());
    return svg.contains(said(svg));
  }

  private static String hash(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return new BigInteger(1, hash).toString(36).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
