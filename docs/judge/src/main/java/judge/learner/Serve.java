package judge.learner;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.ServerSocket;

/** The method {@code serve} of a listing or of an exercise. */
public interface Serve {

  void on(ServerSocket listener) throws Exception;

  /** That of the class. */
  static Serve of(Class<?> server) {
    try {
      Method serve = server.getDeclaredMethod("serve", ServerSocket.class);
      serve.setAccessible(true);
      return listener -> {
        try {
          serve.invoke(null, listener);
        } catch (InvocationTargetException e) {
          if (e.getCause() instanceof Error error) {
            throw error;
          }
          throw (Exception) e.getCause();
        }
      };
    } catch (NoSuchMethodException e) {
      throw (Error) new NoSuchMethodError(e.getMessage()).initCause(e);
    }
  }
}
