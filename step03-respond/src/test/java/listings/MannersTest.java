package listings;

import java.util.stream.Stream;
import judge.learner.Serve;
import org.junit.jupiter.api.Named;
import support.Manners;

class MannersTest extends Manners {

  static Stream<Named<Serve>> listings() {
    return Stream.of(listing("03", Listing03::serve));
  }

  /** A status line and the empty line that ends the head. */
  @Override
  protected String answer() {
    return "HTTP/1.1 200 OK\r\n\r\n";
  }
}
