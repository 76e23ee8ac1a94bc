// The lab of step 5. You are the client, and talk to the server by hand.
// Change what you like: JShell reads this file anew each time the lab starts.

import java.io.*;
import java.lang.reflect.*;
import java.net.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import static java.nio.charset.StandardCharsets.*;

/** What the helpers share: a connection, and a look into threads. */
class Wire {
  static final int PORT = Integer.getInteger("port", 7878);
  static int limit = Integer.getInteger("limit", 2_000); // milliseconds the lab waits
  static final List<Socket> HELD = new ArrayList<>();
  static final Map<Executor, List<Thread>> MINE = new IdentityHashMap<>(); // threads before each
  static ServerSocket listener; // of the server inside the lab, if there is one
  static Thread server;

  /** Connects; null if nobody listens. */
  static Socket connect() throws IOException {
    var socket = new Socket();
    try {
      socket.connect(new InetSocketAddress("127.0.0.1", PORT), Math.max(limit, 2_000));
      return socket;
    } catch (SocketTimeoutException e) {
      say("The server does not pick up: too many callers wait already.");
      return null;
    } catch (ConnectException e) {
      String port = PORT == 7878 ? "" : " -Dport=" + PORT;
      say("Nobody listens on 127.0.0.1:%d. Type start(), or run the server", PORT);
      say("in another terminal: mvn -pl step05-threads exec:java%s", port);
      return null;
    }
  }

  /** Asks for a path; the status line, or why there is none. */
  static String ask(Socket socket, String path, int limit) {
    try (socket) {
      socket.setSoTimeout(limit);
      String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
      String statusLine = in.readLine();
      return statusLine == null ? "hung up without an answer" : statusLine;
    } catch (SocketTimeoutException e) {
      return "no answer; the lab stops waiting";
    } catch (IOException e) {
      return "no answer: " + e.getMessage();
    }
  }

