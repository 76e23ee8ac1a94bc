package said;

import book.Fence;
import book.Finding;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import project.Project;
import project.Source;

/** A flowchart: one way in and one out, or a circle; its branches and workers are a listing's. */
record Flowchart(Map<String, String> labels, List<Edge> edges) {

  private static final Pattern NODE = Pattern.compile("(\\w+)(?:[\\[({]+\"(.*?)\"[\\])}]+)?");
  private static final Pattern EDGE =
      Pattern.compile("(.+?) (?:-- \"?(.*?)\"? -->|-->|-\\. \"?(.*?)\"? \\.->) (.+)");
  private static final Pattern CHOICE = Pattern.compile("equals\\(\"(.+?)\"\\)\\s*\\? new Page\\("
      + "\"(.+?)\", \"(.+?)\"\\)\\s*: new Page\\(\"(.+?)\", \"(.+?)\"\\)");
  private static final String LISTING9 = "step04-html/src/main/java/listings/Listing09.java";
  private static final String WORKERS =
      "step05-threads/src/main/java/listings/Listing25.java " + "new ThreadPool\\((\\d+)\\)";

  /** One arrow, with the word at it. */
  private record Edge(String from, String word, String to) {}

  /** What is wrong with it, if it is one. */
  static Optional<Finding> problem(Fence fence) {
    return fence.lines().stream().anyMatch(line -> line.startsWith("flowchart "))
        ? of(fence.lines())
            .problem()
            .map(problem -> new Finding(
                fence.page(), fence.line(), "a flowchart", problem, "draw what the listing does"))
        : Optional.empty();
  }

  private static Flowchart of(List<String> lines) {
    Map<String, String> labels = new LinkedHashMap<>();
    List<Edge> edges = lines.stream()
        .map(line -> EDGE.matcher(line.strip()))
        .filter(Matcher::matches)
        .flatMap(edge -> ends(edge.group(1), labels)
            .flatMap(from -> ends(edge.group(4), labels)
                .map(to -> new Edge(from, edge.group(2) == null ? "" : edge.group(2), to))))
        .toList();
    return new Flowchart(labels, edges);
  }

  private static Stream<String> ends(String text, Map<String, String> labels) {
    return NODE
        .matcher(text)
        .results()
        .peek(node -> labels.merge(node.group(1), label(node), (a, b) -> a.isEmpty() ? b : a))
        .map(node -> node.group(1))
        .toList()
        .stream();
  }

  private static String label(MatchResult node) {
    return node.group(2) == null ? "" : node.group(2);
  }

  private Optional<String> problem() {
    return Stream.of(notThrough(), otherBranch(), otherWorkers())
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** From one beginning to one end, or round in a circle. */
  private Optional<String> notThrough() {
    List<String> first = names(edges.stream().map(Edge::to).collect(Collectors.toSet()));
    List<String> last = names(edges.stream().map(Edge::from).collect(Collectors.toSet()));
    boolean isThrough = first.size() == 1 && last.size() == 1;
    boolean isCircle = first.isEmpty() && last.isEmpty();
    return isThrough || isCircle
        ? Optional.empty()
        : Optional.of("it begins at " + first + " and ends at " + last);
  }

  /** Those without such an arrow. */
  private List<String> names(Set<String> with) {
    Set<String> nodes = new LinkedHashSet<>(labels.keySet());
    nodes.removeAll(with);
    return nodes.stream().map(labels::get).toList();
  }

  private Optional<String> otherBranch() {
    Matcher choice = CHOICE.matcher(Source.read(Project.ROOT.resolve(LISTING9)));
    choice.find();
    return edges.stream()
        .filter(edge -> edge.word().matches("yes|no"))
        .filter(edge -> {
          int group = edge.word().equals("yes") ? 2 : 4;
          String page = choice.group(group) + "<br>" + choice.group(group + 1);
          boolean isAsked = labels.get(edge.from()).equals(choice.group(1) + "?");
          return !isAsked || !labels.get(edge.to()).equals(page);
        })
        .findFirst()
        .map(edge -> "listing 9 chooses otherwise: " + choice.group());
  }

  private Optional<String> otherWorkers() {
    List<String> workers =
        labels.values().stream().filter(label -> label.matches("worker \\d+")).toList();
    int right = (int) new NumberSource("first " + WORKERS).value();
    return workers.isEmpty() || workers.size() == right
        ? Optional.empty()
        : Optional.of("the pool has " + right + " workers, not " + workers);
  }
}
