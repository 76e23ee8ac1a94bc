package book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import judge.seen.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The next command is typed when what runs has nothing more to do. */
@EnabledOnOs(OS.LINUX)
class RestTest {

  @TempDir
  Path folder;

  @Test
  void waitsUntilWhatRunsIsAtRest() throws Exception {
    String work = "i=0; while [ $i -lt 30000 ]; do i=$((i+1)); done; : > done; exec sleep 60";
    Process program = Environment.command(List.of("sh", "-c", work))
        .directory(folder.toFile())
        .start();
    try {
      Rest.await(List.of(program.toHandle()));
      assertTrue(program.isAlive());
      try (Stream<Path> files = Files.list(folder)) {
        assertEquals(List.of(folder.resolve("done")), files.toList());
      }
    } finally {
      program.destroyForcibly();
    }
  }

  @Test
  void doesNotWaitForWhatHasEnded() throws Exception {
    Process program = Environment.command(List.of("sh", "-c", "exit 0")).start();
    program.waitFor();
    Rest.await(List.of(program.toHandle()));
  }
}
