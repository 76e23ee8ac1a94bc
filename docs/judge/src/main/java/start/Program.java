package start;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.BindException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A program, run in this process as {@code java} would run it. */
final class Program {

  private Program() {}

  /**
   * Runs it to its end.
   *
   * @param words what its {@code main} gets
   * @return false if {@code main} has thrown something
   */
  static boolean run(List<Path> classPath, String name, String... words) throws Exception {
    List<URL> urls = new ArrayList<>();
    for (Path entry : classPath) {
      urls.add(entry.toUri().toURL());
    }
    var loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    Method main = main(loader.loadClass(name));
    boolean[] ok = {true};
    Thread thread = new Thread(() -> ok[0] = invoke(main, words), "main");
    thread.setContextClassLoader(loader);
    thread.start();
    for (Thread other = other(); other != null; other = other()) {
      other.join();
    }
    return ok[0];
  }

  private static Method main(Class<?> type) throws Refused {
    for (Method method : type.getDeclaredMethods()) {
      boolean takesWords =
          Arrays.equals(method.getParameterTypes(), new Class<?>[] {String[].class});
      if (method.getName().equals("main")
          && takesWords
          && Modifier.isStatic(method.getModifiers())) {
        method.setAccessible(true);
        return method;
      }
    }
    throw new Refused(type.getName() + " has no method static void main(String[] args).");
  }

  private static boolean invoke(Method main, String... words) {
    try {
      main.invoke(null, (Object) words);
      return true;
    } catch (InvocationTargetException e) {
      print(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e); // it was made accessible
    }
    return false;
  }

  /** As Java does, without the frames that are ours. */
  private static void print(Throwable why) {
    for (Throwable e = why; e != null; e = e.getCause()) {
      StackTraceElement[] frames = e.getStackTrace();
      int count = 0;
      while (count < frames.length && !frames[count].getClassName().contains(".reflect.")) {
        count++;
      }
      e.setStackTrace(Arrays.copyOf(frames, count));
    }
    System.err.print("Exception in thread \"main\" ");
    why.printStackTrace();
    if (why instanceof BindException) {
      System.err.println("If another server has port " + System.getProperty("port")
          + ", stop it; or add -Dport=8080.");
    }
  }

  /** A thread that keeps the program going; null if it has ended. */
  private static Thread other() {
    Thread[] threads = new Thread[Thread.activeCount() + 8];
    Thread.enumerate(threads);
    return Arrays.stream(threads)
        .filter(thread -> thread != null && !thread.isDaemon())
        .filter(thread -> thread != Thread.currentThread())
        .findFirst()
        .orElse(null);
  }
}
