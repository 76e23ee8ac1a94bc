package listings;

import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import support.Manners;
import judge.seen.RunningServer.Serve;

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
