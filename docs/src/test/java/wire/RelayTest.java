package wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import judge.seen.Ports;
import judge.seen.Wire;
import judge.words.Wait;
import org.junit.jupiter.api.Test;

/** Whoever comes through the recording port sees what they see without it, and so does a server. */
class RelayTest extends Relayed {

  @Test
  void passesARequestAndItsAnswer() throws Exception {
    List<String> seen = seen((client, server, all) -> {
      client.send("GET /\r\n\r\n");
      all.add(read(server));
      write(server, "hello");
      server.close();
      all.add(rest(client));
    });
    assertEquals(List.of("GET /\r\n\r\n", "hello CLOSED"), seen);
    assertEquals(List.of("> GET /\r\n\r\n", "< hello", "< FIN", "> FIN"), recorded());
  }

  @Test
  void passesAClientsReset() throws Exception {
    List<String> seen = seen((client, server, all) -> {
      client.send("GE");
      all.add(read(server));
      client.reset();
      all.add(read(server));
    });
    assertEquals(List.of("GE", "RST"), seen);
    assertEquals(List.of("> GE", "> RST"), recorded());
  }

  @Test
  void passesAServersReset() throws Exception {
    List<String> seen = seen((client, server, all) -> {
      write(server, "HTTP/1.1 2");
      Thread.sleep(100);
      reset(server);
      all.add(rest(client));
    });
    assertEquals(List.of("HTTP/1.1 2 RESET"), seen);
    assertEquals(List.of("< HTTP/1.1 2", "< RST"), recorded());
  }

  /** As step 1 does: since JDK 13 the client sees a FIN first, although there is more to read. */
  @Test
  void passesTheEndOfAServerThatHasReadNothing() throws Exception {
    List<String> seen = seen((client, server, all) -> {
      client.send("GET / HTTP/1.1\r\n\r\n");
      Thread.sleep(100);
      server.close();
      all.add(rest(client));
    });
    assertEquals(List.of(" CLOSED"), seen);
  }

  @Test
  void passesAHalfClosedConnection() throws Exception {
    List<String> seen = seen((client, server, all) -> {
      client.send("GET / HT").endOutput();
      all.add(read(server));
      all.add(read(server));
      write(server, "400");
      server.close();
      all.add(rest(client));
    });
    assertEquals(List.of("GET / HT", "FIN", "400 CLOSED"), seen);
    assertEquals(List.of("> GET / HT", "> FIN", "< 400", "< FIN"), recorded());
  }

  @Test
  void passesPiecesWhenTheyCome() throws Exception {
    List<String> seen = seen((client, server, all) -> {
      client.send("GET ");
      all.add(read(server));
      all.add("" + client.hears(SHORT));
      client.send("/\r\n");
      all.add(read(server));
    });
    assertEquals(List.of("GET ", "false", "/\r\n"), seen);
    assertEquals(List.of("> GET ", "> /\r\n"), recorded().subList(0, 2));
    long pause = last().moments().get(1).millis() - last().moments().get(0).millis();
    assertTrue(pause >= SHORT - 20 && pause < 10_000, pause + " ms");
  }

  @Test
  void passesSilence() throws Exception {
    List<String> seen = seen((client, server, all) -> {
      all.add(rest(client));
      server.setSoTimeout(1);
      all.add("" + server.getInputStream().available());
    });
    assertEquals(List.of(" SILENCE", "0"), seen);
  }

  @Test
  void passesWhatIsLongBothWaysAtOnce() throws Exception {
    byte[] bytes = new byte[20_000_000];
    new Random(1).nextBytes(bytes);
    talk(port, (client, server, all) -> {
      var there = CompletableFuture.supplyAsync(() -> client.trySend(bytes));
      var back = CompletableFuture.runAsync(() -> {
        try {
          server.getOutputStream().write(bytes, 0, 3_000_000);
          server.shutdownOutput();
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
      });
      var heard = CompletableFuture.supplyAsync(() -> client.receive(SHORT * 10));
      assertArrayEquals(bytes, server.getInputStream().readNBytes(bytes.length));
      assertTrue(there.get());
      back.get();
      assertArrayEquals(Arrays.copyOf(bytes, 3_000_000), heard.get().bytes());
    });
    Connection all = last();
    assertTrue(all.moments().stream().allMatch(one -> one.bytes().length <= 2_000));
    assertTrue(all.moments().size() <= Recording.MOST_MOMENTS, all.moments().size() + "");
  }

  /** Nobody listens any more, although the program runs on. */
  @Test
  void refusesAsTheServerDoes() throws Exception {
    int before = port;
    listener.close();
    Wait.until("it refuses, too", () -> port == 0, PATIENCE);
    assertEquals("refused", connect(before));
    try (ServerSocket again = Ports.listen(listener.getLocalPort())) {
      Wait.until("it listens again", () -> port != 0, PATIENCE);
      assertEquals("connected", connect(port));
      assertEquals(before, port);
      again.accept().close();
    }
  }

  private static String connect(int port) throws IOException {
    try (Wire wire = new Wire(port)) {
      return wire.port() > 0 ? "connected" : "?";
    } catch (ConnectException e) {
      return "refused";
    }
  }

  @Test
  void letsThoseFinishWhoHaveBegun() throws Exception {
    talk(port, (client, server, all) -> {
      int before = port;
      relay.close();
      Wait.until("it has closed", () -> port == 0, PATIENCE);
      assertEquals("refused", connect(before));
      write(server, "bye");
      server.close();
      assertEquals("bye CLOSED", rest(client));
    });
  }

  @Test
  void takesAnotherPortIfItsOwnIsTaken() throws Exception {
    int[] second = new int[1];
    int to = listener.getLocalPort();
    assertEquals(own, port);
    Relay other = new Relay("2/mine", to, own, recorder, now -> second[0] = now);
    try (other) {
      Wait.until("it listens", () -> second[0] != 0, PATIENCE);
      assertNotEquals(own, second[0]);
      assertEquals("connected", connect(second[0]));
    }
  }
}
