package judge.seen;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a child process gets of this one's environment: a list of what it needs. All else stays
 * here, whatever it is: options for Java, a proxy, settings of Git would change what it does and
 * prints.
 */
public final class Environment {

  private static final Pattern NEEDED = Pattern.compile("PATH|HOME|USER|LOGNAME|SHELL|TERM|TZ"
      + "|TMPDIR|LANG|LANGUAGE|LC_\\w+|JAVA_HOME|MAVEN_OPTS|MAVEN_ARGS");

  private static final Pattern NEEDED_ON_WINDOWS = Pattern.compile(
      "(?i)SystemRoot|SystemDrive|windir|ComSpec|PATHEXT|Path|TEMP|TMP|USERNAME|USERPROFILE"
          + "|HOMEDRIVE|HOMEPATH|APPDATA|LOCALAPPDATA|ALLUSERSPROFILE|Program\\w*(\\(x86\\))?"
          + "|NUMBER_OF_PROCESSORS|PROCESSOR_\\w+|OS");

  private Environment() {}

  /** A command that can be started; whoever needs more in its environment adds it. */
  public static ProcessBuilder command(List<String> words) {
    ProcessBuilder command = new ProcessBuilder(words);
    command.environment().keySet().removeIf(name -> !isNeeded(name));
    return command;
  }

  private static boolean isNeeded(String name) {
    return NEEDED.matcher(name).matches() || NEEDED_ON_WINDOWS.matcher(name).matches();
  }
}
