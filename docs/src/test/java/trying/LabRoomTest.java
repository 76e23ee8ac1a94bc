package trying;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import judge.words.Wait;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import project.Step;
import trying.LabView.State;

/** The lab of a page is the one of a terminal, and nothing that is typed there breaks it. */
@TestInstance(Lifecycle.PER_CLASS) // to open one takes seconds
class LabRoomTest {

  private static final int PATIENCE = 60; // seconds, on a busy machine
  private static final int LONG = 600;
  private static final String PROMPT = "jshell> ";
  private static final Pattern PID = Pattern.compile("==> \"pid (\\d+)\"\n");

  private final List<LabNames> found = new CopyOnWriteArrayList<>();
  private volatile LabView view =
      new LabView(Step.STEP1, State.CLOSED, "", "", "", List.of(), List.of());
  private LabFinder finder;
  private LabRoom room = room(LONG, LONG);

  private LabRoom room(int limit, int idle) {
    finder = new LabFinder(Step.STEP1, found::add);
    return new LabRoom(Step.STEP1, () -> 1, now -> view = now, finder, limit, idle);
  }

  @BeforeEach
  void open() {
    if (view.state() == State.CLOSED) {
      room.open();
    }
    awaitPrompt(PROMPT);
  }

  @AfterAll
  void close() {
    room.close();
  }

  private void awaitPrompt(String prompt) {
    await(() -> view.state() == State.ASKING && view.prompt().equals(prompt));
  }

  private void await(BooleanSupplier isSo) {
    assertTrue(Wait.until(isSo, PATIENCE * 1_000), this::screen);
  }

  private String screen() {
    String text = view.text();
    String end = text.substring(Math.max(0, text.length() - 1_000));
    return view.state() + ", " + view.note() + "\n" + end + view.prompt();
  }

  /** Types it, and waits for what comes; each text comes once. */
  private void type(String text, String comes) {
    room.type(text);
    await(() -> view.text().replace("\r", "").contains(comes));
    awaitPrompt(PROMPT);
  }

  private ProcessHandle process() {
    type("\"pid \" + ProcessHandle.current().pid()", "==> \"pid ");
    Matcher pid = PID.matcher(view.text());
    assertTrue(pid.find(), view.text());
    return ProcessHandle.of(Long.parseLong(pid.group(1))).orElseThrow();
  }

  @Test
  void isTheLabOfTheTerminal() {
    assertTrue(view.helpers().startsWith("Step 1: you talk to http://127.0.0.1:1,"), "" + view);
    assertTrue(view.helpers().contains("knock(3)       three calls"), view.helpers());
    type("1 + 1", "jshell> 1 + 1\n$");
    type("foo", "jshell> foo\n|  Error:\n|  cannot find symbol\n|    symbol:   variable foo\n");
    type("throw new Exception(\"ü€Ж\")", "|  Exception java.lang.Exception: ü€Ж\n");
    type("knock()", "Nobody listens on 127.0.0.1:1.");
    type("new Thread(() -> { Wire.pause(500); Wire.say(\"%s\", 6 * 7); }).start()", "\n42\n");
    assertEquals("foo", view.lines().get(view.lines().indexOf("1 + 1") + 1));
  }

  @Test
  void takesSeveralLines() {
    type("int twice(int x) {\n\treturn 2 * x;\n}", "   ...> }\n|  created method twice(int)\n");
    room.type("int thrice(int x) {");
    awaitPrompt("   ...> ");
    room.stop();
    awaitPrompt(PROMPT);
    room.type("twice(21)");
    type("thrice(21)", "symbol:   method thrice(int)");
    assertTrue(view.text().contains("==> 42\n"), view.text());
  }

  @Test
  void keepsItsPrompt() {
    type("/set feedback silent", "jshell> // Only in a terminal: /set feedback silent\n");
    type("int q = 1;/set feedback silent", "// Only in a terminal: int q = 1;/set");
    type("/ed", "// Only in a terminal: /ed\n");
    type("/reset", "// Press Restart instead: /reset\n");
    type("String text = \"\"\"\n/set x\n\"\"\";", "text ==> \"/set x\\n\"");
  }

  @Test
  void saysHowALineCanGoOn() {
    type("class Kettle {\nvoid boil() {}\n}", "created class Kettle");
    type("var kettle = new Kettle()", "kettle ==> Kettle@");
    assertEquals(List.of("whoListens()"), names("who"));
    assertEquals(List.of("kettle"), names("int x = 1; kett"));
    assertEquals(List.of("boil()"), names("kettle.bo"));
    assertEquals(List.of("/exit"), names("/ex"));
    room.type("void two() {");
    awaitPrompt("   ...> ");
    assertEquals(List.of("kettle"), names("  kett"));
    assertEquals(2, found.get(found.size() - 1).from());
    room.stop();
    awaitPrompt(PROMPT);
  }

  private List<String> names(String text) {
    int before = found.size();
    finder.find(text);
    await(() -> found.size() > before);
    return found.get(before).names();
  }

  @Test
  void stopsWhatFloods() {
    for (int i = 0; i < 3; i++) {
      room.type("while (true) { System.out.println(\"flood \".repeat(100)); }");
      await(() -> view.text().endsWith("flood \n") && view.state() == State.BUSY);
      room.stop();
      awaitPrompt(PROMPT);
      assertTrue(view.text().length() <= 15 * 1_024, () -> "" + view.text().length());
      assertTrue(view.note().contains("Restart"), view.note());
      String number = "4" + i;
      type(
          "new Thread(() -> Wire.say(\"%s\", 1 + " + number + ")).start()", "\n4" + (i + 1) + "\n");
    }
    assertTrue(view.text().contains("left out: they came too fast"), view.text());
  }

  @Test
  void stopsWhatHasJustBegun() {
    for (int i = 0; i < 3; i++) {
      room.type("while (true) { }");
      await(() -> view.state() == State.BUSY);
      room.stop();
      awaitPrompt(PROMPT);
    }
    type("41 + 1", "==> 42\n");
  }

  @Test
  void stopsWhatTakesTooLong() {
    room.close();
    room = room(3, LONG);
    open();
    room.type("while (true) { }");
    await(() -> view.text().contains("It was stopped: it took more than 3 seconds."));
    awaitPrompt(PROMPT);
    room.close();
    room = room(LONG, LONG);
  }

  @Test
  void endsWhatDoesNotStop() {
    ProcessHandle process = process();
    room.type("new ServerSocket(0).accept()");
    await(() -> view.state() == State.BUSY);
    room.stop();
    await(() -> view.state() == State.CLOSED);
    assertEquals("It did not stop, and was ended.", view.note());
    Wait.until("its process has ended", () -> !process.isAlive(), PATIENCE);
  }

  @Test
  void survivesTheEndOfItsProgram() {
    type("System.exit(0)", "|  State engine terminated.");
    type("5 * 5", "==> 25\n");
    room.type("/exit");
    await(() -> view.state() == State.CLOSED);
    open();
    type("endings()", "Connection reset");
  }

  @Test
  void endsWithTheBookAndWhenNobodyTypes() {
    ProcessHandle process = process();
    type("new Thread(() -> { while (true) { } }).start()", "start()\n");
    room.close();
    Wait.until("its process has ended", () -> !process.isAlive(), PATIENCE);

    room = room(LONG, 3);
    room.open();
    await(() -> view.state() == State.CLOSED && view.note().contains("nothing was typed"));
    room.close();
    room = room(LONG, LONG);
  }
}
