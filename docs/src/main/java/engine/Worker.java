package engine;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import judge.learner.TaskThreads;
import judge.seen.OkHttp;
import judge.tasks.ExitHook;
import judge.words.Wait;

/**
 * The program that judges in a process of its own, where the learner's code may do what it likes.
 *
 * <p>It takes orders from the engine's port and sends events there. A listener's thread only puts
 * them into a queue: the learner's code must not wait for the engine.
 */
final class Worker {

  /** Milliseconds for the learner's threads to end after their task. */
  private static final int GRACE = 200;

  private final BlockingQueue<Object> events = new LinkedBlockingQueue<>();
  private final ObjectOutputStream out;

  private Worker(Socket engine, String password) throws IOException {
    out = new ObjectOutputStream(new BufferedOutputStream(engine.getOutputStream()));
    out.writeObject(password);
    out.flush();
  }

  /**
   * @param args the engine's port; the password comes on the standard input
   */
  public static void main(String[] args) throws Exception {
    String password = new String(System.in.readAllBytes());
    Socket engine = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
    ExitHook.install();
    OkHttp.tryToWarmUp();
    Worker worker = new Worker(engine, password);
    worker.start("worker sends", worker::send);
    worker.takeOrders(new ObjectInputStream(engine.getInputStream()));
  }

  /** Ends when the engine does. */
  private void takeOrders(ObjectInputStream in) throws ClassNotFoundException {
    try {
      while (true) {
        Order order = (Order) in.readObject();
        start("worker judges", () -> judge(order));
      }
    } catch (IOException e) {
      end();
    }
  }

  private void start(String name, Runnable work) {
    TaskThreads.ours(work, name).start();
  }

  private void judge(Order order) {
    Runner.run(order, events::add);
    boolean isClean = Wait.until(() -> !TaskThreads.anyLeft(), GRACE) && !ExitHook.hasRun();
    events.add(new Done(isClean));
  }

  private void send() {
    while (true) {
      try {
        send(events.take());
      } catch (InterruptedException e) {
        // The learner's code interrupts whomever it finds.
      } catch (IOException e) {
        end();
      }
    }
  }

  private void send(Object event) throws IOException {
    out.writeObject(event);
    out.reset();
    if (events.isEmpty()) {
      out.flush();
    }
    if (event instanceof Done done && !done.isClean()) {
      end();
    }
  }

  /** At once, and with the programs that tasks have started. */
  private static void end() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    Runtime.getRuntime().halt(0);
  }
}
