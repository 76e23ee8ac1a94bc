package beyond;

import static beyond.Replies.assertStatus;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import judge.seen.Wire;
import listings.PoolContract;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the four pools have in common, and what not. */
class PoolsTest extends PoolContract {

  static Stream<String> all() {
    boolean hasVirtual = Runtime.version().feature() >= 21;
    return Stream.concat(names(), hasVirtual ? Stream.of("virtual") : Stream.empty());
  }

  private static Stream<String> names() {
    return Stream.of("ours", "queue", "executor");
  }

  private static Stream<Named<IntFunction<Executor>>> makers(Stream<String> names) {
    return names.map(name -> Named.of(name, size -> Pool.named(name, size)));
  }

  static Stream<Named<IntFunction<Executor>>> pools() {
    return makers(all());
  }

  static Stream<Named<IntFunction<Executor>>> fixed() {
    return makers(names());
  }

  static Stream<Named<IntFunction<Executor>>> closing() {
    return makers(all());
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void aThousandVirtualThreadsMeet() throws Exception {
    try (Pool pool = Pool.named("virtual", 1)) {
      assertThatManyMeet(1_000, pool);
    }
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_20)
  void anOlderJdkSaysWhatToDo() {
    var e = assertThrows(UnsupportedOperationException.class, () -> Pool.named("virtual", 4));

    String expected = "Virtual threads need JDK 21 or newer; this is JDK "
        + Runtime.version().feature() + ". Choose -Dpool=ours, queue or executor.";
    assertEquals(expected, e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Ours", "cached"})
  void anotherNameIsRefused(String name) {
    assertThrows(IllegalArgumentException.class, () -> Pool.named(name, 4));
  }

  @ParameterizedTest
  @MethodSource("all")
  void theServerTakesIt(String name) throws IOException {
    try (Sturdy server = Sturdy.start(Pool.named(name, 4), Small.PATIENT, Sturdy.PAGES)) {
      Wire wire = server.connect();
      for (int i = 0; i < 2; i++) {
        assertStatus("200 OK", wire.send(Sturdy.GET).answer());
      }
    }
  }
}
