package book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Waits until programs have come to rest: every thread of them waits for something. A reader's
 * fingers take that long to type the next command; a copied command does not, and on a busy machine
 * it may come before a thread that has only just been started. Where there is no {@code /proc},
 * nothing is waited for.
 */
final class Rest {

  /** A program that never rests is not waited for any longer. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final int MILLIS_BETWEEN_LOOKS = 5;

  /** One look could come between two threads, when one is about to wake the other. */
  private static final int LOOKS = 3;

  /** Threads of Java's own that go on for a while, whatever the program does. */
  private static final Set<String> OWN = Set.of("C1", "C2", "GC", "G1");

  private Rest() {}

  static void await(List<ProcessHandle> programs) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    int looks = 0;
    while (!programs.isEmpty() && looks < LOOKS && System.nanoTime() < end) {
      Thread.sleep(MILLIS_BETWEEN_LOOKS);
      looks = programs.stream().allMatch(Rest::isResting) ? looks + 1 : 0;
    }
  }

  private static boolean isResting(ProcessHandle program) {
    try (Stream<Path> threads = Files.list(Path.of("/proc/" + program.pid() + "/task"))) {
      return threads.noneMatch(Rest::isWorking);
    } catch (IOException | UncheckedIOException e) {
      return true; // it has ended, or there is no such folder
    }
  }

  /** Of {@code 4711 (worker-0) S …}, proc(5): its name is worker-0, and it sleeps. */
  private static boolean isWorking(Path thread) {
    try {
      String line = Files.readString(thread.resolve("stat"));
      String name = line.substring(line.indexOf('(') + 1, line.lastIndexOf(')'));
      char state = line.charAt(line.lastIndexOf(')') + 2);
      return !OWN.contains(name.split(" ")[0]) && (state == 'R' || state == 'D');
    } catch (IOException e) {
      return false; // it has ended
    }
  }
}
