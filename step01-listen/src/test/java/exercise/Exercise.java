package exercise;

import clients.ClientLines;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import judge.Client;
import judge.Prints;
import judge.Program;
import judge.Server;
import judge.learner.Story;
import judge.seen.Ports;
import judge.tasks.Core;
import judge.tasks.Further;
import judge.tasks.TaskList;
import judge.verdict.Failure;
import judge.words.Limits;
import judge.words.Wait;

/** Judges your own server; docs/step01-listen.md has the tasks and their hints. */
@TaskList(value = "Step 1: listen", module = "step01-listen", next = "docs/step02-read-request.md")
class Exercise {

  @Core("1.1 Take one connection after another, and close each")
  void closesEachConnection() {
    try (Server server = Server.start(WebServer::serve)) {
      for (int i = 0; i < 3; i++) {
        server.connect().expectClose();
      }
      server.letTimeLimitPass();
      Client one = server.connect();
      Client two = server.connect();
      one.expectClose();
      two.expectClose();
      server.connect().expectClose();
      server.expectIdle();
    }
  }

  @Core("1.2 Print one line for each client, with its address and port")
  void printsOneLineForEachClient() {
    try (Server server = Server.start(WebServer::serve)) {
      List<Client> clients = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        Client client = server.connect();
        clients.add(client);
        client.expectEnd();
        ClientLines.expectLineFor(client, server.port());
      }
      server.expectIdle(); // a line too many may come when the client has gone
      clients.forEach(ClientLines::expectNoSecondLineFor);
      ClientLines.expectNoCommonLine(clients);
    }
  }

  @Core("1.3 Say `You are client 3.` to the third client before you hang up")
  void saysWhichClientItIs() {
    try (Server server = Server.start(WebServer::serve)) {
      int before = Server.accepted();
      int first = numberToldTo(server.connect());
      if (first != 1 && first != before + 1) { // a static counter goes on from task to task
        throw Failure.because(
            "The first client was told that it is client " + first + "; it is client 1.",
            "- Count before you speak, from 0 upwards.");
      }
      int mark = Story.mark();
      for (int i = 1; i <= 11; i++) { // a number of two digits is one of them
        if (i > 3) {
          Story.back(mark);
        }
        expectNumber(first + i, numberToldTo(server.connect()));
      }
      server.expectIdle();
    }
  }

  private static void expectNumber(int expected, int told) {
    if (told != expected) {
      throw Failure.because(
          "This client was told that it is client " + told + "; it is client " + expected + ".",
          "- A variable that is declared inside the loop begins anew for each client.",
          "- Count each client once.",
          "- From 10 on the number has two digits: \"\" + n has them all.");
    }
  }

  private static int numberToldTo(Client client) {
    String told =
        client.expectText("You are client (0|[1-9][0-9]{0,5})\\.\r\n", "You are client 1.\r\n");
    return Integer.parseInt(told.replaceAll("[^0-9]", ""));
  }

  @Further("1.4 Keep listening when a client is gone before you speak")
  void survivesClientsThatAreGone() {
    try (Server server = Server.prepare(WebServer::serve)) {
      for (int i = 0; i < 3; i++) {
        server.connect().reset();
      }
      server.failAcceptAfterThem("Software caused connection abort");
      server.begin();
      numberToldTo(server.connect());
      server.expectIdle();
      Prints.expectNoStackTrace("A client that leaves");
    }
  }

  @Further("1.5 End when the listener is closed, and only then")
  void endsWhenTheListenerIsClosed() {
    try (Server server = Server.start(WebServer::serve)) {
      numberToldTo(server.connect());
      for (int i = 0; i < 2; i++) {
        server.failNextAccept();
        numberToldTo(server.connect());
        numberToldTo(server.connect());
      }
      Wait.pause(60); // time for a server that would end by an exception

      server.stopListening();
      server.expectEnd(Limits.SOON);
    }
    try (Server server = Server.start(WebServer::serve)) {
      server.stopListeningAfterNextAccept();
      server.connect().expectEnd();
      server.expectEnd(Limits.SOON);
    }
  }

  @Further("1.6 When the port is taken, say so in one sentence and exit with code 1")
  void saysThatThePortIsTaken() throws IOException {
    try (ServerSocket taken = Ports.listen(0);
        Program program = Program.start(WebServer.class, taken.getLocalPort())) {
      int exitCode = program.expectExit();
      expectOneSentence(program.lines(), taken.getLocalPort());
      if (exitCode != 1) {
        throw Failure.because(
            "The exit code is " + exitCode + "; asked for is 1.",
            "- A program that just ends has exit code 0: success, for whoever started it. Of a"
                + " negative one the system makes another: 255 of -1.",
            "- System.exit(1) says that it failed.");
      }
    }
    try (Program program = Program.start(WebServer.class, 0)) {
      int port = program.expectPort();
      if (!Ports.isReached(InetAddress.getByName("127.0.0.1"), port)) {
        throw Failure.because(
            "Nobody listens on port " + port + ", which your line names.",
            "- Port 0 means any free one. Which one it has become, listener.getLocalPort() says.",
            "- If serve has returned, main ends, and the listener with it: that is task 1.1.");
      }
    }
  }

  private static void expectOneSentence(List<String> lines, int port) {
    if (lines.stream().anyMatch(line -> line.matches("\\s+at \\S+\\(.*\\)"))) {
      throw Failure.because(
          "A stack trace is on the terminal; one sentence was asked for.",
          "- Catch the BindException, and do not call printStackTrace.");
    }
    if (lines.stream().anyMatch(line -> line.contains("Listening"))) {
      throw Failure.because(
          "\"Listening\" was printed, though the port belongs to another program.",
          "- The constructor of ServerSocket takes the port: print after it.");
    }
    if (lines.size() != 1) {
      throw Failure.because(
          "One line was asked for; your program printed " + lines.size() + ".",
          "- Say in one sentence which port is taken, and what to do about it.");
    }
    if (!lines.get(0).matches(".*\\b" + port + "\\b.*")) {
      throw Failure.because(
          "Your line does not name the port, " + port + ".",
          "- It is not always 7878: -Dport says another one.");
    }
  }

  @Further("1.7 Answer clients from this machine only")
  void answersThisMachineOnly() throws IOException {
    try (Program program = Program.start(WebServer.class, 0)) {
      int port = program.expectPort();
      expectReach(InetAddress.getByName("127.0.0.1"), port, true);
      expectReach(InetAddress.getByName("127.0.0.2"), port, false);
      for (InetAddress address : Ports.addresses()) {
        expectReach(address, port, false);
      }
      expectReach(InetAddress.getByName("127.0.0.1"), port, true); // or it has just ended
    }
  }

  private static void expectReach(InetAddress address, int port, boolean isWanted) {
    if (Ports.isReached(address, port) == isWanted) {
      return;
    }
    if (isWanted) {
      throw Failure.because(
          "Nobody listens on " + address.getHostAddress() + ".",
          "- If serve has returned, main ends, and the listener with it: that is task 1.1.",
          "- If it goes on, it listens on another address: the constructor with three parameters"
              + " takes the one that you want.");
    }
    throw Failure.because(
        "Your server listens on " + address.getHostAddress() + " too, not on 127.0.0.1 alone.",
        "- new ServerSocket(port) listens on every address of the machine, so everybody in the same"
            + " network can connect. The constructor with three parameters takes one address.",
        "- To hang up on others after accept is not the same: they have reached your program.");
  }
}
