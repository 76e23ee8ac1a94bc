package judge.learner;

import java.net.ServerSocket;

/** The method {@code serve} of a listing or of an exercise. */
public interface Serve {
  void on(ServerSocket listener) throws Exception;
}
