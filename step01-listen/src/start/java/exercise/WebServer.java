package exercise;

import java.io.IOException;
import java.net.ServerSocket;

/** Your server: change it as you like. {@code mvn -pl step01-listen exec:java@mine} runs it. */
public class WebServer {

  public static void main(String[] args) throws IOException {
    int port = Integer.getInteger("port", 7878);
    ServerSocket listener = new ServerSocket(port);
    String url = "http://127.0.0.1:" + listener.getLocalPort();
    System.out.println("Your server. Listening on " + url);
    serve(listener);
  }

  static void serve(ServerSocket listener) throws IOException {
    // TODO 1.1: take one connection after another, and close each.
  }
}
