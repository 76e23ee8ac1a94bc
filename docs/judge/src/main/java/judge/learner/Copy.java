package judge.learner;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.ServerSocket;
import judge.seen.RunningServer.Serve;

/**
 * The learner's classes once more, with static fields of their own.
 *
 * <p>A server that serves one client at a time may keep what it reads in static fields. Two of them
 * in one program would mix it up, unless each has its own copy.
 */
public final class Copy extends ClassLoader {

  private final String learners;

  private Copy(Class<?> original) {
    super(original.getClassLoader());
    learners = original.getPackageName() + ".";
  }

  /** The method {@code serve} of a copy of the class. */
  public static Serve of(Class<?> original) {
    try {
      Class<?> copy = new Copy(original).loadClass(original.getName());
      Method serve = copy.getDeclaredMethod("serve", ServerSocket.class);
      serve.setAccessible(true);
      return listener -> call(serve, listener);
    } catch (ClassNotFoundException | NoSuchMethodException e) {
      throw (Error) new NoSuchMethodError(e.getMessage()).initCause(e);
    }
  }

  private static void call(Method serve, ServerSocket listener) throws Exception {
    try {
      serve.invoke(null, listener);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (Exception) e.getCause();
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      return name.startsWith(learners) ? define(name) : super.loadClass(name, resolve);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
