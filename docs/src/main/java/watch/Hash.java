package watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import project.Project;
import project.Source;
import project.Step;

/** A short text that is the same for the same files only. */
final class Hash {

  private static final int BYTES = 16;

  private Hash() {}

  /**
   * @param files content by name, in an order that is always the same
   */
  static String of(Map<String, byte[]> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      files.forEach((name, content) -> {
        add(digest, name.getBytes(UTF_8));
        add(digest, content);
      });
      return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** That of all that decides on a verdict of the step, but for the learner's files. */
  static String ofJudges(Step step) {
    Map<String, byte[]> files = new TreeMap<>();
    for (Path folder : List.of(step.tests(), Project.ROOT.resolve("docs/judge/src/main/java"))) {
      for (Path file : Project.javaFiles(folder)) {
        String name = Project.ROOT.relativize(file).toString().replace('\\', '/');
        files.put(name, Source.read(file).getBytes(UTF_8));
      }
    }
    return of(files);
  }

  private static void add(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
    digest.update(bytes);
  }
}
