package exercise;

import java.util.List;
import judge.Call;
import judge.Client;
import judge.Server;
import judge.tasks.Core;
import judge.tasks.Further;
import judge.tasks.TaskList;
import judge.words.Wait;
import pool.Clients;
import pool.Closing;
import pool.Ensure;
import pool.FailingJobs;
import pool.HalfRequest;
import pool.HeldJobs;
import pool.Idling;
import pool.JudgedPool;
import pool.ManyJobs;
import pool.Race;
import pool.Refusing;
import pool.StoppedProgram;
import pool.seen.Stands;

/** Judges your own pool and server; docs/step05-threads.md has the tasks and their hints. */
@TaskList(value = "Step 5: threads", module = "step05-threads")
class Exercise {

  @Core("5.1 Let a client that says nothing keep nobody waiting")
  void silentClientsKeepNobodyWaiting() {
    try (Server server = Server.start(WebServer::serve)) {
      List<HalfRequest> three = HalfRequest.beginThree(server);
      HalfRequest.expectAnswerBeside(three, server);
      three.forEach(HalfRequest::end);
    }
    try (Server server = Server.prepare(WebServer::serve)) {
      Clients four = Clients.atOnce(server, 4);
      server.begin();
      four.expectNoneForgotten();
    }
  }

  @Core("5.2 Run a job on a thread of the pool's own, and come back at once")
  void runsAJobOnAnotherThread() {
    try (JudgedPool pool = JudgedPool.start(1, ThreadPool::new)) {
      HeldJobs.of(pool).add(3).end();
      Idling.await(pool);
      HeldJobs.of(pool).add(200).end();
    }
  }

  @Core("5.3 Run each job once, however many workers there are")
  void runsEachJobOnce() {
    for (int size : new int[] {3, 2, 4, 8}) {
      try (JudgedPool pool = JudgedPool.start(size, ThreadPool::new)) {
        HeldJobs.handedTo(pool).expectWorkers().end();
        ManyJobs.expectDone(pool, 5, 2_000);
        ManyJobs.expectChainDone(pool, 500);
      }
    }
  }

  @Core("5.4 Run as many jobs at once as the pool has workers, never one more")
  void runsAsManyJobsAsItHasWorkers() {
    for (int size : new int[] {1, 2, 5}) {
      try (JudgedPool pool = JudgedPool.start(size, ThreadPool::new)) {
        HeldJobs.repeat(pool, 10);
        HeldJobs.of(pool).add(1).expectNoMore().end();
        ManyJobs.expectDone(pool, 1, 2_000);
        ManyJobs.expectChainDone(pool, 500);
        HeldJobs.repeat(pool, 10);
        HeldJobs.of(pool).add(1).expectNoMore().end();
        HeldJobs.expectRelief(pool);
      }
    }
    for (int size : new int[] {0, -1, -5}) {
      Call.start("new ThreadPool(" + size + ")", () -> new ThreadPool(size))
          .expectThrows(
              IllegalArgumentException.class,
              "- A pool of less than one thread runs nothing: check the size first in the"
                  + " constructor, and 0 is such a size too.",
              "- assert is no check: without java -ea it does nothing, and it throws an"
                  + " AssertionError.");
    }
  }

  @Core("5.5 Outlive jobs that fail, and say that they did")
  void outlivesJobsThatFail() {
    try (JudgedPool pool = JudgedPool.start(3, ThreadPool::new)) {
      FailingJobs.expectTold(pool, 6, "exceptions", text -> {
        throw new IllegalStateException(text);
      });
      HeldJobs.of(pool).end();
      FailingJobs.expectTold(pool, 6, "errors", text -> {
        throw new AssertionError(text);
      });
      HeldJobs.of(pool).end();
    }
  }

  @Core("5.6 Answer on a pool of four workers, and no more")
  void answersOnAPoolOfFour() {
    HalfRequest.inTime(atWork -> {
      try (Server server = Server.start(WebServer::serve)) {
        HalfRequest.expectAnswerBesideSilence(server);
        atWork.addAll(HalfRequest.begin(server, 3));
        HalfRequest.expectAnswerBeside(atWork, server);
        atWork.add(HalfRequest.begin(server));
        Ensure.readers(server, 4);
        Stands before = Stands.ofLearners();
        Clients four = Clients.oneByOne(server, 4).expectWaiting();
        Ensure.noThreadEach(before, 4);
        atWork.remove(3).end();
        four.expectAnswersByOne();
        atWork.forEach(HalfRequest::end);
      }
    });
    try (Server server = Server.prepare(WebServer::serve)) {
      Clients eight = Clients.atOnce(server, 8); // no pool need have more room than for eight
      server.begin();
      eight.expectNoneForgotten();
    }
  }

