package listings;

import java.util.stream.Stream;
import judge.learner.Serve;
import org.junit.jupiter.api.Named;
import support.Manners;

class MannersTest extends Manners {

  static Stream<Named<Serve>> listings() {
    return Stream.of(listing("02", Listing02::serve));
  }

  /** The server hangs up without an answer. */
  @Override
  protected String answer() {
    return "";
  }
}
