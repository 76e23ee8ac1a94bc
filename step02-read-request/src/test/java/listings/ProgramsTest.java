package listings;

import java.util.stream.Stream;
import support.Programs;

class ProgramsTest extends Programs {

  static Stream<Class<?>> listings() {
    return Stream.of(Listing02.class);
  }
}
