package support;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.ServerSocket;
import java.net.URL;
import judge.seen.RunningServer.Serve;

/** Loads a listing anew, as if its pages had been left out of the class path. */
public final class Pageless extends ClassLoader {

  private Pageless() {
    super(getPlatformClassLoader());
  }

  /** The listing's {@code serve}, which finds no page. */
  public static Serve serve(Class<?> listing) throws ReflectiveOperationException {
    Class<?> loaded = new Pageless().loadClass(listing.getName());
    Method serve = loaded.getDeclaredMethod("serve", ServerSocket.class);
    serve.setAccessible(true);
    return listener -> {
      try {
        serve.invoke(null, listener);
      } catch (InvocationTargetException e) {
        throw (Exception) e.getCause();
      }
    };
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    String file = name.replace('.', '/') + ".class";
    try (InputStream in = getSystemClassLoader().getResourceAsStream(file)) {
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  @Override
  protected URL findResource(String name) {
    return null;
  }
}
