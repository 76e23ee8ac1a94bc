package clients;

import java.util.List;
import java.util.regex.Pattern;
import judge.Client;
import judge.learner.Printed;
import judge.verdict.Failure;

/** The lines that name clients: one for each, with its address and port. */
public final class ClientLines {

  private ClientLines() {}

  private static Pattern port(Client client) {
    return Pattern.compile("\\b" + client.port() + "\\b");
  }

  private static Pattern line(Client client) {
    return Pattern.compile("(?=.*\\b127\\.0\\.0\\.1\\b).*" + port(client));
  }

  public static void expectLineFor(Client client, int serverPort) {
    Pattern port = port(client);
    if (!Printed.become(lines -> count(line(client), lines) > 0)) {
      throw Failure.because(
          "No line has the client's address and port, 127.0.0.1:" + client.port() + ".",
          count(port, Printed.lines()) > 0
              ? "- The port is there, but the address 127.0.0.1 is not in the same line. A name, as"
                  + " getHostName gives it, is no address: getHostAddress has the numbers."
              : isRunTogether(client)
                  ? "- The digits are there, but not as 127.0.0.1 and "
                      + client.port()
                      + ": the port is a number without a comma, and does not follow the address"
                      + " without a colon or a blank."
                  : Printed.text().contains(":" + serverPort)
                      ? "- Your line has the server's own port, " + serverPort
                          + ". The client's end of" + " the connection has a port of its own."
                      : "- Both ends have an address and a port: print the client's, the remote"
                          + " end's.");
    }
  }

  /** Whether the digits of address and port are printed, one after the other. */
  private static boolean isRunTogether(Client client) {
    return Printed.lines().stream()
        .anyMatch(line -> line.replaceAll("[^0-9]", "").contains("127001" + client.port()));
  }

  public static void expectNoSecondLineFor(Client client) {
    if (count(line(client), Printed.lines()) != 1) {
      throw Failure.because(
          "There is more than one line with 127.0.0.1:" + client.port() + "; one was asked for.",
          "- Which of your prints are left over from trying?",
          "- A list of all clients names the earlier ones again: print the one that has come.");
    }
  }

  public static void expectNoCommonLine(List<Client> clients) {
    for (String line : Printed.lines()) {
      if (clients.stream().filter(client -> port(client).matcher(line).find()).count() > 1) {
        throw Failure.because(
            "There are two clients in one line; one line was asked for each.",
            "- println ends a line, print does not.");
      }
    }
  }

  private static long count(Pattern pattern, List<String> lines) {
    return lines.stream().filter(line -> pattern.matcher(line).find()).count();
  }
}
