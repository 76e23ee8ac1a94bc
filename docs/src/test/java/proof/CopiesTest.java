package proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** No step depends on another, so what they share in tests is copied: the copies must not differ. */
class CopiesTest {

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "STEP1")
  void testHelpersAreThoseOfStep1(Step step) throws IOException {
    for (String shared : List.of("java/judge", "java/support", "java/lab/LabSession.java")) {
      assertSame("src/test/" + shared, Step.STEP1, step);
    }
    assertSame("src/test/resources/junit-platform.properties", Step.STEP1, step);
  }

  /** Somebody's own server of step 4 must find its pages in step 5. */
  @ParameterizedTest
  @EnumSource(names = "STEP5")
  void pagesAreThoseOfStep4(Step step) throws IOException {
    for (String page : List.of("hello.html", "404.html")) {
      assertSame("src/main/resources/" + page, Step.STEP4, step);
    }
  }

  private static void assertSame(String path, Step first, Step second) throws IOException {
    Path original = first.folder().resolve(path);
    Path copy = second.folder().resolve(path);
    assertEquals(names(original), names(copy), copy + " must have the files of " + original);
    for (String name : names(original)) {
      assertArrayEquals(
          Files.readAllBytes(original.resolve(name)),
          Files.readAllBytes(copy.resolve(name)),
          copy.resolve(name) + " must be the same as " + original.resolve(name));
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
