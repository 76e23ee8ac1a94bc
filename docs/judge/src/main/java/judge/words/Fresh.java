package judge.words;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Texts that no other request has: what comes of one is not taken for what comes of another. */
public final class Fresh {

  private Fresh() {}

  /** Eight letters and digits. */
  public static String word() {
    return UUID.randomUUID().toString().substring(0, 8);
  }

  public static String path() {
    return "/" + word();
  }

  /** At least {@code from}, less than {@code to}. */
  public static int number(int from, int to) {
    return ThreadLocalRandom.current().nextInt(from, to);
  }
}
