package judge;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/** Says which line it was when the learner's code ends the program in the middle of a task. */
final class ExitHook {

  private static volatile String task;
  private static boolean installed;

  private ExitHook() {}

  static synchronized void install() {
    if (!installed) {
      Runtime.getRuntime().addShutdownHook(new Thread(ExitHook::explain));
      installed = true;
    }
  }

  static void begin(String title) {
    task = title;
  }

  static void end() {
    task = null;
  }

  private static void explain() {
    if (task != null) {
      // Not System.err: it records for the judge.
      PrintStream screen = new PrintStream(new FileOutputStream(FileDescriptor.err), true);
      Learner.whoExits().ifPresent(entry -> screen.print(explanation(entry.getValue())));
    }
  }

  private static String explanation(StackTraceElement[] stack) {
    String where = Learner.line(stack).map(Learner::place).orElse("your code");
    return String.join(
        System.lineSeparator(),
        "",
        task,
        "",
        "System.exit was called, at " + where + ". It ends the whole program: your server,",
        "and this test with it. One client's mistake must not end a server: leave only the",
        "connection, with return or by an exception that the loop in serve catches.",
        "What Maven says below of a crashed VM comes from this.",
        "");
  }
}
