package judge;

import judge.learner.Story;
import judge.seen.OkHttp;
import judge.seen.RunningServer;
import judge.verdict.Failure;
import judge.words.Limits;

/**
 * OkHttp as a client that also keeps the bytes.
 *
 * <p>The verdict is on the bytes: OkHttp forgives what not every client does, such as LF alone or
 * bytes after the announced length.
 */
public final class OkClient {

  private OkClient() {}

  public static Answer call(RunningServer server, String method, String path) {
    Story.tryWith(curl(method, path));
    OkHttp.Recorded call = OkHttp.call(server.port(), method, path);
    Story.sent("OkHttp sends", call.sent());
    call.received().tell("OkHttp", Limits.SOON);
    Answer answer = Answer.of(server.look(call.port(), call.received()), method);
    if (call.trouble() != null) {
      throw Failure.because("OkHttp, the client, refuses the answer: " + call.trouble());
    }
    return answer;
  }

  private static String curl(String method, String path) {
    String option = switch (method) {
      case "GET" -> "";
      case "HEAD" -> "--head ";
      default -> "-X " + method + " ";
    };
    return "curl -v " + option + "--path-as-is \"http://127.0.0.1:7878" + path + "\"";
  }
}
