package judge.words;

import java.lang.management.ManagementFactory;

/** How long the judge waits, in milliseconds; a thousand times longer in a debugger. */
public final class Limits {

  private static final boolean DEBUGGED =
      ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
          .anyMatch(argument -> argument.startsWith("-agentlib:jdwp"));

  /** For what must come at once; only a failing task waits so long. */
  public static final int SOON = millis(2_000);

  /** For what may wait for one of the server's own limits. */
  public static final int LATER = millis(5_000);

  /** For a whole task. */
  public static final int TASK = millis(20_000);

  private Limits() {}

  public static int millis(int millis) {
    return DEBUGGED ? millis * 1_000 : millis;
  }
}
