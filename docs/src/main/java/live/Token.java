package live;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a page has to know to change or run anything. It is the same after a restart, so that open
 * pages connect again; it stands in a file that only this user can read.
 */
record Token(String text) {

  private static final String FORM = "[0-9a-f]{32}";

  /** That of this clone, made if there is none. */
  static Token in(Path file) throws IOException {
    if (Files.exists(file) && Files.readString(file).matches(FORM)) {
      return new Token(Files.readString(file));
    }
    Token token = random();
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    Files.writeString(Files.createFile(file, mine()), token.text);
    return token;
  }

  /** Another one each time. */
  static Token random() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return new Token(HexFormat.of().formatHex(bytes));
  }

  private static FileAttribute<?>[] mine() {
    Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
    return views.contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Whether it is this one; how long that takes tells nothing. */
  boolean is(String other) {
    return other != null
        && MessageDigest.isEqual(text.getBytes(US_ASCII), other.getBytes(US_ASCII));
  }

  /**
   * What shows, without telling it, that somebody has this token: HMAC of a question (RFC 2104).
   */
  String proof(String question) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(text.getBytes(US_ASCII), mac.getAlgorithm()));
      return HexFormat.of().formatHex(mac.doFinal(question.getBytes(US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }
}
