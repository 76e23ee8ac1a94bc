package listings;

import java.util.stream.Stream;
import support.Listing;
import support.Programs;

class ProgramsTest extends Programs {

  static Stream<Listing> listings() {
    return Listing.of(10, 11, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25);
  }
}
