package judge.seen;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import judge.words.Limits;

/** The ports of this machine: which is free, and who can reach one. */
public final class Ports {

  private Ports() {}

  /** A listener on 127.0.0.1; port 0 is any free one. */
  public static ServerSocket listen(int port) throws IOException {
    return new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
  }

  /** A free port below those that the system gives to clients. */
  public static int free() {
    while (true) {
      try (ServerSocket probe = listen(ThreadLocalRandom.current().nextInt(20_000, 30_000))) {
        return probe.getLocalPort();
      } catch (BindException e) {
        // somebody has it: try another
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Whether a client that calls the address reaches a listener. */
  public static boolean isReached(InetAddress address, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), Limits.SOON);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The addresses of this machine that other machines may call. */
  public static List<InetAddress> addresses() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress())
        .toList();
  }
}
