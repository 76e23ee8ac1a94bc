package book;

import java.util.ArrayList;
import java.util.List;

/** A block of a page that is not true. */
public final class Mismatch extends Exception {

  private static final long serialVersionUID = 1L;
  private static final String WRITE =
      "if what was found is right, -Drewrite writes it into the page; if not, mend what it shows";

  /** Which line of the block is wrong: 0 is its first, with the info string. */
  private final int line;

  private final String says;
  private final String found;
  private final String mend;

  /** What the block should say; empty if only an author can know. */
  private final transient List<String> mended;

  /** What only an author can mend. */
  Mismatch(int line, String says, String found, String mend) {
    this(line, says, found, mend, List.of());
  }

  /** What can be written into the page as it was found. */
  Mismatch(int line, String says, String found, List<String> mended) {
    this(line, says, found, WRITE, mended);
  }

  private Mismatch(int line, String says, String found, String mend, List<String> mended) {
    super("\"" + says + "\": " + found);
    this.line = line;
    this.says = says;
    this.found = found;
    this.mend = mend;
    this.mended = mended;
  }

  /** The same, for a part of a block that begins so many lines below. */
  Mismatch below(int lines) {
    return new Mismatch(line + lines, says, found, mend, mended);
  }

  public List<String> mended() {
    return mended;
  }

  /** What is to be told of it, and of those of the same block that it suppresses. */
  public List<Finding> in(Fence fence) {
    List<Finding> findings = new ArrayList<>();
    findings.add(new Finding(fence.page(), fence.line() + line, says, found, mend));
    for (Throwable other : getSuppressed()) {
      if (other instanceof Mismatch mismatch) {
        findings.addAll(mismatch.in(fence));
      }
    }
    return findings;
  }
}
