package trying;

import book.Fence;
import java.util.Optional;

/** What can be done with a block. */
public enum Kind {
  /** A command that comes to its end, or that goes on in another terminal than the server's. */
  RUN,
  /** A server is started. */
  START,
  /** Ctrl-C is pressed. */
  PRESS,
  /** Nothing is typed: something comes in a terminal. */
  LOOK,
  /** Commands that change files. */
  DO,
  /** An edit is made. */
  APPLY,
  /** A new file is written. */
  WRITE,
  /** Lines are typed into the lab. */
  TYPE,
  /** Bytes are sent. */
  SEND;

  /** Empty for a block that only shows something. */
  static Optional<Kind> of(Fence fence) {
    if (fence.isSketch() || fence.isTried() || fence.isQuoted()) {
      return Optional.empty();
    } else if (fence.isEdit()) {
      return Optional.of(fence.option("edit").isPresent() ? APPLY : WRITE);
    }
    return switch (fence.language()) {
      case "console" -> Optional.of(console(fence));
      case "sh" -> Optional.of(DO);
      case "jshell" -> Optional.of(TYPE);
      case "http" -> Optional.of(SEND);
      default -> Optional.empty();
    };
  }

  private static Kind console(Fence fence) {
    if (!fence.lines().get(0).startsWith("$ ")) {
      return fence.lines().stream().anyMatch(line -> line.startsWith("^C")) ? PRESS : LOOK;
    }
    return fence.terminal().equals("server") ? START : RUN;
  }
}
