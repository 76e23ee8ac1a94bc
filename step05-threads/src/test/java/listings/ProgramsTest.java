package listings;

import java.util.stream.Stream;
import support.Programs;

class ProgramsTest extends Programs {

  static Stream<Class<?>> listings() {
    return Stream.of(
        Listing10.class,
        Listing11.class,
        Listing13.class,
        Listing14.class,
        Listing15.class,
        Listing16.class,
        Listing17.class,
        Listing18.class,
        Listing19.class,
        Listing20.class,
        Listing21.class,
        Listing22.class,
        Listing23.class,
        Listing24.class,
        Listing25.class);
  }
}
