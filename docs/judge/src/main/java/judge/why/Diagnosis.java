package judge.why;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.BindException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import judge.Client;
import judge.Server;
import judge.http.Form;
import judge.learner.Learner;
import judge.learner.Printed;
import judge.learner.Story;
import judge.learner.TaskThreads;
import judge.seen.Received;
import judge.seen.Received.End;
import judge.verdict.Failure;
import judge.words.Limits;
import judge.words.Text;
import judge.words.Wait;

/**
 * What the judge's observations mean, in plain sentences: the same for every step.
 *
 * <p>Each method returns paragraphs: first the fact, then its likely causes, one "- " line each.
 */
public final class Diagnosis {

  /** Only a server with threads of its own can close what another thread still needs. */
  private static final String HANDED_OVER =
      "- Who closes the socket, and when? execute, like start, comes back before the job has begun: a"
          + " try (socket) around it closes the socket before another thread reads from it. The job"
          + " itself must close it.";

  private static final String NO_PARTS =
      "An array without any part often comes from split(\".\"): it takes a regular expression, in"
          + " which a dot is any character. split(\"\\\\.\") splits at a dot.";

  private Diagnosis() {}

  /** The fact first, then the task's own explanation. */
  public static String[] and(String fact, String... why) {
    return and(new String[] {fact}, why);
  }