  @Core("5.7 Let `close()` finish what runs and what waits, then come back")
  void closeFinishesAllJobs() {
    Closing.expectPatience(ThreadPool::new);
    try (JudgedPool pool = JudgedPool.start(2, ThreadPool::new)) {
      HeldJobs jobs = HeldJobs.of(pool).add(10);
      Closing close = Closing.start(pool);
      close.expectWaiting();
      jobs.letGo();
      close.expectEnd();
      Closing.start(pool).expectEnd();
    }
    for (int i = 0; i < 30; i++) {
      try (JudgedPool idle = JudgedPool.start(4, ThreadPool::new)) {
        if (i % 2 == 0) {
          Idling.await(idle);
        }
        Closing.start(idle).expectEnd();
      }
    }
  }

  @Further("5.8 Let idle workers sleep")
  void idleWorkersSleep() {
    try (JudgedPool pool = JudgedPool.start(4, ThreadPool::new)) {
      HeldJobs.of(pool).end();
      Idling.expectSleep(pool, 300);
      HeldJobs.repeat(pool, 20);
    }
  }

  @Further("5.9 Take no job after `close()`, and lose none that was taken")
  void losesNoJobThatWasTaken() {
    try (JudgedPool pool = JudgedPool.start(2, ThreadPool::new)) {
      HeldJobs.of(pool).end();
      Closing.start(pool).expectEnd();
      Refusing.expect(pool, "after close()");
    }
    try (JudgedPool pool = JudgedPool.start(2, ThreadPool::new)) {
      Refusing.expectInJob(pool);
    }
    try (JudgedPool pool = JudgedPool.start(4, ThreadPool::new)) {
      ManyJobs.expectDone(pool, 5, 2_000); // with one lock more, they may not share it any longer
    }
    Race.expectNoneLost(200, ThreadPool::new);
  }

  @Further("5.10 With four at work and eight waiting, answer `503` to the next")
  void refusesWhoeverFindsNoRoom() {
    HalfRequest.inTime(atWork -> {
      try (Server server = Server.start(WebServer::serve)) {
        atWork.addAll(HalfRequest.begin(server, 4));
        Ensure.readers(server, 4);
        Clients waiting = Clients.oneByOne(server, 8).expectWaiting();
        Clients.expectRefusal(server);
        Ensure.accepted(server.connect()); // says nothing, and may be told 503 all the same
        Clients.expectRefusal(server);
        Clients.expectRefusal(server);
        waiting.expectWaiting();
        atWork.forEach(HalfRequest::end);
        waiting.expectAnswers();
        Clients.atOnce(server, 30).expectAnswersOrRefusals();
        Clients.expectAnswer(server);
      }
    });
  }

  @Further("5.11 When the listener is closed, answer whoever has begun to ask, then come back")
  void answersWhoeverHasBegunToAsk() {
    try (Server server = Server.start(WebServer::serve)) {
      List<HalfRequest> four = HalfRequest.begin(server, 4);
      Ensure.readers(server, 4);
      Clients fifth = Clients.oneByOne(server, 1);
      server.stopListening();
      Wait.pause(100); // time for a server that does not wait
      four.forEach(HalfRequest::expectOpen);
      Ensure.stillThere(server);
      four.forEach(HalfRequest::end);
      fifth.expectAnswers();
      server.expectEnd(3_000);
      Ensure.noThreads();
    }
    hangsUpOnSilenceAlone();
  }

  private static void hangsUpOnSilenceAlone() {
    try (Server server = Server.start(WebServer::serve)) {
      HalfRequest talking = HalfRequest.begin(server);
      Client silent = server.connect();
      Ensure.accepted(silent);
      server.stopListening();
      Ensure.hungUp(silent);
      talking.expectOpen();
      talking.end();
      server.expectEnd(3_000);
      Ensure.noThreads();
    }
  }

  @Further("5.12 On Ctrl-C, close the listener, answer whoever has begun to ask, and end")
  void stopsInGoodOrder() {
    try (StoppedProgram program = StoppedProgram.start(WebServer.class)) {
      program.beginToAsk(2);
      program.connectSilently();
      program.expectAnswer(); // so those before have been accepted, too
      program.stop();
      program.expectNoNewClient();
      program.expectAnswersToThoseWhoHadBegun();
      program.expectEnd();
    }
  }
}
