package pool.seen;

import java.util.List;

/**
 * The jobs that a pool was given, as they were seen.
 *
 * @param runs how often each of them has run
 * @param running how many run now
 * @param mostAtOnce how many have run at the same time
 * @param runners on how many threads
 * @param onCaller the stack of a thread that has run one inside its call of execute, or null
 * @param calls those that hand the jobs over
 */
public record Work(
    List<Integer> runs,
    int running,
    int mostAtOnce,
    int runners,
    StackTraceElement[] onCaller,
    List<ExecuteCall> calls,
    Workers workers) {

  /** How many jobs have not run. */
  public int waiting() {
    return (int) runs.stream().filter(times -> times == 0).count();
  }
}
