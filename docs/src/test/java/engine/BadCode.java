package engine;

import java.util.Map;
import project.Source;

/** Code of a learner's that leaves the engine no peace. */
final class BadCode {

  private static final String TEXT = """
      package exercise;

      import java.util.ArrayList;
      import java.util.List;

      class Bad {

        static void startThreads(int count) {
          for (int i = 0; i < count; i++) {
            new Thread(Bad::sleep).start();
          }
          sleep();
        }

        static void sleep() {
          try {
            Thread.sleep(Long.MAX_VALUE);
          } catch (InterruptedException e) {
            sleep();
          }
        }

        static void spin(int count) {
          for (int i = 0; i < count; i++) {
            new Thread(() -> {
              while (count > 0) {}
            }).start();
          }
          while (count > 0) {}
        }

        static synchronized void lock() {
          Thread other = new Thread(Bad::lock);
          other.start();
          try {
            other.join();
          } catch (InterruptedException e) {
            lock();
          }
        }

        static void fill() {
          List<byte[]> all = new ArrayList<>();
          while (all.size() >= 0) {
            all.add(new byte[1_000_000]);
          }
        }

        static void interruptAll() {
          Thread.getAllStackTraces().keySet().forEach(Thread::interrupt);
          sleep();
        }
      }
      """;

  static final Source SOURCE = new Source(Map.of("Bad.java", TEXT));

  private BadCode() {}
}
