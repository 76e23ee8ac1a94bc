package listings;

import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** The pools of the listings, as makers of a pool of a given size. */
final class ListingPool {

  private ListingPool() {}

  static Named<IntFunction<Executor>> of(String number, IntFunction<Executor> maker) {
    return Named.of("listing " + number, maker);
  }

  /** Those that run jobs as a pool should. */
  static Stream<Named<IntFunction<Executor>>> working() {
    return Stream.concat(
        Stream.of(of("20", Listing20.ThreadPool::new), of("22", Listing22.ThreadPool::new)),
        closing());
  }

  /** Those whose {@code close} finishes and comes back. */
  static Stream<Named<IntFunction<Executor>>> closing() {
    return Stream.of(
        of("23", Listing23.ThreadPool::new),
        of("24", Listing24.ThreadPool::new),
        of("25", Listing25.ThreadPool::new));
  }

  /** Those that do not. */
  static Stream<Named<IntFunction<Executor>>> halfBuilt() {
    return Stream.of(
        of("13", Listing13.ThreadPool::new),
        of("14", Listing14.ThreadPool::new),
        of("15", Listing15.ThreadPool::new),
        of("16", Listing16.ThreadPool::new),
        of("17", Listing17.ThreadPool::new),
        of("18", Listing18.ThreadPool::new),
        of("19", Listing19.ThreadPool::new),
        of("21", Listing21.ThreadPool::new));
  }
}
