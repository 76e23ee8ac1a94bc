package judge.seen;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;

/** Runs a program that ends when its input does, where no signal can ask a process to end. */
final class Stoppable {

  private Stoppable() {}

  /**
   * @param args the name of the class whose {@code main} is run
   */
  public static void main(String[] args) throws ReflectiveOperationException {
    Thread stopper = new Thread(Stoppable::stopAtEndOfInput, "stopper");
    stopper.setDaemon(true);
    stopper.start();
    try {
      Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    } catch (InvocationTargetException e) {
      e.getCause().printStackTrace();
      System.exit(1);
    }
  }

  private static void stopAtEndOfInput() {
    try {
      System.in.transferTo(System.err);
    } catch (IOException e) {
      // Then it has come to its end, too.
    }
    System.exit(143); // runs the shutdown hooks, as a signal does
  }
}
