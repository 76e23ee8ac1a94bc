package proof;

import static org.junit.jupiter.api.Assertions.fail;

import book.Fence;
import book.Finding;
import book.Mismatch;
import book.NotReplayed;
import book.Page;
import book.Replay;
import book.Substance;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/** What is wrong with the blocks of a page: all of it is told, and what can be mended is. */
final class Wrong {

  private final Page page;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private final Map<Fence, List<String>> mended = new LinkedHashMap<>();

  Wrong(Page page) {
    this.page = page;
  }

  /** Proves a block. Whatever becomes of it, the next one is looked at, too. */
  void look(Fence fence, Replay replay) {
    try {
      replay.prove(fence);
    } catch (Mismatch e) {
      findings.addAll(e.in(fence));
      mended.put(fence, e.mended());
    } catch (NotReplayed e) {
      leaveOut(fence.place(), e);
    } catch (Exception | LinkageError | AssertionError e) {
      findings.add(new Finding(
          page.name(),
          fence.line(),
          "```" + String.join(" ", fence.info()),
          "the proof of this block ends with " + e,
          "mend what the block names or needs"));
    }
  }

  void leaveOut(String place, NotReplayed why) {
    leftOut.add(place + " is " + why.getMessage());
  }

  List<Finding> findings() {
    return findings;
  }

  void report(boolean rewrites) throws IOException {
    if (rewrites) {
      Files.write(page.file(), mendedText());
    }
    if (!findings.isEmpty()) {
      fail(Finding.text(findings)
          + "To write what was found into the page, and to read the difference:\n"
          + "  mvn -pl docs test-compile surefire:test@book -Drewrite -Dpage=" + page + "\n"
          + "  git diff " + page + "\n");
    }
    if (!leftOut.isEmpty()) {
      throw new TestAbortedException(String.join("\n", leftOut));
    }
  }

  /** The page with what was found, the last block first, so that line numbers stay true. */
  List<String> mendedText() {
    List<String> text = new ArrayList<>(page.text().lines().toList());
    List<Fence> fences = new ArrayList<>(mended.keySet());
    Collections.reverse(fences);
    for (Fence fence : fences) {
      if (Substance.isIn(fence.with(mended.get(fence)))) {
        List<String> lines =
            text.subList(fence.line(), fence.line() + fence.lines().size());
        lines.clear();
        mended.get(fence).forEach(line -> lines.add((fence.indent() + line).stripTrailing()));
      }
    }
    return text;
  }
}
