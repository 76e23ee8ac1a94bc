package listings;

import java.util.stream.Stream;
import support.Programs;

class ProgramsTest extends Programs {

  static Stream<Class<?>> listings() {
    return Stream.of(Listing05.class, Listing06.class, Listing07.class, Listing09.class);
  }
}
