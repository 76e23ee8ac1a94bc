package pool;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import judge.learner.Story;
import judge.verdict.Failure;
import judge.words.Meaning;
import judge.words.Wait;
import pool.why.HandOver;

/** Jobs that stay at work until they are let go. */
public final class HeldJobs {

  private final JudgedPool pool;
  private final Runnable afterwards;
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger here = new AtomicInteger();

  private HeldJobs(Runnable afterwards, JudgedPool pool) {
    this.pool = pool;
    this.afterwards = afterwards;
    pool.atEnd(this::letGo);
  }

  /** Nobody has come yet. */
  HeldJobs(JudgedPool pool, Runnable afterwards) {
    this(afterwards, pool);
    pool.jobs().forget();
  }

  /** Lets as many jobs meet as the pool has workers. */
  public static HeldJobs of(JudgedPool pool) {
    return handedTo(pool).expect(pool.size());
  }

  /** Hands over as many jobs as the pool has workers. */
  public static HeldJobs handedTo(JudgedPool pool) {
    return new HeldJobs(pool, () -> {}).add(pool.size());
  }

  /** Lets them meet again and again. */
  public static void repeat(JudgedPool pool, int times) {
    JudgedPool.repeat(times, i -> {
      Idling.await(pool);
      of(pool).end();
    });
    Story.tell(times + " times as many jobs as workers were at work at once");
  }

  /**
   * Makes sure that a job which waits is taken by the worker that becomes free, whichever it is:
   * the last one first, since it is the first one that comes next in a round.
   */
  public static void expectRelief(JudgedPool pool) {
    int mark = Story.mark();
    pool.jobs().forget();
    List<HeldJobs> atWork = new ArrayList<>();
    for (int i = 0; i < pool.size(); i++) {
      atWork.add(one(pool).expectTaken());
    }
    for (int i = pool.size() - 1; i >= 0; i--) {
      HeldJobs next = one(pool);
      Story.tell("job " + (i + 1) + " of those that run comes to its end");
      atWork.set(i, next).letGo();
      next.expectTaken();
    }
    atWork.forEach(HeldJobs::letGo);
    pool.expectDone(List.of());
    Story.back(mark);
    Story.tell("one job after the other has ended, and each time the one that waits has begun");
  }

  private static HeldJobs one(JudgedPool pool) {
    return new HeldJobs(() -> {}, pool).add(1);
  }

  private HeldJobs expectTaken() {
    pool.waitWhile(() -> here.get() < 1, here::get);
    Failure.raise(HandOver.notTaken(here.get(), pool.workers()));
    return this;
  }

  private void attend() {
    here.incrementAndGet();
    boolean isOver = false;
    while (!isOver) {
      try {
        end.await();
        isOver = true;
      } catch (InterruptedException e) {
        pool.jobs().interrupted();
      }
    }
    afterwards.run();
  }

  /** Hands over more jobs, and waits for none of them. */
  public HeldJobs add(int count) {
    pool.handOver(Collections.nCopies(count, this::attend));
    return this;
  }

  /** Makes sure that so many jobs have begun. */
  HeldJobs expect(int count) {
    pool.waitWhile(() -> here.get() < count, here::get);
    int came = here.get();
    Optional<Meaning> problem = HandOver.tooFew(came, count, pool.workers());
    if (problem.isPresent() && came > 0) {
      Story.tell(came + (came == 1 ? " of them has" : " of them have") + " begun");
    }
    Failure.raise(problem);
    return this;
  }

  /**
   * Makes sure that there is a worker for each of as many jobs. That all of them run now, is asked
   * for elsewhere.
   */
  public HeldJobs expectWorkers() {
    int size = pool.size();
    pool.waitWhile(() -> here.get() < size && pool.living().size() < size, here::get);
    Failure.raise(HandOver.tooFewWorkers(here.get(), pool.workers()));
    return this;
  }

  /** Makes sure that no more jobs begin than there are workers: gives one too many its chance. */
  public HeldJobs expectNoMore() {
    Wait.until(() -> here.get() > pool.size(), 30);
    Failure.raise(HandOver.tooMany(pool.look(List.of())));
    return this;
  }

  public void letGo() {
    end.countDown();
  }

  /** Lets the jobs go, and makes sure that all of them are done. */
  public void end() {
    letGo();
    pool.expectDone(List.of());
  }
}
