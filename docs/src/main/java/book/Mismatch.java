package book;

import java.util.List;

/** A block of a page that is not true. */
public final class Mismatch extends Exception {

  private static final long serialVersionUID = 1L;

  /** What the block should say; empty if only an author can know. */
  private final transient List<String> mended;

  Mismatch(String what) {
    this(what, List.of());
  }

  Mismatch(String what, List<String> mended) {
    super(what);
    this.mended = mended;
  }

  public List<String> mended() {
    return mended;
  }
}
