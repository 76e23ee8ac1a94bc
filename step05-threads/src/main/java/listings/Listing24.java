package listings;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Listing 20-24: workers leave when the queue is closed and empty. */
public class Listing24 {

  public static void main(String[] args) throws IOException {
    int port = Integer.getInteger("port", 7878);
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    try (ServerSocket listener = new ServerSocket(port, 50, loopback)) {
      String url = "http://127.0.0.1:" + listener.getLocalPort();
      System.out.println("Listing 24. Listening on " + url);
      serve(listener);
    } catch (BindException e) {
      String why = "Port " + port + ": " + e.getMessage() + ". If taken, ";
      System.err.println(why + "stop the other server; or add -Dport=8080.");
      System.exit(1);
    }
  }

  static void serve(ServerSocket listener) throws IOException {
    try (ThreadPool pool = new ThreadPool(4)) {
      while (true) {
        Socket socket = listener.accept();
        Runnable job = () -> {
          try (socket) {
            handleConnection(socket);
          } catch (IOException e) {
            System.out.println("Connection failed: " + e);
          }
        };
        pool.execute(job);
      }
    }
  }

  static void handleConnection(Socket socket) throws IOException {
    List<String> request = readRequest(socket.getInputStream());
    if (request.isEmpty()) {
      return; // nobody has asked anything
    }
    OutputStream out = socket.getOutputStream();
    try {
      respond(request.get(0), out);
    } catch (FileNotFoundException e) {
      System.out.println("Page missing: " + e.getMessage());
      out.write(head("500 Internal Server Error", 0));
    }
  }

  /** The lines before the empty one; none if the client leaves first. */
  static List<String> readRequest(InputStream in) throws IOException {
    var reader = new BufferedReader(new InputStreamReader(in, ISO_8859_1));
    List<String> lines = new ArrayList<>();
    String line = reader.readLine();
    while (line != null && !line.isEmpty()) {
      lines.add(line);
      line = reader.readLine();
    }
    return line == null ? List.of() : lines; // null: the end of the stream
  }

  record Page(String status, String file) {}

  static void respond(String requestLine, OutputStream out) throws IOException {
    Page page = switch (requestLine) {
      case "GET / HTTP/1.1" -> new Page("200 OK", "hello.html");
      case "GET /sleep HTTP/1.1" -> {
        sleep(5000);
        yield new Page("200 OK", "hello.html");
      }
      default -> new Page("404 Not Found", "404.html");
    };
    byte[] body = readPage(page.file());
    out.write(head(page.status(), body.length));
    out.write(body);
  }

  static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The status line, the headers, and the empty line that ends them. */
  static byte[] head(String status, int length) {
    String head = ("HTTP/1.1 " + status + "\r\n")
        + ("Content-Length: " + length + "\r\n")
        + "Content-Type: text/html; charset=utf-8\r\n"
        + "Connection: close\r\n\r\n";
    return head.getBytes(US_ASCII);
  }

  /** Reads a page from src/main/resources, as bytes. */
  static byte[] readPage(String name) throws IOException {
    try (InputStream in = Listing24.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new FileNotFoundException(name + " is not on the class path");
      }
      return in.readAllBytes();
    }
  }

  static class ThreadPool implements Executor, AutoCloseable {

    final JobQueue jobs = new JobQueue();
    final Worker[] workers;

    ThreadPool(int size) {
      if (size < 1) {
        throw new IllegalArgumentException("pool size " + size + " below 1");
      }
      workers = new Worker[size];
      for (int id = 0; id < size; id++) {
        workers[id] = new Worker(id, jobs);
      }
    }

    @Override
    public void execute(Runnable job) {
      jobs.put(job);
    }

    @Override
    public void close() {
      jobs.close();
      try {
        for (Worker worker : workers) {
          System.out.println("Shutting down worker " + worker.id);
          worker.thread.join();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // somebody wants no more waiting
      }
    }
  }

  static class JobQueue {

    private final Queue<Runnable> jobs = new ArrayDeque<>();
    private boolean closed;

    synchronized void put(Runnable job) {
      if (closed) {
        throw new RejectedExecutionException("the pool is closed");
      }
      jobs.add(job);
      notify();
    }

    synchronized Runnable take() {
      while (jobs.isEmpty() && !closed) {
        try {
          wait();
        } catch (InterruptedException e) {
          // nobody stops a worker this way: look again
        }
      }
      return jobs.poll(); // null: closed and empty
    }

    synchronized void close() {
      closed = true;
      notifyAll();
    }
  }

  static class Worker {

    final int id;
    final JobQueue jobs;
    final Thread thread;

    Worker(int id, JobQueue jobs) {
      this.id = id;
      this.jobs = jobs;
      thread = new Thread(this::work, "worker-" + id);
      thread.start();
    }

    private void work() {
      while (true) {
        Runnable job = jobs.take();
        if (job == null) {
          System.out.println("Worker " + id + " disconnected; shutting down.");
          return;
        }
        System.out.println("Worker " + id + " got a job; executing.");
        run(job);
      }
    }

    private void run(Runnable job) {
      try {
        job.run();
      } catch (Throwable e) {
        System.out.println("Worker " + id + ": the job failed: " + e);
      }
      Thread.interrupted(); // an interrupt meant for this job ends with it
    }
  }
}
