package drawn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import engine.Compiler;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import project.Project;
import project.Source;
import project.Step;

/**
 * The page's instrument below {@code race()}, whose model is live/workers.js, knows each ending
 * that two workers of listing 20-17 come to when one call is made after the other. When two calls
 * meet, an {@code ArrayDeque} has more.
 */
class RaceTest {

  /** By ending, the first turns that lead to it; .ci/browser/pictures.mjs compares the page's. */
  private static final Path ENDINGS = Project.ROOT.resolve("docs/src/test/race.txt");

  @Test
  void eachOrderOfCallsComesToAnEndingThatThePageKnows() throws Exception {
    Map<String, String> endings = new TreeMap<>();
    List<Integer> turns = new ArrayList<>();
    try (URLClassLoader loader = listing()) {
      Constructor<?> worker = loader
          .loadClass("listings.Listing17$Worker")
          .getDeclaredConstructor(int.class, Queue.class);
      worker.setAccessible(true);
      do {
        Race race = new Race(worker);
        List<Boolean> wereBoth = run(race, turns);
        endings.putIfAbsent(race.ending(), digits(turns));
        shorten(turns, wereBoth);
      } while (!turns.isEmpty());
    }
    StringBuilder found = new StringBuilder();
    endings.forEach((ending, first) -> found.append(first + " " + ending + "\n"));
    assertEquals(Source.read(ENDINGS), found.toString(), "the endings in " + ENDINGS);
  }

  private static URLClassLoader listing() throws Exception {
    Path classes = Project.newFolder("race");
    Compiler.compile(List.of(Step.STEP5.listings().resolve("Listing17.java")), List.of(), classes);
    return new URLClassLoader(new URL[] {classes.toUri().toURL()});
  }

  /** After the turns that are given, worker-0 goes first; whether both could go, at each turn. */
  private static List<Boolean> run(Race race, List<Integer> turns) {
    List<Boolean> wereBoth = new ArrayList<>();
    for (int i = 0; race.canGoOn(0) || race.canGoOn(1); i++) {
      wereBoth.add(race.canGoOn(0) && race.canGoOn(1));
      if (i == turns.size()) {
        turns.add(race.canGoOn(0) ? 0 : 1);
      }
      race.go(turns.get(i));
    }
    return wereBoth;
  }

  /** To the last turn at which worker-1 could have gone in place of worker-0, and lets it. */
  private static void shorten(List<Integer> turns, List<Boolean> wereBoth) {
    int last = turns.size() - 1;
    while (last >= 0 && (turns.get(last) == 1 || !wereBoth.get(last))) {
      last--;
    }
    turns.subList(Math.max(last, 0), turns.size()).clear();
    if (last >= 0) {
      turns.add(1);
    }
  }

  private static String digits(List<Integer> turns) {
    return String.join("", turns.stream().map(String::valueOf).toList());
  }
}
