package judge.why;

import java.io.IOException;
import java.net.BindException;
import java.net.SocketTimeoutException;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import judge.learner.Learner;
import judge.learner.Printed;

/** What an exception usually comes from, be it thrown or printed. */
public final class Exceptions {

  private static final String NO_PARTS =
      "An array without any part often comes from split(\".\"): it takes a regular expression, in"
          + " which a dot is any character. split(\"\\\\.\") splits at a dot.";

  private static final String REFUSED =
      "- The pool has refused a job. Catch that where you call execute: answer the client there,"
          + " close the socket, since no worker will, and go on.";

  private static final String NO_NEXT_LINE = "No line found";

  private static final String ITS_END =
      "Scanner's nextLine throws it at the end of the stream, when the client has left: ask"
          + " hasNextLine first, or read with a BufferedReader, whose readLine returns null then.";

  private static final String ITS_MEMORY =
      "Did a client decide how much memory you ask for? Check its numbers before you use them: they"
          + " can be too large, or below 0.";

  private static final String NO_FILE =
      "A path such as src/main/resources/x begins in the folder where the program is started,"
          + " and the tests are started in another: WebServer.class.getResourceAsStream(\"/x\")"
          + " finds a file wherever that is.";

  private static final Pattern INDEX =
      Pattern.compile("Index (-?\\d+) out of bounds for length (\\d+)");

  private static final String NO_PATTERN =
      "split, replaceAll and matches take a regular expression, in which ? * + . | ( [ { ^ $ and"
          + " the backslash have a meaning of their own: \"\\\\?\" is a question mark.";

  private static final String NO_PART =
      "What a client sends need not have the parts you expect: count before you take one, and"
          + " mind that indexOf returns -1 for what is not there.";

  private static final String NO_FORMAT =
      "In the first argument of String.format, or printf, a % begins a place to fill in: what comes"
          + " from outside belongs into the others.";

  /** A likely cause, if a line with a % is not as it should be. */
  static final String IN_FORMAT =
      "- Is it printed by printf, or made by String.format? In their first argument a % begins a"
          + " place to fill in: printf(\"%s%n\", line) prints any line.";

  /** What the exceptions of a wrong format say, for those who print no more than that. */
  private static final String OF_FORMAT =
      ".*(Format specifier '%|Conversion = '|UnknownFormat|IllegalFormat|Flags = '|Width = ).*";

  private Exceptions() {}

  /** The cause of an exception that has left the learner's method. */
  static String cause(Throwable thrown) {
    if (thrown instanceof RejectedExecutionException) {
      return REFUSED;
    }
    if (thrown instanceof NullPointerException of) {
      return "- " + Nulls.cause(of);
    }
    if (thrown instanceof IndexOutOfBoundsException) {
      return causeOfIndex(thrown);
    }
    if (thrown instanceof PatternSyntaxException) {
      return "- split takes a regular expression, and so do matches and replaceAll: for a question"
          + " mark write \\\\? in it, or use indexOf.";
    }
    if (thrown instanceof IllegalArgumentException) {
      return causeOfArgument(thrown);
    }
    if (thrown instanceof OutOfMemoryError || thrown instanceof NegativeArraySizeException) {
      return "- " + ITS_MEMORY;
    }
    return thrown instanceof IOException ? causeOfConnection(thrown) : causeOfAnother(thrown);
  }

  private static String causeOfAnother(Throwable thrown) {
    return ("" + thrown.getMessage()).equals(NO_NEXT_LINE)
        ? "- " + ITS_END
        : "- The line that is named is yours: which value did it meet that you did not expect?";
  }

  private static String causeOfArgument(Throwable thrown) {
    return thrown instanceof IllegalFormatException
        ? "- " + NO_FORMAT
        : "- What a client sends need not be a number, or decodable: check it, or catch this.";
  }

  private static String causeOfIndex(Throwable thrown) {
    if (isAboutRead(thrown)) {
      return "- read returns -1 when the client has left: ask before you add it up, or use it as a"
          + " length.";
    }
    return thrown instanceof StringIndexOutOfBoundsException
        ? "- What a client sends need not have the shape you expect: indexOf returns -1 for what is"
            + " not there, a colon for example."
        : causeOfPart(thrown);
  }

