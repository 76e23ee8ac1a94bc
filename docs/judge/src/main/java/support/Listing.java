package support;

import java.net.ServerSocket;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import judge.learner.Serve;

/** A listing of the step whose tests run, as a parameter of a test. */
public record Listing(Class<?> type) implements Serve {

  public static Stream<Listing> of(int... numbers) {
    return IntStream.of(numbers).mapToObj(Listing::of);
  }

  private static Listing of(int number) {
    try {
      return new Listing(Class.forName(String.format("listings.Listing%02d", number)));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void on(ServerSocket listener) throws Exception {
    Serve.of(type).on(listener);
  }

  @Override
  public String toString() {
    return type.getSimpleName();
  }
}
