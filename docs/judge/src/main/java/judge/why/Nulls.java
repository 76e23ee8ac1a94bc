package judge.why;

import judge.learner.Learner;

/** What it usually comes from that something was null. */
final class Nulls {

  private static final String NO_LINE =
      "null often comes from readLine: it is the end of the stream, not an empty line. Map.get"
          + " returns null too, for what is not there.";

  private static final String NO_PAGE =
      "getResourceAsStream returns null for what is not there: a name without / at its beginning is"
          + " looked for in the folder exercise.";

  private static final String NO_JOB =
      "The job was null: execute was given null, and a queue such as ArrayDeque takes none, or a"
          + " worker has taken it for a job. Give execute the job itself, for instance a lambda.";

  private static final String NO_POOL =
      "There is no pool: make it, with new, before the first client comes.";

  private Nulls() {}

  /** The likely cause of an exception that has left the learner's method. */
  static String cause(NullPointerException thrown) {
    return isInExecute(thrown) ? NO_JOB : cause("" + thrown.getMessage());
  }

  /** Whether the learner's own execute, or one of the JDK's that it calls, has met null. */
  private static boolean isInExecute(Throwable thrown) {
    StackTraceElement[] stack = thrown.getStackTrace();
    boolean isHere = Learner.line(stack)
        .filter(line -> line.getMethodName().equals("execute"))
        .isPresent();
    boolean isCalled = Learner.calledByLearner(stack).filter("execute"::equals).isPresent();
    return (isHere || isCalled) && !("" + thrown.getMessage()).contains("because \"this.");
  }

  /** Of what was null there is nothing to see but what was to be done with it. */
  static String cause(String message) {
    if (message.matches("(?s).*(InputStream|getResource|readAllBytes|java\\.net\\.UR|Path).*")) {
      return NO_PAGE;
    }
    if (message.contains("Runnable.run()\" because")) {
      return NO_JOB;
    }
    if (message.matches("(?s).*\\.execute\\(.*\\)\" because.*")) {
      return NO_POOL;
    }
    return message.contains("because") ? NO_LINE : NO_LINE + " " + NO_PAGE;
  }
}
