package pool.seen;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import judge.learner.SharedFields;
import judge.learner.TaskThreads.Death;

/**
 * A pool's threads, as they were seen.
 *
 * @param size how many workers the pool is to have
 * @param living those that have not ended
 * @param ended how many have
 * @param deaths the exceptions that have ended some of them, the last one at the end
 */
public record Workers(
    int size, List<PoolThread> living, int ended, List<Death> deaths, Shared shared) {

  /** What was seen of a pool of whose fields nothing is known. */
  public Workers(int size, List<PoolThread> living, int ended, List<Death> deaths) {
    this(size, living, ended, deaths, new Shared(List.of(), List.of()));
  }

  /**
   * Fields of a pool in which there is one place for what each has to have.
   *
   * @param byJobs fields that hold one job
   * @param byPools fields that all pools share
   */
  public record Shared(List<String> byJobs, List<String> byPools) {

    public static Shared of(Class<?> pool) {
      return new Shared(SharedFields.ofJobs(pool), SharedFields.ofAll(pool));
    }

    public List<String> causes() {
      return Stream.concat(
              byJobs.stream()
                  .map(
                      field -> "- Is it " + field + "? That is one place for all jobs: the next one"
                          + " is put there before the one before has begun."),
              byPools.stream()
                  .map(field -> "- Is it " + field + "? All pools have that one in common, also"
                      + " those that were made before this one: leave static out."))
          .toList();
    }
  }

  /** The last exception that has ended a worker, if one is missing. */
  public Optional<Death> loss() {
    return deaths.isEmpty() || living.size() >= size
        ? Optional.empty()
        : Optional.of(deaths.get(deaths.size() - 1));
  }
}
