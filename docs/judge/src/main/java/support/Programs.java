package support;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import judge.seen.ServerProcess;
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
  void saysWhoItIsAndAnswersOnThisMachineOnly(Class<?> listing) throws Exception {
    String number = listing.getSimpleName().replace("Listing", "");
    try (ServerProcess server = ServerProcess.start(listing, 0)) {
      int port = server.awaitPort();

      String first = "Listing " + number + ". Listening on http://127.0.0.1:" + port;
      assertEquals(first, server.lines().get(0));
      assertTrue(isServed(InetAddress.getByName("127.0.0.1"), port), "127.0.0.1");
      assertFalse(isServed(InetAddress.getByName("127.0.0.2"), port), "127.0.0.2");
      for (InetAddress address : addressesOfThisMachine()) {
        assertFalse(isServed(address, port), address.toString());
      }
    }
  }

  private static List<InetAddress> addressesOfThisMachine() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress())
        .toList();
  }

  private static boolean isServed(InetAddress address, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @ParameterizedTest
  @MethodSource("listings")
  void saysInOneLineThatThePortIsTaken(Class<?> listing) throws Exception {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    try (ServerSocket taken = new ServerSocket(0, 50, loopback);
        ServerProcess server = ServerProcess.start(listing, taken.getLocalPort())) {
      int exitCode = server.awaitExit(20);

      assertAll(
          () -> assertEquals(1, exitCode),
          () -> assertEquals(1, server.lines().size(), () -> server.lines().toString()),
          () -> assertTrue(server.lines().get(0).startsWith("Port " + taken.getLocalPort() + ": ")),
          () -> assertTrue(server.lines().get(0).endsWith("or add -Dport=8080.")));
    }
  }
}