  public static String[] and(String[] some, String... more) {
    List<String> all = new ArrayList<>(List.of(some));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  // ---- the task's thread ----

  /** An exception that left the task: the learner's own, or a verdict as it is. */
  public static Throwable verdict(Throwable thrown) {
    if (thrown instanceof Failure) {
      return thrown;
    }
    if (isMissing(thrown)) {
      return Failure.because(missing(thrown));
    }
    boolean isLearners = Learner.line(thrown.getStackTrace()).isPresent();
    return isLearners ? Failure.because(thrownBy(thrown)) : thrown;
  }

  /** Whether the tests look in vain for a class or method of the learner's. */
  private static boolean isMissing(Throwable thrown) {
    return thrown instanceof LinkageError && ("" + thrown.getMessage()).contains("exercise");
  }

  private static String[] missing(Throwable thrown) {
    String what = ("" + thrown.getMessage()).replaceAll(" \\(.*", "");
    return and(
        "The tests cannot call what they need: " + what + ".",
        "- Keep the names and parameters that the start has; add methods of your own as you like.",
        "- The methods must be static and not private, the first line package exercise;.");
  }

  public static Failure hangs(Thread task) {
    return Failure.stuck(
        "The task has not ended within " + Limits.TASK / 1_000 + " s.",
        "- One of your methods does not come back; \"Your threads\" shows where each stands.");
  }

  public static String[] exit() {
    String where = Learner.whoExits().map(line -> " at " + Learner.place(line)).orElse("");
    Learner.whoExits().ifPresent(Story::blame);
    return and(
        "System.exit was called" + where + ": it ends the whole program, and your server with it.",
        "- One client must not be able to end a server: leave its connection only, by return, or by"
            + " an exception that the loop in serve catches.",
        "- When its listener is closed, as at the end of a test, serve returns: no exit is needed.");
  }

  // ---- the end of serve ----

  /** Why {@code serve} has ended too early. */
  public static String[] end(Server server) {
    return server.end().map(Diagnosis::endedBy).orElseGet(Diagnosis::returned);
  }

  public static String[] endedBy(Throwable thrown) {
    String fact = "Your serve has ended by an exception, and your server with it: ";
    String[] meaning = and(fact + blame(thrown) + ".", cause(thrown));
    if (thrown instanceof PatternSyntaxException) {
      return meaning; // of the client's text nothing is wrong
    }
    return and(
        meaning,
        thrown instanceof IOException
            ? "- An exception of one connection must end this one alone: catch it inside the loop."
            : "- No client may end your server: check what came before you use it.");
  }

  /** After its listener was closed. */
  public static String[] endedLateBy(Throwable thrown) {
    return and(
        "The listener is closed, and your serve has ended by an exception: " + blame(thrown) + ".",
        "- accept throws it because the listener is closed. That is the end which was asked for:"
            + " return, do not throw. listener.isClosed() tells it from other exceptions.");
  }

  private static String[] returned() {
    return and(
        "Your serve has returned: nobody takes connections any more.",
        "- To go on, it needs a loop around accept, without a last round.",
        "- A return or break in the loop, or a catch outside it, ends the loop. A loop in main does"
            + " not help here: the tests call serve.",
        "The client could connect all the same: the operating system takes connections for a"
            + " listener, and keeps them until accept is called.");
  }

  public static String[] thrownBy(Throwable thrown) {
    return and("Your code has thrown " + blame(thrown) + ".", cause(thrown));
  }

  private static String blame(Throwable thrown) {
    Learner.line(thrown.getStackTrace()).ifPresent(Story::blame);
    return Learner.describe(thrown);
  }

  /** What such an exception usually comes from. */
  private static String cause(Throwable thrown) {
    if (thrown instanceof RejectedExecutionException) {
      return "- The pool has refused a job. Catch that where you call execute: answer the client"
          + " there, close the socket, since no worker will, and go on.";
    }
    if (thrown instanceof NullPointerException) {
      return "- null often comes from readLine: it is the end of the stream, not an empty line."
          + " getResourceAsStream and Map.get return null too, for what is not there: a name without"
          + " / at its beginning is looked for in the folder exercise.";
    }
    if (thrown instanceof IndexOutOfBoundsException && isAboutRead(thrown)) {
      return "- read returns -1 when the client has left: ask before you add it up, or use it as a"
          + " length.";
    }
    if (thrown instanceof StringIndexOutOfBoundsException) {
      return "- What a client sends need not have the shape you expect: indexOf returns -1 for what"
          + " is not there, a colon for example.";
    }
    if (thrown instanceof IndexOutOfBoundsException) {
      return "- What a client sends need not have the shape you expect: count the parts before you"
          + " take one.";
    }
    if (thrown instanceof PatternSyntaxException) {
      return "- split takes a regular expression, and so do matches and replaceAll: for a question"
          + " mark write \\\\? in it, or use indexOf.";
    }
    if (thrown instanceof IllegalArgumentException) {
      return "- What a client sends need not be a number, or decodable: check it, or catch this.";
    }
    if (thrown.getMessage() != null && thrown.getMessage().contains("Socket is closed")
        || thrown.getMessage() != null && thrown.getMessage().contains("Socket closed")) {
      return "- The socket was closed before: closing its reader, writer or stream closes it too.";
    }
    if (thrown instanceof BindException) {
      return "- serve is given a listener, which has its port already: do not make another one.";
    }
    if (thrown instanceof OutOfMemoryError) {
      return "- Did a client decide how much memory you ask for? Check its numbers before you use"
          + " them.";
    }
    if (thrown instanceof SocketTimeoutException) {
      return "- A read, or accept, has waited longer than setSoTimeout allows. "
          + "SocketTimeoutException is an IOException, but no SocketException.";
    }
    if (thrown instanceof IOException) {
      return "- A client that is gone, or resets the connection, makes reading and writing fail.";
    }
    return "- The line above is yours: which value did it meet that you did not expect?";
  }

  /** Whether the -1 of a read has become a place in an array, or the length of a text. */
  private static boolean isAboutRead(Throwable thrown) {
    String call = Learner.calledByLearner(thrown.getStackTrace()).orElse("");
    boolean isPlace = call.startsWith("read");
    boolean isLength = call.equals("<init>") || call.equals("write");
    return isPlace || isLength && ("" + thrown.getMessage()).contains("-1");
  }

  public static String[] servesOn(Server server) {
    if (server.spins()) {
      return and(
          "The listener is closed, and your serve calls accept again and again.",
          "- accept throws a SocketException at once: a loop that catches it and goes on never"
              + " ends. Ask listener.isClosed().");
    }
    return and(
        "The listener is closed, but your serve has not come back.",
        "- accept throws a SocketException at once when its listener is closed: a loop that"
            + " catches it and goes on never ends. Ask listener.isClosed().",
        "- Or serve waits for a connection, or a worker, that does not end.");
  }

  // ---- connections ----

  public static String[] refused(Server server) {
    return and(
        "The connection was refused: your code has closed the listener.",
        "- Close the socket that accept returns, not the listener.",
        "- A try (...) around the listener closes it at the end of its block.");
  }

  public static String[] hungUpWhileSending(Server server) {
    return server.hasEnded()
        ? end(server)
        : and(
            "Your server has hung up while the client was still sending.",
            "- It must read the request up to its empty line before it answers, and before it"
                + " closes the connection.",
            "- One read brings what has come so far, and ready and available tell of that only: a"
                + " request may come in many pieces.",
            "- A time limit that is too short cuts slow clients off.");
  }

  /** The connection is still open, though the server should have closed it. */
  public static String[] holdsOn(Client client, byte[] received) {
    Server server = client.server();
    if (server.hasEnded()) {
      return end(server);
    }
    if (!server.hasAccepted(client.port())) {
      return notAccepted(server);
    }
    String said = received.length == 0 ? "" : " The bytes above came, but not the end.";
    return and("Your server has not hung up: the connection is still open." + said, stand(server));
  }

  private static String[] notAccepted(Server server) {
    return and(
        "Your server has not called accept for this client.",
        "The client is connected all the same: the operating system takes connections for a"
            + " listener, and keeps them until accept is called.",
        isInAccept(server)
            ? "- Your serve waits in accept of another listener: use the one that serve is given."
            : stand(server));
  }

  private static boolean isInAccept(Server server) {
    StackTraceElement[] stack = server.thread().getStackTrace();
    return Learner.calledByLearner(stack).filter("accept"::equals).isPresent();
  }

  /** What the thread of serve does, and what that usually means. */
  private static String stand(Server server) {
    StackTraceElement[] stack = server.thread().getStackTrace();
    Optional<String> called = Learner.calledByLearner(stack);
    String call = called.orElse("");
    if (call.equals("accept") && !TaskThreads.learners().isEmpty()) {
      return "- Your serve has handed this client over, and waits in accept for the next one. Is a"
          + " worker free for it? One that waits for a lock, or reads from another client, serves"
          + " nobody else: \"Your threads\" shows them. If it has been answered, its job must close"
          + " the socket.";
    }
    if (call.equals("accept")) {
      return "- Your serve waits in accept for the next client. A socket is not closed when its"
          + " variable goes out of scope: close it, best with try (Socket socket = ...).";
    }
    if (call.startsWith("read") || call.equals("transferTo") || call.startsWith("next")) {
      return "- Your serve waits for more from a client, in " + call + ". A client that wants an"
          + " answer keeps the connection open, so the end of the stream does not come; an HTTP"
          + " request ends with its empty line. And a client may say nothing at all: you would wait"
          + " for ever, unless socket.setSoTimeout(milliseconds) sets a limit.";
    }
    if (server.thread().getState() == Thread.State.RUNNABLE) {
      return "- Your serve is busy: is there a loop that does not end?";
    }
    return "- \"Your threads\" shows what each of them waits for.";
  }

  /**
   * Nothing came, but an answer should have.
   *
   * @param why what it likely means if the server has hung up
   */
  public static Failure noAnswer(Server server, int clientPort, Received received, String... why) {
    boolean isOpen = received.end() == End.SILENCE;
    // Of serve's end, that of its connection is seen first.
    if (Wait.until(server::hasEnded, isOpen ? 0 : 50)) {
      return Failure.because(end(server));
    }
    if (!isOpen) {
      List<String> meaning = new ArrayList<>(List.of(closedWithoutAnswer(received.end())));
      if (received.millis() >= 300) {
        meaning.add(
            1,
            "- It took " + received.millis() / 100 / 10.0
                + " s. If that is your time limit, it ends"
                + " by a SocketTimeoutException. Where you catch it, an answer can be sent only as"
                + " long as the socket is open.");
      }
      meaning.addAll(1, List.of(why));
      return Failure.because(meaning.toArray(String[]::new));
    }
    if (!server.hasAccepted(clientPort)) {
      return Failure.stuck(notAccepted(server));
    }
    return Failure.stuck(
        "No answer came, and the connection is still open.",
        stand(server),
        "- What a writer keeps in its buffer is not sent until it is flushed.");
  }

  private static String[] closedWithoutAnswer(End end) {
    // A socket is closed by try (...) before the catch after it prints.
    Wait.until(() -> printedException().isPresent(), 100);
    String fact =
        "The connection was " + (end == End.RESET ? "reset" : "closed") + " without an answer.";
    String[] causes = {
      "- Nothing was written, or it stayed in a writer's buffer: flush it, or write to the socket's"
          + " OutputStream.",
      "- The socket was closed before the answer: closing a reader closes it too, and so does the"
          + " end of try (...), even before its catch."
    };
    String[] first = and(fact, printedAnswer());
    String[] all = printedException()
        .map(cause -> and(and(first, cause), causes))
        .orElseGet(() -> and(
            and(first, causes),
            "- An exception was thrown before the answer, and caught: see what your code printed,"
                + " or let it print the exception."));
    return TaskThreads.learners().isEmpty() ? all : withHandOver(all);
  }

  /** A cause that is seen in what was printed: the answer itself; nothing if it is not there. */
  public static String[] printedAnswer() {
    return Printed.lines().stream().anyMatch(line -> line.startsWith("HTTP/1."))
        ? new String[] {
          "- Your code has printed a status line: System.out is your terminal. The client gets what"
              + " is written to the socket's OutputStream."
        }
        : new String[0];
  }

  /** Only a server with threads of its own can close what another thread still needs. */
  private static String[] withHandOver(String[] text) {
    List<String> all = new ArrayList<>(List.of(text));
    boolean isLikely = Printed.text().matches("(?s).*Socket (is )?closed.*");
    all.add(isLikely ? 1 : text.length, HANDED_OVER);
    return all.toArray(String[]::new);
  }

  /** What an exception means that the learner's code has caught and printed; the last one. */
  private static Optional<String> printedException() {
    List<String> lines = Printed.lines();
    for (int i = lines.size() - 1; i >= 0; i--) {
      Matcher name = Pattern.compile("\\b\\w+(Exception|Error)\\b").matcher(lines.get(i));
      if (name.find()) {
        boolean isSplit = lines.get(i).contains("out of bounds for length 0");
        return Optional.of("- Your code has caught the " + name.group() + " that it has printed. "
            + (isSplit ? NO_PARTS : hint(name.group())));
      }
    }
    return Optional.empty();
  }

  private static String hint(String exception) {
    return switch (exception) {
      case "FileNotFoundException", "NoSuchFileException" ->
        "A path such as src/main/resources/x begins in the folder where the program is started,"
            + " and the tests are started in another: WebServer.class.getResourceAsStream(\"/x\")"
            + " finds a file wherever that is.";
      case "NullPointerException" ->
        "readLine returns null at the end of the stream, getResourceAsStream for what is not there:"
            + " without a slash at the beginning, \"pages/x\" is looked for next to the class.";
      case "PatternSyntaxException" ->
        "split, replaceAll and matches take a regular expression, in which ? * + . | ( [ { ^ $ and"
            + " the backslash have a meaning of their own: \"\\\\?\" is a question mark.";
      case "IllegalArgumentException",
          "NumberFormatException",
          "URISyntaxException",
          "InvalidPathException" ->
        "What a client sends need not be a number, or decodable: the client still wants an answer.";
      case "ArrayIndexOutOfBoundsException",
          "StringIndexOutOfBoundsException",
          "IndexOutOfBoundsException" ->
        "What a client sends need not have the parts you expect: count before you take one, and"
            + " mind that indexOf returns -1 for what is not there.";
      case "UnknownFormatConversionException",
          "MissingFormatArgumentException",
          "IllegalFormatConversionException" ->
        "In the first argument of String.format a % begins a place to fill in: what comes from"
            + " outside belongs into the others.";
      default -> "The client gets no answer then.";
    };
  }

  /**
   * Bytes are taken where nothing was to be read any more.
   *
   * @param why the task's own meaning; without it, that the head of a request was whole
   */
  public static String[] readsOn(Client client, String... why) {
    Server server = client.server();
    if (server.hasEnded()) {
      return end(server);
    }
    if (!server.hasAccepted(client.port())) {
      return notAccepted(server);
    }
    if (why.length > 0) {
      return why;
    }
    String fact = "Your server reads on, and so it waits for more after the end of the request.";
    String[] byBytes =
        Learner.calledByLearner(server.thread().getStackTrace()).orElse("").equals("read")
            ? new String[] {
              "- Who reads bytes finds \\r\\n at the end of each line, so a head ends in"
                  + " \\r\\n\\r\\n, not in \\n\\n."
            }
            : new String[0];
    return and(
        and(fact, byBytes),
        "- A request's head ends with its empty line, not with the end of the stream: null from"
            + " readLine comes only when the client hangs up, and the client waits for you.",
        "- readLine returns a line without its end: the empty line is \"\", not \"\\r\\n\". Ask"
            + " with isEmpty(): == and != compare objects, not texts.",
        "- Each readLine takes a line away: with two of them in a loop, the empty line can slip by.",
        "- read and ready do not tell where a request ends: one request may come in many pieces.");
  }

  /** Another text than expected, and then the end. */
  public static String[] otherText(Server server, String expected, String came, End end) {
    if (came.isEmpty() && server.hasEnded()) {
      return end(server);
    }
    String fact = "This was to come: " + Text.printable(expected);
    if (came.isEmpty()) {
      return and(fact, closedWithoutAnswer(end));
    }
    if (expected.contains("\r\n") && !came.contains("\r\n")) {
      return and(
          fact,
          "- The line's end is missing or another one: println and %n write the line end of your"
              + " system. Write \"\\r\\n\" yourself.");
    }
    if (came.replaceFirst("[0-9]+", "1").equals(expected)) {
      return and(
          fact,
          "- After a text, + joins: \"client \" + n + 1 is a 0 and a 1 side by side if n is 0. Write"
              + " (n + 1), or count first.");
    }
    return and(fact, "Compare it with what was received, character by character.");
  }

  /** Another text than expected in the body. */
  public static String[] otherBody(byte[] body, byte[] expected, String... why) {
    List<String> all = new ArrayList<>();
    all.add("The body is not the one asked for; expected are " + expected.length + " bytes: "
        + Text.visible(Arrays.copyOf(expected, Math.min(80, expected.length)))
        + (expected.length > 80 ? "..." : ""));
    String came = new String(body, UTF_8);
    String asked = new String(expected, UTF_8);
    if (Arrays.equals(asked.getBytes(ISO_8859_1), body)
        || came.equals(asked.replaceAll("\\P{ASCII}", "?"))) {
      all.add("- It was written with another charset than UTF-8: name it, getBytes(UTF_8).");
    }
    if (Form.isJoinedArray(came)) {
      all.add(Form.JOINED_ARRAY);
    }
    if (!came.equals(asked) && came.strip().equals(asked)) {
      all.add("- There is white space around it: println adds a line end, print does not.");
    }
    if (Form.beginsWithHeader(body)) {
      all.add(Form.HEADER_IN_BODY);
    }
    all.addAll(List.of(why));
    return all.toArray(String[]::new);
  }
}
