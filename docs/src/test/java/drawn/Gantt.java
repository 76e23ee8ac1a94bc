package drawn;

import book.Fence;
import book.Finding;
import book.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The part of a chart that shows one listing: bars for the clients that ask for {@code /sleep}, and
 * a milestone for the one behind them.
 *
 * @param line the line of its heading on the page
 * @param listing 20-{@code listing}
 * @param bars in seconds; a bar such as {@code 1–4} is four
 * @param milestone in seconds
 */
record Gantt(Fence fence, int line, int listing, List<Bar> bars, Bar milestone) {

  private static final Pattern SECTION = Pattern.compile("\\s*section 20-(\\d+), .*");
  private static final Pattern BAR =
      Pattern.compile("\\s*(.+) :\\w+, (milestone, )?(\\d+), (\\d)s");

  /** One bar, in seconds. */
  record Bar(String label, int begin, int length) {

    /** As many as the label says: 1, or 1–4. */
    IntStream clients() {
      String[] numbers = label.split("–");
      return IntStream.rangeClosed(
          Integer.parseInt(numbers[0]), Integer.parseInt(numbers[numbers.length - 1]));
    }
  }

  static List<Gantt> in(Page page) {
    return page.fences().stream()
        .filter(fence -> fence.lines().contains("gantt"))
        .flatMap(fence -> sections(fence).stream())
        .toList();
  }

  private static List<Gantt> sections(Fence fence) {
    List<Gantt> sections = new ArrayList<>();
    for (int i = 0; i < fence.lines().size(); i++) {
      Matcher section = SECTION.matcher(fence.lines().get(i));
      if (section.matches()) {
        sections.add(section(fence, i, Integer.parseInt(section.group(1))));
      }
    }
    return sections;
  }

  private static Gantt section(Fence fence, int heading, int listing) {
    List<Bar> bars = new ArrayList<>();
    Bar milestone = null;
    for (String line : fence.lines().subList(heading + 1, fence.lines().size())) {
      Matcher bar = BAR.matcher(line);
      if (!bar.matches()) {
        break;
      }
      int begin = Integer.parseInt(bar.group(3));
      Bar one = new Bar(bar.group(1), begin, Integer.parseInt(bar.group(4)));
      if (bar.group(2) == null) {
        one.clients().forEach(client -> bars.add(new Bar("" + client, one.begin, one.length)));
      } else {
        milestone = one;
      }
    }
    return new Gantt(fence, fence.line() + 1 + heading, listing, bars, milestone);
  }

  /** How many sleep at once, as it is drawn, when the first of them has not ended. */
  private int together() {
    return (int) bars.stream().filter(bar -> bar.begin == 0).count();
  }

  /** What is not as it is in a run. */
  Optional<Finding> compare() throws Exception {
    Sleepers run = Sleepers.of(listing, bars.size(), together(), milestone.begin == 0);
    List<Bar> so = IntStream.range(0, run.begins().size())
        .mapToObj(i -> new Bar("" + (i + 1), run.begins().get(i), Sleepers.SECONDS))
        .toList();
    if (!bars.equals(so)) {
      return finding(bars.toString(), so.toString());
    }
    int wait = run.last();
    Bar last = new Bar(wait == 0 ? "at once" : "after " + wait + " s", wait, 0);
    return milestone.equals(last) ? Optional.empty() : finding("" + milestone, "" + last);
  }

  private Optional<Finding> finding(String says, String found) {
    return Optional.of(new Finding(
        fence.page(), line, says, found, "draw what happens; docs/src/test/java/drawn runs it"));
  }
}
