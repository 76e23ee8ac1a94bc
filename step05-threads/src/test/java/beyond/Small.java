package beyond;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Limits for tests, and how much they do: more with {@code -Dlong}. */
final class Small {

  private static final boolean LONG = System.getProperty("long") != null;

  /** For tests that are not about time: a busy machine may take some between two octets. */
  static final Limits PATIENT = patient();

  private Small() {}

  /** As PATIENT, but for some: {@code patient("queue", 1)}. */
  static Limits patient(Object... namesAndValues) {
    List<Object> all = new ArrayList<>(List.of(namesAndValues));
    all.addAll(List.of("headMillis", 20_000, "idleMillis", 20_000));
    return limits(all.toArray());
  }

  /** The defaults, but for some: {@code limits("headMillis", 100, "queue", 2)}. */
  static Limits limits(Object... namesAndValues) {
    List<Object> changes = List.of(namesAndValues);
    RecordComponent[] components = Limits.class.getRecordComponents();
    try {
      Object[] values = new Object[components.length];
      for (int i = 0; i < values.length; i++) {
        int change = changes.indexOf(components[i].getName());
        values[i] = change < 0
            ? components[i].getAccessor().invoke(Limits.DEFAULT)
            : changes.get(change + 1);
      }
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
      return Limits.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How often to do something: the second number with {@code -Dlong}. */
  static int times(int few, int many) {
    return LONG ? many : few;
  }

  /** Writes what a long run has seen into {@code target/beyond.txt}. */
  static void report(String line) throws IOException {
    if (LONG) {
      Path file = Path.of("beyond.txt"); // Surefire's working directory is target
      Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }
}
