package judge.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import judge.words.Spot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of checks that run side by side: to each of them its own. */
class CheckThreadsTest {

  @BeforeEach
  void begin() {
    Story.begin();
    Printed.begin();
  }

  @AfterEach
  void restore() {
    Printed.restore();
  }

  private static void run(ThreadGroup group, Runnable work) {
    Thread thread = new Thread(group, work);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aCheckHearsItselfAndThoseWhoBelongToNoCheck() {
    List<String> heard = new ArrayList<>();
    CheckThreads one = CheckThreads.begin("one");
    CheckThreads other = CheckThreads.begin("other");
    run(one, () -> System.out.println("one"));
    run(new ThreadGroup(other, "pool"), () -> System.out.println("other"));
    run(null, () -> System.out.println("nobody"));
    run(other, () -> heard.addAll(Printed.lines()));
    assertEquals(List.of("other", "nobody"), heard);
    assertEquals(List.of("one", "other", "nobody"), Printed.lines());
  }

  @Test
  void aCheckHasAStoryOfItsOwn() {
    List<String> told = new ArrayList<>();
    CheckThreads one = CheckThreads.begin("one");
    CheckThreads other = CheckThreads.begin("other");
    run(one, () -> {
      Story.beginOfCheck();
      Story.tell("client 1 leaves");
    });
    run(other, () -> {
      Story.beginOfCheck();
      Story.tell("client 1 connects from port 1");
      told.addAll(Story.lines(Spot.NONE));
    });
    assertEquals(List.of("client 1 connects from port 1"), told);
    assertEquals(List.of(), Story.lines(Spot.NONE));
  }

  /** Of a long story the last clients are told, and what was printed since they came. */
  @Test
  void whatWasPrintedForClientsThatAreNotToldIsLeftOut() {
    for (int client = 1; client <= 20; client++) {
      Story.tell("client " + client + " connects from port 1");
      System.out.println("Client " + client);
    }
    assertEquals("(4 lines before)", Story.lines(Spot.NONE).get(0));
    assertEquals(List.of("(18 lines before)", "Client 19", "Client 20"), Printed.last(2, 0));
    List<String> last = Printed.last(100, Story.start(Spot.NONE));
    assertEquals(List.of("(4 lines before)", "Client 5"), last.subList(0, 2));
  }

  @Test
  void allIsToldOfAShortStory() {
    System.out.println("ready");
    Story.tell("client 1 connects from port 1");
    assertEquals(List.of("ready"), Printed.last(8, Story.start(Spot.NONE)));
  }
}
