package listings;

import java.io.IOException;
import java.util.stream.Stream;
import judge.learner.Serve;
import org.junit.jupiter.api.Named;
import support.Answers;
import support.Manners;

class MannersTest extends Manners {

  /** Those that answer; from 13 to 19 no job is run. */
  static Stream<Named<Serve>> listings() {
    return Stream.of(
        listing("10", Listing10::serve),
        listing("11", Listing11::serve),
        listing("20", Listing20::serve),
        listing("21", Listing21::serve),
        listing("22", Listing22::serve),
        listing("23", Listing23::serve),
        listing("24", Listing24::serve),
        listing("25", Listing25::serve));
  }

  @Override
  protected String answer() throws IOException {
    return Answers.withPage("200 OK", "hello.html");
  }
}