  /** The method of a listing that serves, or null if there is no such listing. */
  static Method serve(int number) {
    try {
      Class<?> listing = Class.forName(String.format(Locale.ROOT, "listings.Listing%02d", number));
      Method serve = listing.getDeclaredMethod("serve", ServerSocket.class);
      serve.setAccessible(true);
      return serve;
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  static Object field(Object owner, String name) throws ReflectiveOperationException {
    Field field = owner.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(owner);
  }

  /** Of one's own pool, those that have come since it was made: who knows how it keeps them. */
  static List<Thread> workers(Executor pool) throws ReflectiveOperationException {
    if (MINE.containsKey(pool)) {
      return threads().stream().filter(thread -> !MINE.get(pool).contains(thread)).toList();
    }
    var threads = new ArrayList<Thread>();
    for (Object worker : (Object[]) field(pool, "workers")) {
      threads.add((Thread) field(worker, "thread"));
    }
    return threads;
  }

  static List<Thread> threads() {
    var threads = new Thread[Thread.activeCount() + 100];
    return List.of(Arrays.copyOf(threads, Thread.enumerate(threads)));
  }

  /** Whether nothing more can come from it: the server has hung up, or has ended. */
  static boolean isDead(Socket socket) {
    try {
      socket.setSoTimeout(1);
      while (socket.getInputStream().read() >= 0) {
        // the server has said something before
      }
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** Says in one piece, whatever other threads say meanwhile, what has ended a thread. */
  static void death(Thread thread, Throwable e) {
    var text = new StringWriter();
    text.write("Exception in thread \"" + thread.getName() + "\" ");
    e.printStackTrace(new PrintWriter(text, true));
    say("%s", text.toString().stripTrailing());
  }

  /** Says in which state a thread is, and in which call of a listing, or of yours, it waits. */
  static void where(Thread thread) {
    StackTraceElement[] stack = thread.getStackTrace();
    String call = "";
    for (int i = stack.length - 1; i > 0; i--) {
      if (stack[i].getClassName().matches("(listings|exercise)\\..*")) {
        call = "in " + stack[i - 1].getMethodName() + "(), called by " + stack[i].getMethodName()
            + "(), " + stack[i].getFileName() + ":" + stack[i].getLineNumber();
      }
    }
    say("  %-9s %-10s %s", thread.getName(), thread.getState(), call);
  }

  static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  static void say(String text, Object... values) {
    System.out.println(String.format(Locale.ROOT, text, values));
  }

  static void pause(int millis) {
    LockSupport.parkNanos(millis * 1_000_000L);
  }
}

/** Starts a listing of this step here in the lab; without a number its last one. */
void start(int... number) throws Exception {
  int wanted = number.length == 0 ? 25 : number[0];
  Method serve = Wire.serve(wanted);
  if (serve == null) {
    var all = IntStream.range(1, 26).filter(n -> Wire.serve(n) != null).boxed().toList();
    Wire.say("This step has no listing %d. It has %s.", wanted, all);
    return;
  }
  if (Wire.listener != null) {
    Wire.listener.close(); // ends the lab's server before this one
    for (Socket socket : Wire.HELD) {
      socket.close();
    }
    Wire.HELD.clear();
    Wire.server.join(1_000);
  }
  try {
    var listener = new ServerSocket(Wire.PORT, 50, InetAddress.getByName("127.0.0.1"));
    Wire.listener = listener;
    // it ends with an exception when start() closes the listener: nobody need see that
    Wire.server = new Thread(new FutureTask<>(() -> serve.invoke(null, listener)));
    Wire.server.start();
    Wire.say("Listing %02d. Listening on http://127.0.0.1:%d", wanted, Wire.PORT);
    Wire.say("It runs here in the lab: what it prints appears between your lines.");
  } catch (BindException e) {
    Wire.say("Port %d: %s.", Wire.PORT, e.getMessage());
    Wire.say("If another program has it, use that server, or stop it.");
  }
}

/** Asks for several paths at once, and says when each was answered. */
void together(String... paths) throws Exception {
  var callers = new ArrayList<Thread>();
  long start = System.nanoTime();
  for (String path : paths) {
    Socket socket = Wire.connect();
    if (socket == null) {
      return;
    }
    var caller = new Thread(() -> {
      String answer = Wire.ask(socket, path, 6 * Wire.limit);
      Wire.say("  %5.2f s  %-8s %s", Wire.since(start), path, answer);
    });
    caller.start();
    callers.add(caller);
  }
  for (Thread caller : callers) {
    caller.join();
  }
}

/** Opens so many connections and says nothing on them, until release(). */
void hold(int connections) throws IOException {
  for (int i = 0; i < connections; i++) {
    Socket socket = Wire.connect();
    if (socket == null) {
      return;
    }
    Wire.HELD.add(socket);
  }
  Wire.pause(100);
  Wire.HELD.removeIf(Wire::isDead);
  Wire.say("Silent callers on the line: %d. Does together(\"/\") still get an answer?",
      Wire.HELD.size());
}

/** Hangs up what hold() has opened. */
void release() throws IOException {
  for (Socket socket : Wire.HELD) {
    socket.close();
  }
  Wire.say("Silent callers who have hung up now: %d.", Wire.HELD.size());
  Wire.HELD.clear();
  Wire.pause(100);
}

/** Makes the ThreadPool of a listing: pool(20, 4) is Listing 20's, with four workers. */
Executor pool(int listing, int size) throws ReflectiveOperationException {
  try {
    var make = Class.forName("listings.Listing" + listing + "$ThreadPool")
        .getDeclaredConstructor(int.class);
    make.setAccessible(true);
    return (Executor) make.newInstance(size);
  } catch (ClassNotFoundException e) {
    Wire.say("Listing %d has no ThreadPool to run; 13 to 25 have one.", listing);
  } catch (InvocationTargetException e) {
    Wire.say("Listing %d refuses: %s", listing, e.getCause());
  }
  return null;
}

/** Makes the ThreadPool that you write, with so many workers; after a change start the lab anew. */
Executor mine(int size) throws ReflectiveOperationException {
  List<Thread> before = Wire.threads();
  try {
    var make = Class.forName("exercise.ThreadPool").getDeclaredConstructor(int.class);
    make.setAccessible(true);
    var pool = (Executor) make.newInstance(size);
    Wire.MINE.put(pool, before);
    return pool;
  } catch (InvocationTargetException e) {
    Wire.say("Your pool refuses: %s", e.getCause());
    return null;
  }
}

/** Gives a pool so many jobs of 0.3 s, and shows when each runs, and on which thread. */
void feed(Executor pool, int jobs) throws InterruptedException {
  if (pool == null) {
    return; // pool() has said why
  }
  var done = new CountDownLatch(jobs);
  long start = System.nanoTime();
  try {
    for (int i = 1; i <= jobs; i++) {
      int job = i;
      pool.execute(() -> {
        String thread = Thread.currentThread().getName();
        Wire.say("  %5.2f s  job %d on %s", Wire.since(start), job, thread);
        Wire.pause(300);
        done.countDown();
      });
    }
  } catch (RejectedExecutionException e) {
    Wire.say("The pool takes no job: %s.", e.getMessage());
    return;
  }
  Wire.say("  %5.2f s  all jobs are handed over", Wire.since(start));
  done.await(300 * jobs + Wire.limit, TimeUnit.MILLISECONDS);
  Wire.say("Jobs that have run: %d of %d.", jobs - done.getCount(), jobs);
}

/** Gives a pool four jobs that fail, then four good ones: has it still workers? */
void bad(Executor pool) throws InterruptedException {
  if (pool == null) {
    return;
  }
  try {
    for (int i = 1; i <= 4; i++) {
      pool.execute(() -> {
        throw new IllegalStateException("broken on purpose");
      });
    }
  } catch (RejectedExecutionException e) {
    // feed says so
  }
  feed(pool, 4);
}

/** Closes a pool, and shows who waits for whom if that does not end. */
void close(Executor pool) throws Exception {
  if (pool == null) {
    return;
  }
  if (!(pool instanceof AutoCloseable closeable)) {
    Wire.say("This ThreadPool has no close(). Listing 22 is the first with one.");
    return;
  }
  List<Thread> workers = Wire.workers(pool);
  var closer = new Thread(new FutureTask<>(() -> {
    closeable.close();
    return null;
  }), "closer");
  closer.start();
  closer.join(Wire.limit);
  Wire.where(closer);
  workers.forEach(Wire::where);
  if (!closer.isAlive()) {
    Wire.say("close() has come back.");
  } else if (workers.stream().allMatch(worker -> worker.getState() == Thread.State.WAITING)) {
    Wire.say("close() waits for the workers to end, the workers wait for a job: for ever.");
  } else {
    Wire.say("close() still waits for the workers.");
  }
}

/** Shows what Listing 17 allows: two workers look at one job before either removes it. */
void race() throws Exception {
  record Job(String name) implements Runnable {
    public void run() {
      Wire.say("  %s runs %s", Thread.currentThread().getName(), name);
    }
  }
  var both = new Phaser(2); // where the workers wait for one another
  var jobs = new ArrayDeque<Runnable>() {
    public Runnable peek() {
      return meet("sees", super::peek);
    }

    public Runnable remove() {
      return meet("removes", super::remove);
    }

    private Runnable meet(String what, Supplier<Runnable> call) {
      Runnable job;
      synchronized (this) {
        job = call.get();
        String name = job instanceof Job known ? known.name : "nothing";
        Wire.say("  %s %s %s", Thread.currentThread().getName(), what, name);
      }
      both.arriveAndAwaitAdvance();
      return job;
    }
  };
  jobs.add(new Job("job A"));
  jobs.add(new Job("job B"));
  var make = Class.forName("listings.Listing17$Worker")
      .getDeclaredConstructor(int.class, Queue.class);
  make.setAccessible(true);
  for (Object worker : List.of(make.newInstance(0, jobs), make.newInstance(1, jobs))) {
    ((Thread) Wire.field(worker, "thread")).join(Wire.limit);
  }
  Wire.say("Job A has run twice, job B never. The lab made the workers meet after each call;");
  Wire.say("without that it happens only now and then, which is worse.");
}

Thread.setDefaultUncaughtExceptionHandler(Wire::death);

Wire.say("""

    Step 5: you call http://127.0.0.1:%d several times at once, and try the pools.
    Is the server running in another terminal? If not, start() starts it here.

      start(10)             one thread; then together("/sleep", "/")
      start(11)             a thread for each connection; then the same again
      hold(200)             calls that say nothing; release() hangs them up
      var p = pool(20, 4)   a pool of four workers; then feed(p, 6) and bad(p)
      race()                a queue that nothing guards: one job twice, one never
      var m = mine(4)       your own pool; then feed(m, 6), bad(m) and close(m)

    Tab completes a name, arrow up brings back a line, /methods lists all helpers,
    /exit leaves.
    """, Wire.PORT);
