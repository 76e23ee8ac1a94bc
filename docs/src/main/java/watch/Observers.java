package watch;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Those who want to know of each change; a defect of one of them is no one else's trouble. */
public final class Observers<T> {

  private final List<Consumer<T>> all = new CopyOnWriteArrayList<>();

  /** Adds one; the result takes it away again. */
  public Runnable add(Consumer<T> observer) {
    all.add(observer);
    return () -> all.remove(observer);
  }

  public void tell(T news) {
    for (Consumer<T> observer : all) {
      try {
        observer.accept(news);
      } catch (RuntimeException e) {
        Thread thread = Thread.currentThread();
        thread.getThreadGroup().uncaughtException(thread, e);
      }
    }
  }
}
