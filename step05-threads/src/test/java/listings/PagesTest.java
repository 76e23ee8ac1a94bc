package listings;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import support.Listing;
import support.PageTests;

class PagesTest extends PageTests {

  /** Those that answer; from 13 to 19 no job is run. */
  static Stream<Listing> listings() {
    return Listing.of(10, 11, 20, 21, 22, 23, 24, 25);
  }

  @ParameterizedTest
  @MethodSource("listings")
  void answers404ForEveryOtherRequest(Listing listing) throws IOException {
    assertAnswers404(listing);
  }
}
