package beyond;

import static beyond.Replies.assertStatus;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import judge.seen.ChildProcess;
import judge.seen.Environment;
import judge.seen.Wire;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** File descriptors or threads run out; when there are some again, all is as before. */
@Execution(ExecutionMode.CONCURRENT)
class ShortageTest {

  /**
   * Java itself needs some thirty descriptors. All are taken before the first request comes, and
   * what comes then finds what it needs, or is told that it cannot be had, not that it is not
   * there.
   */
  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "ulimit works otherwise elsewhere")
  @Timeout(100)
  @DisplayName("F22 64 file descriptors and 200 connections")
  void withoutFileDescriptors() throws Exception {
    try (ChildProcess server = ChildProcess.start(withFewDescriptors())) {
      int port = server.awaitPort();
      List<Wire> wires = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        wires.add(new Wire(port));
      }
      server.awaitLine("Too many open files");

      assertStatus("200 OK", wires.get(0).send(Sturdy.GET).answer());
      assertStatus(404, wires.get(1).send(Sturdy.get("/nowhere.html")).answer());
      assertStatus(500, wires.get(2).send(Sturdy.get("/style.css")).answer());
      assertStatus(405, wires.get(3).send("POST / HTTP/1.1\r\nHost: a\r\n\r\n").answer());
      assertStatus(400, wires.get(4).send("\0\r\n\r\n").answer());

      wires.forEach(Wire::close);
      assertStatus("200 OK", Wire.ask(port, Sturdy.get("/style.css") + Sturdy.GET));
    }
  }

  private static ProcessBuilder withFewDescriptors() {
    String classes =
        ChildProcess.classes(SturdyServer.class) + ":" + ChildProcess.classes(ShortageTest.class);
    List<String> words = List.of("-Dport=0", "-cp", classes, PatientProgram.class.getName());
    String java = "'" + String.join("' '", ChildProcess.java(words).command()) + "'";
    return Environment.command(List.of("sh", "-c", "ulimit -n 64; exec " + java));
  }

  /** A thread, if the system has one to give. */
  private static Thread thread(Runnable job, AtomicBoolean isShort) {
    if (isShort.get()) {
      throw new OutOfMemoryError("unable to create native thread");
    }
    return new Thread(job);
  }

  @Test
  void withoutAnyThread() throws Exception {
    var isShort = new AtomicBoolean(true);
    Pool pool = new ServicePool(Executors.newFixedThreadPool(2, job -> thread(job, isShort)));
    try (Sturdy server = Sturdy.start(pool, Small.PATIENT, Sturdy.PAGES)) {
      for (int i = 0; i < 3; i++) {
        assertStatus(503, server.connect().rest());
      }

      isShort.set(false);

      assertStatus("200 OK", server.connect().send(Sturdy.GET).answer());
      assertStatus("200 OK", server.connect().send(Sturdy.GET).answer());
    }
  }

  /** Then the threads that are there have to do. */
  @Test
  void withoutOneMoreThread() throws Exception {
    var isShort = new AtomicBoolean();
    Pool pool = new ServicePool(Executors.newFixedThreadPool(4, job -> thread(job, isShort)));
    try (Sturdy server = Sturdy.start(pool, Small.PATIENT, Sturdy.PAGES)) {
      assertStatus("200 OK", server.connect().send(Sturdy.GET).answer());

      isShort.set(true);

      for (int i = 0; i < 6; i++) {
        assertStatus("200 OK", server.connect().send(Sturdy.GET).answer());
      }
    }
  }
}
