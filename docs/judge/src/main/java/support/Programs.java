package support;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import judge.seen.ChildProcess;
import judge.seen.Ports;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each listing does as a program of its own: it starts its {@code main} in a process.
 *
 * <p>A step's subclass names its listings in a static method {@code listings()}.
 */
@Execution(ExecutionMode.CONCURRENT)
public abstract class Programs {

  @ParameterizedTest
  @MethodSource("listings")
  void saysWhoItIsAndAnswersOnThisMachineOnly(Listing listing) throws Exception {
    try (ChildProcess server = ChildProcess.start(listing.type(), 0)) {
      int port = server.awaitPort();

      String name = listing.toString().replace("Listing", "Listing ");
      String first = name + ". Listening on http://127.0.0.1:" + port;
      assertEquals(first, server.lines().get(0));
      assertTrue(Ports.isReached(InetAddress.getByName("127.0.0.1"), port), "127.0.0.1");
      assertFalse(Ports.isReached(InetAddress.getByName("127.0.0.2"), port), "127.0.0.2");
      for (InetAddress address : Ports.addresses()) {
        assertFalse(Ports.isReached(address, port), address.toString());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("listings")
  void saysInOneLineThatThePortIsTaken(Listing listing) throws Exception {
    try (ServerSocket taken = Ports.listen(0);
        ChildProcess server = ChildProcess.start(listing.type(), taken.getLocalPort())) {
      int exitCode = server.awaitExit();

      assertAll(
          () -> assertEquals(1, exitCode),
          () -> assertEquals(1, server.lines().size(), () -> server.lines().toString()),
          () -> assertTrue(server.lines().get(0).startsWith("Port " + taken.getLocalPort() + ": ")),
          () -> assertTrue(server.lines().get(0).endsWith("or add -Dport=8080.")));
    }
  }
}
