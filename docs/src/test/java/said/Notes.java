package said;

import book.Fence;
import book.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Notes of a diagram that somebody works: it is one who is active, and has taken that job. */
final class Notes {

  private static final Pattern ACTIVE = Pattern.compile("\\s*(de)?activate (\\w+)");
  private static final Pattern TAKES = Pattern.compile("\\s*(\\w+)-+>>\\w+: takes ([A-Z]),.*");
  private static final Pattern NOTE =
      Pattern.compile("\\s*Note over (\\w+): (?:sleeps|runs(?: ([A-Z]))?)\\b.*");

  private Notes() {}

  static List<Finding> wrong(Fence fence) {
    List<Finding> findings = new ArrayList<>();
    Set<String> active = new HashSet<>();
    Map<String, String> jobs = new HashMap<>();
    for (int i = 0; i < fence.lines().size(); i++) {
      String line = fence.lines().get(i);
      Matcher change = ACTIVE.matcher(line);
      Matcher takes = TAKES.matcher(line);
      Matcher note = NOTE.matcher(line);
      if (change.matches() && change.group(1) == null) {
        active.add(change.group(2));
      } else if (change.matches()) {
        active.remove(change.group(2));
      } else if (takes.matches()) {
        jobs.put(takes.group(1), takes.group(2));
      } else if (note.matches()) {
        String job = jobs.getOrDefault(note.group(1), "");
        boolean isOther = note.group(2) != null && !note.group(2).equals(job);
        if (isOther || !active.contains(note.group(1))) {
          findings.add(wrong(fence, i, active + " work, with " + jobs));
        }
      }
    }
    return findings;
  }

  private static Finding wrong(Fence fence, int i, String found) {
    return new Finding(
        fence.page(),
        fence.line() + 1 + i,
        fence.lines().get(i).strip(),
        found,
        "put the note over the one who works, after its activate");
  }
}
