package said;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The names that code in a sentence uses without saying what they are; nothing of it runs. */
@SuppressWarnings("unused")
public abstract class Sentence {

  protected static Socket socket;
  protected static ServerSocket listener;
  protected static InputStream in;
  protected static OutputStream out;
  protected static BufferedReader reader;
  protected static String line;
  protected static String text;
  protected static String status;
  protected static int n;
  protected static int port;
  protected static int size;
  protected static int length;
  protected static int waiting;
  protected static byte[] body;
  protected static byte[] bytes;
  protected static byte[] buffer;
  protected static Charset charset;
  protected static Thread thread;
  protected static Runnable job;
  protected static Queue<Runnable> jobs;
  protected static boolean closed;
  protected static Page page;
  protected static ThreadPool pool;

  protected Sentence() {}

  protected void work() {}

  /** The name of what that code throws. */
  protected static String thrown(Callable<?> code) {
    try {
      code.call();
      return "nothing";
    } catch (Exception e) {
      return e.getClass().getSimpleName();
    }
  }

  /** A signature: names of types stand for arguments. */
  protected static void send(Socket socket, String status, String text) {}

  /** What may throw anything that a sentence catches. */
  protected static void run() throws Exception {
    TimeUnit.SECONDS.sleep(0);
  }

  /** As in listing 20-9. */
  protected record Page(String status, String file) {}

  /** With both constructors that step 5 asks for. */
  protected static final class ThreadPool implements Executor, AutoCloseable {

    public ThreadPool(int size) {}

    public ThreadPool(int size, int waiting) {}

    @Override
    public void execute(Runnable job) {}

    @Override
    public void close() {}
  }

  /** The learner's. */
  protected static final class WebServer {

    public static void serve(ServerSocket listener) {}
  }
}