  /** With the numbers, since who is told to count may have counted, but to another number. */
  private static String causeOfPart(Throwable thrown) {
    Matcher numbers = INDEX.matcher("" + thrown.getMessage());
    String here = numbers.matches() && !numbers.group(1).startsWith("-")
        ? found(numbers.group(2), numbers.group(1))
        : "";
    return "- What a client sends need not have the shape you expect: count the parts before you"
        + " take one." + here;
  }

  private static String found(String count, String index) {
    return switch (count) {
      case "0" ->
        " Here there is none at all: even the first line of a head may be an empty one, and"
            + " split(\".\") finds no parts.";
      case "1" -> " Here there is 1, which is [0]: there is no [" + index + "].";
      default ->
        " Here there are " + count + ", and [0] is the first: there is no [" + index + "].";
    };
  }

  /** Whether the -1 of a read has become a place in an array, or the length of a text. */
  private static boolean isAboutRead(Throwable thrown) {
    String call = Learner.calledByLearner(thrown.getStackTrace()).orElse("");
    boolean isPlace = call.startsWith("read");
    boolean isLength = call.equals("<init>") || call.equals("write");
    return isPlace || isLength && ("" + thrown.getMessage()).contains("-1");
  }

  private static String causeOfConnection(Throwable thrown) {
    if (("" + thrown.getMessage()).matches("(?s).*Socket (is )?closed.*")) {
      return "- The socket was closed before: closing its reader, writer or stream closes it too.";
    }
    if (thrown instanceof BindException) {
      return "- serve is given a listener, which has its port already: do not make another one.";
    }
    if (thrown instanceof SocketTimeoutException) {
      return "- A read, or accept, has waited longer than setSoTimeout allows. "
          + "SocketTimeoutException is an IOException, but no SocketException.";
    }
    return "- A client that is gone, or resets the connection, makes reading and writing fail.";
  }

  /** The cause of the last exception that the learner's code has caught and printed. */
  public static Optional<String> printed(List<String> lines) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      Matcher name = Printed.EXCEPTION.matcher(lines.get(i));
      if (name.find()) {
        boolean isSplit = lines.get(i).contains("out of bounds for length 0");
        return Optional.of("- Your code has caught the " + name.group() + " that it has printed. "
            + (isSplit ? NO_PARTS : hint(name.group(), lines.get(i))));
      }
      if (lines.get(i).matches(OF_FORMAT)) {
        return Optional.of("- Your code has printed what an exception says: \""
            + lines.get(i).strip() + "\". " + NO_FORMAT);
      }
    }
    return Optional.empty();
  }

  /**
   * The cause if the last line is an exception, caught, that comes from a mistake of the program's:
   * not if a client may have caused it, as most that are no more than an IOException.
   */
  public static Optional<String> mistake(List<String> printed) {
    List<String> lines =
        printed.stream().filter(line -> !line.matches("\\s*at .*")).toList();
    String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    Matcher name = Printed.EXCEPTION.matcher(last);
    return name.find()
        ? Optional.ofNullable(mistake(name.group(), last))
            .map(hint ->
                "- Your code has caught the " + name.group() + " that it has printed. " + hint)
        : Optional.empty();
  }

  private static String mistake(String exception, String line) {
    return switch (exception) {
      case "NullPointerException" -> Nulls.cause(line);
      case "NoSuchElementException" -> line.contains(NO_NEXT_LINE) ? ITS_END : null;
      case "OutOfMemoryError", "NegativeArraySizeException" -> ITS_MEMORY;
      case "ArrayIndexOutOfBoundsException",
          "StringIndexOutOfBoundsException",
          "IndexOutOfBoundsException" -> NO_PART;
      case "PatternSyntaxException" -> NO_PATTERN;
      case "UnknownFormatConversionException",
          "MissingFormatArgumentException",
          "FormatFlagsConversionMismatchException",
          "IllegalFormatConversionException" -> NO_FORMAT;
      default -> null;
    };
  }

  /** The same of a client that wants an answer, be it the program's mistake or not. */
  private static String hint(String exception, String line) {
    String mistake = mistake(exception, line);
    return mistake == null ? hint(exception) : mistake;
  }

  private static String hint(String exception) {
    return switch (exception) {
      case "FileNotFoundException", "NoSuchFileException" -> NO_FILE;
      case "IllegalArgumentException",
          "NumberFormatException",
          "URISyntaxException",
          "InvalidPathException" ->
        "What a client sends need not be a number, or decodable: the client still wants an answer.";
      default -> "The client gets no answer then.";
    };
  }
}
