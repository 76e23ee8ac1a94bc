package exercise;

import java.util.List;
import java.util.stream.Stream;
import judge.Call;
import judge.Client;
import judge.Server;
import judge.tasks.Core;
import judge.tasks.Further;
import judge.tasks.TaskList;
import judge.words.Wait;
import pool.Clients;
import pool.Expect;
import pool.HalfRequest;
import pool.JudgedPool;

/** Judges your own pool and server; docs/step05-threads.md has the tasks and their hints. */
@TaskList(value = "Step 5: threads", module = "step05-threads")
class Exercise {

  @Core("5.1 Run each job once, on a thread of the pool's own")
  void runsEachJobOnce() {
    try (JudgedPool pool = JudgedPool.start(1, ThreadPool::new)) {
      pool.meet().add(3).end();
    }
    for (int size : new int[] {2, 3, 4, 8}) {
      try (JudgedPool pool = JudgedPool.start(size, ThreadPool::new)) {
        pool.crowd(5, 2_000);
        pool.chain(500);
      }
    }
  }

  @Core("5.2 Run as many jobs at once as the pool has workers, never one more")
  void runsAsManyJobsAsItHasWorkers() {
    for (int size : new int[] {1, 2, 5}) {
      try (JudgedPool pool = JudgedPool.start(size, ThreadPool::new)) {
        pool.meet(10);
        pool.meet().add(1).expectNoMore().end();
        pool.crowd(1, 2_000);
        pool.chain(500);
        pool.meet(10);
        pool.meet().add(1).expectNoMore().end();
      }
    }
    for (int size : new int[] {0, -1}) {
      Call.start("new ThreadPool(" + size + ")", () -> new ThreadPool(size))
          .expectThrows(
              IllegalArgumentException.class,
              "- A pool of less than one thread runs nothing: check the size first in the"
                  + " constructor, and 0 is such a size too.",
              "- assert is no check: without java -ea it does nothing, and it throws an"
                  + " AssertionError.");
    }
  }

  @Core("5.3 Outlive jobs that fail, and say that they did")
  void outlivesJobsThatFail() {
    try (JudgedPool pool = JudgedPool.start(3, ThreadPool::new)) {
      pool.fail(6, "exceptions", text -> {
        throw new IllegalStateException(text);
      });
      pool.meet().end();
      pool.fail(6, "errors", text -> {
        throw new AssertionError(text);
      });
      pool.meet().end();
    }
  }

  @Core("5.4 Let `close()` finish what runs and what waits, then come back")
  void closeFinishesAllJobs() {
    try (JudgedPool pool = JudgedPool.start(2, ThreadPool::new)) {
      JudgedPool.Meeting jobs = pool.meet();
      Call close = pool.startClose();
      pool.expectWaiting(close);
      jobs.letGo();
      pool.expectClosed(close);
    }
    try (JudgedPool pool = JudgedPool.start(2, ThreadPool::new)) {
      JudgedPool.Meeting jobs = pool.meet().add(10);
      Call close = pool.startClose();
      pool.expectWaiting(close);
      jobs.letGo();
      pool.expectClosed(close);
      pool.expectClosed(pool.startClose());
    }
    for (int i = 0; i < 30; i++) {
      try (JudgedPool idle = JudgedPool.start(4, ThreadPool::new)) {
        if (i % 2 == 0) {
          idle.awaitSleep();
        }
        idle.expectClosed(idle.startClose());
      }
    }
  }

  @Core("5.5 Let the pool answer: silent clients keep nobody waiting")
  void silentClientsKeepNobodyWaiting() {
    try (Server server = Server.start(WebServer::serve)) {
      List<HalfRequest> three = beginToAsk(server, 3);
      Clients.expectAnswer(server);
      three.forEach(HalfRequest::end);
    }
    try (Server server = Server.prepare(WebServer::serve)) {
      Clients four = Clients.atOnce(server, 4);
      server.begin();
      four.expectNoneForgotten();
    }
  }

  private static List<HalfRequest> beginToAsk(Server server, int count) {
    return Stream.generate(() -> HalfRequest.begin(server)).limit(count).toList();
  }

  @Further("5.6 Let idle workers sleep")
  void idleWorkersSleep() {
    try (JudgedPool pool = JudgedPool.start(4, ThreadPool::new)) {
      pool.meet().end();
      pool.expectSleep(300);
      pool.meet(20);
    }
  }

  @Further("5.7 Take no job after `close()`, and lose none that was taken")
  void losesNoJobThatWasTaken() {
    try (JudgedPool pool = JudgedPool.start(2, ThreadPool::new)) {
      pool.meet().end();
      pool.expectClosed(pool.startClose());
      pool.expectRefusal("after close()");
    }
    try (JudgedPool pool = JudgedPool.start(2, ThreadPool::new)) {
      pool.expectRefusalInJob();
    }
    JudgedPool.expectNoneLost(200, ThreadPool::new);
  }

  @Further("5.8 With four at work and eight waiting, answer `503` to the next")
  void refusesWhoeverFindsNoRoom() {
    try (Server server = Server.start(WebServer::serve)) {
      List<HalfRequest> atWork = beginToAsk(server, 4);
      Expect.readers(server, 4);
      Clients waiting = Clients.oneByOne(server, 8).expectWaiting();
      for (int i = 0; i < 3; i++) {
        Clients.expectRefusal(server);
      }
      waiting.expectWaiting();
      atWork.forEach(HalfRequest::end);
      waiting.expectAnswers();
      Clients.atOnce(server, 30).expectAnswersOrRefusals();
      Clients.expectAnswer(server);
    }
  }

  @Further("5.9 When the listener is closed, answer whoever has begun to ask, then come back")
  void answersWhoeverHasBegunToAsk() {
    try (Server server = Server.start(WebServer::serve)) {
      List<HalfRequest> two = beginToAsk(server, 2);
      Expect.readers(server, 2);
      server.stopListening();
      Wait.pause(100); // time for a server that does not wait
      two.forEach(HalfRequest::expectOpen);
      Expect.stillThere(server);
      two.forEach(HalfRequest::end);
      server.expectEnd(3_000);
      Expect.noThreads();
    }
    try (Server server = Server.start(WebServer::serve)) {
      Client silent = server.connect();
      Expect.accepted(silent);
      server.stopListening();
      Expect.endInSpiteOfSilence(server);
      silent.expectEnd();
      Expect.noThreads();
    }
  }
}
