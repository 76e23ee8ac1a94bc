package listings;

import java.io.IOException;
import java.util.stream.Stream;
import judge.learner.Serve;
import org.junit.jupiter.api.Named;
import support.Answers;
import support.Manners;

class MannersTest extends Manners {

  static Stream<Named<Serve>> listings() {
    return Stream.of(
        listing("05", Listing05::serve),
        listing("06", Listing06::serve),
        listing("07", Listing07::serve),
        listing("09", Listing09::serve));
  }

  @Override
  protected String answer() throws IOException {
    return Answers.withPage("200 OK", "hello.html");
  }
}
