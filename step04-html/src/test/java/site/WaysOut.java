package site;

import static judge.words.Fresh.word;

import java.util.Arrays;
import java.util.List;
import judge.Answer;
import judge.verdict.Failure;

/** The spellings of a path that leads out of pages/, to files that must not be had. */
public final class WaysOut {

  private static final String NONE =
      "The path still has .. when it is opened, and nothing refuses it. What startsWith says of"
          + " such a path is worth nothing: normalize it first, or refuse every path with ..";

  private static final String EARLY =
      "The path is checked before it is decoded: %2e%2e has no dots then. Decode, check, and open"
          + " that very string.";

  private static final String REMOVED =
      "Something was taken out of the path, and what was left is a way out: ....// without ../ is"
          + " ../ again. Refuse such a path instead.";

  private static final String SIBLING =
      "The name pages-secret begins with pages, but it is another folder: compare with the slash"
          + " at the end, or with the startsWith of Path.";

  private final Site site;
  private final String secret;
  private final String inSibling = word() + ".txt";
  private final List<byte[]> secrets;

  private WaysOut(Site site) {
    this.site = site;
    secret = site.folder.addBeside("secret.txt");
    secrets = site.folder.secrets(secret, site.folder.addBeside("pages-secret/" + inSibling));
  }

  /**
   * Tries all of them.
   *
   * @throws Failure by the first spelling that tells its mistake from others
   */
  public static void expectNone(Site site) {
    WaysOut out = new WaysOut(site);
    out.tryAbove();
    out.tryDetours();
    out.trySibling();
    out.tryFrom("/../exercise/WebServer.class", NONE);
    out.tryFrom("/%2e%2e/exercise/WebServer.class", EARLY);
  }

  private void tryAbove() {
    tryFrom("/../" + secret, NONE);
    tryFrom("/sub/../../" + secret, NONE + ", also in the middle");
    tryFrom(
        "/%252e%252e/" + secret,
        "It was decoded twice: %252e is %2e, and that is where it ends. Decode exactly once.");
    tryFrom("/..%252f" + secret, "It was decoded twice. Decode exactly once.");
    tryFrom("/%2e%2e/" + secret, EARLY);
    tryFrom("/%2E./" + secret, EARLY);
    tryFrom("/..%2f" + secret, EARLY);
    tryFrom("/%2e%2e%2f" + secret, EARLY);
    tryFrom("/..%5c" + secret, "On Windows a backslash is a slash, too.");
  }

  private void tryDetours() {
    tryFrom("/....//" + secret, REMOVED);
    tryFrom("/..././" + secret, REMOVED);
    tryFrom("//../" + secret, "The second slash has hidden the .. from your check.");
    tryFrom("/./../" + secret, "The detour over . has hidden the .. from your check.");
    tryFrom(
        "/" + site.folder.absolute(secret),
        "After the first slash stands a second: the rest is a path from the top of the file system,"
            + " and resolve takes it instead of yours. Ask whether the result begins with the"
            + " folder.");
  }

  private void trySibling() {
    tryFrom("/../pages-secret/" + inSibling, SIBLING);
    tryFrom("/%2e%2e/pages-secret/" + inSibling, SIBLING);
    tryFrom(
        "-secret/" + inSibling,
        "This target has no slash at its beginning: \"/pages\" and -secret/ together are another"
            + " folder. A path begins with a slash, or it is none.");
  }

  /**
   * Asks for what must not be had.
   *
   * @param why what it means if it is sent
   */
  private void tryFrom(String target, String why) {
    Answer answer = site.getAsItIs(target);
    if (secrets.stream().anyMatch(file -> Arrays.equals(file, answer.body()))) {
      throw Failure.because(
          "A file that is not in pages/ was sent, to whoever asks for " + target + ".",
          "- " + why,
          "The file is gone when the task ends. To try it yourself, ask for the one that stays,"
              + " exercise/WebServer.class.");
    }
    site.expectRefused(answer);
  }
}
