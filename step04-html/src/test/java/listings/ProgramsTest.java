package listings;

import java.util.stream.Stream;
import support.Listing;
import support.Programs;

class ProgramsTest extends Programs {

  static Stream<Listing> listings() {
    return Listing.of(5, 6, 7, 9);
  }
}
