package pool.seen;

import java.util.List;
import java.util.Optional;
import judge.learner.TaskThreads.Death;

/**
 * A pool's threads, as they were seen.
 *
 * @param size how many workers the pool is to have
 * @param living those that have not ended
 * @param ended how many have
 * @param deaths the exceptions that have ended some of them, the last one at the end
 */
public record Workers(int size, List<PoolThread> living, int ended, List<Death> deaths) {

  /** The last exception that has ended a worker, if one is missing. */
  public Optional<Death> loss() {
    return deaths.isEmpty() || living.size() >= size
        ? Optional.empty()
        : Optional.of(deaths.get(deaths.size() - 1));
  }
}
