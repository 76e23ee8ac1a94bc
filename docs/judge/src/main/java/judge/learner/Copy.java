package judge.learner;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;

/**
 * A server's classes once more, with static fields of their own.
 *
 * <p>A server that serves one client at a time may keep what it reads in static fields. Two of them
 * in one program would mix it up, unless each has its own copy.
 */
public final class Copy extends ClassLoader {

  private final ClassLoader original;
  private final String copied;
  private final boolean hasPages;

  private Copy(Class<?> server, boolean hasPages) {
    super(server.getClassLoader());
    original = server.getClassLoader();
    copied = server.getPackageName() + ".";
    this.hasPages = hasPages;
  }

  /** The method {@code serve} of a copy of the class. */
  public static Serve of(Class<?> server) {
    return Serve.of(new Copy(server, true).load(server));
  }

  /** The same, as if its pages had been left out of the class path. */
  public static Serve withoutPages(Class<?> server) {
    return Serve.of(new Copy(server, false).load(server));
  }

  private Class<?> load(Class<?> server) {
    try {
      return loadClass(server.getName());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public URL getResource(String name) {
    return hasPages ? super.getResource(name) : null;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      return name.startsWith(copied) ? define(name) : super.loadClass(name, resolve);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = original.getResourceAsStream(name.replace('.', '/') + ".class")) {
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
