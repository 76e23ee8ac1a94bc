package engine;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import judge.seen.ChildProcess;
import project.Project;
import project.Tree;

/** A {@link Worker}, as the engine sees it. */
final class WorkerProcess implements AutoCloseable {

  /** Comes after the last event, when the process has ended. */
  static final Object END = new Object();

  /** How much memory it may have, in MB. */
  static final int MEMORY = 256;

  private static final int MILLIS_TO_START = 60_000;

  /** Nothing else is made from what the worker sends. */
  private static final ObjectInputFilter EVENTS = ObjectInputFilter.Config.createFilter(
      "maxdepth=10;maxarray=100000;judge.events.*;judge.words.Meaning;judge.words.Spot;engine.Done;"
          + "java.lang.String;java.lang.StackTraceElement;java.lang.Object;java.util.ArrayList;"
          + "java.util.CollSer;java.util.ImmutableCollections$*;!*");

  private final Process process;
  private final BlockingQueue<Object> events = new LinkedBlockingQueue<>();
  private final CompletableFuture<ObjectOutputStream> orders = new CompletableFuture<>();

  /** Starts a process, and does not wait for it. */
  WorkerProcess() {
    String password = UUID.randomUUID().toString();
    Path folder = Project.newFolder("worker");
    try {
      ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      listener.setSoTimeout(MILLIS_TO_START);
      process = start(listener.getLocalPort(), folder);
      process.getOutputStream().write(password.getBytes());
      process.getOutputStream().close();
      process.onExit().thenRun(() -> clear(listener, folder));
      Thread reader = new Thread(() -> read(listener, password), "worker's events");
      reader.setDaemon(true);
      reader.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In a folder of its own: a path that begins in a step's folder must not lead anywhere. */
  private static Process start(int port, Path folder) throws IOException {
    return ChildProcess.java(List.of(
            "-XX:+ExitOnOutOfMemoryError",
            "-Xmx" + MEMORY + "m",
            "-cp",
            Project.classPath(Project.classPath()),
            Worker.class.getName(),
            Integer.toString(port)))
        .directory(folder.toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void clear(ServerSocket listener, Path folder) {
    try {
      listener.close();
      Tree.delete(folder);
    } catch (IOException e) {
      // Nobody needs them any more; mvn clean deletes the folder.
    }
  }

  private void read(ServerSocket listener, String password) {
    try (listener;
        Socket socket = listener.accept()) {
      var in = new ObjectInputStream(new BufferedInputStream(socket.getInputStream()));
      in.setObjectInputFilter(EVENTS);
      if (!in.readObject().equals(password)) {
        throw new IOException("somebody else has connected");
      }
      orders.complete(new ObjectOutputStream(socket.getOutputStream()));
      while (true) {
        events.add(in.readObject());
      }
    } catch (ObjectStreamException | ClassNotFoundException e) {
      end(e, e);
    } catch (IOException e) {
      end(e, END);
    }
  }

  private void end(Exception why, Object last) {
    close();
    orders.completeExceptionally(why);
    events.add(last);
  }

  /**
   * Sends an order, as soon as the process takes it.
   *
   * @throws ExecutionException if it has not started, or has ended meanwhile
   */
  void send(Order order) throws ExecutionException, InterruptedException {
    ObjectOutputStream out = orders.get();
    try {
      out.writeObject(order);
      out.reset();
      out.flush();
    } catch (IOException e) {
      throw new ExecutionException(e);
    }
  }

  /**
   * The next event, {@link Done} or {@link #END}, or why what came is no event; null if nothing
   * comes for so long.
   */
  Object next(long millis) throws InterruptedException {
    return events.poll(millis, TimeUnit.MILLISECONDS);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  /** Ends the process at once, and the programs that it has started. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
