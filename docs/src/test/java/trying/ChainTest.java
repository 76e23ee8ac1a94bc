package trying;

import static org.junit.jupiter.api.Assertions.assertEquals;

import book.Page;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What has to run before a block. */
class ChainTest {

  private static final String PAGE = """
      # A page

      ```console server
      $ java One.java
      Listening
      ```
      ```java file=pom.xml
      ```
      ```console
      $ curl http://127.0.0.1:7878/
      ```
      ```console server
      A client
      ^C
      ```
      ```console
      $ curl http://127.0.0.1:7878/
      curl: (7)
      ```

      ## In the lab

      ```jshell
      jshell> var you = new Socket("127.0.0.1", 9)
      ```
      ```sh
      cp One.java Two.java
      ```
      ```diff edit=Two.java
      -a
      +b
      ```

      ## Further

      ```console server
      $ java Two.java
      ```
      ```console
      $ mvn test
      ```
      ```jshell
      jshell> raw("/")
      ```
      ```jshell
      jshell> you.close()
      ```
      ```console slow
      $ curl http://127.0.0.1:7878/slow
      ```
      ```console server
      Slow
      ```
      ```console slow
      Done
      ```
      """;

  private final List<Block> blocks = Block.of(Page.of("docs/page.md", PAGE));
  private final Chain chain = new Chain(blocks);

  private void assertNeeds(int number, Integer... needed) {
    Block block =
        blocks.stream().filter(one -> one.number() == number).findFirst().orElseThrow();
    assertEquals(
        Arrays.asList(needed), chain.before(block).stream().map(Block::number).toList());
  }

  @Test
  void hasNoBlockThatOnlyShowsSomething() {
    assertEquals(
        List.of(1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15),
        blocks.stream().map(Block::number).toList());
  }

  @Test
  void aClientNeedsTheServerThatRunsThere() {
    assertNeeds(1);
    assertNeeds(3, 1);
    assertNeeds(4, 1, 3);
  }

  @Test
  void afterCtrlCNothingIsNeeded() {
    assertNeeds(5);
    assertNeeds(6);
  }

  @Test
  void aServerNeedsTheEditsAboveIt() {
    assertNeeds(8, 7);
    assertNeeds(9, 7, 8);
  }

  @Test
  void aTestNeedsNoServerAndIsNeededByNothing() {
    assertNeeds(10, 7, 8);
    assertNeeds(11, 7, 8, 9);
  }

  @Test
  void aLineOfTheLabNeedsWhereItsNamesAreGiven() {
    assertNeeds(12, 6, 7, 8, 9, 11);
  }

  @Test
  void whatGoesOnNeedsItsCommand() {
    assertNeeds(15, 6, 7, 8, 9, 11, 12, 13, 14);
  }
}
