package book;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import judge.seen.ChildProcess;
import judge.seen.Environment;

/** A command as a page shows it: words, some of them in quotes. */
public record Command(List<String> words) {

  /** A part of a word: in quotes, or without. */
  private static final Pattern PART = Pattern.compile("'([^']*)'|\"([^\"]*)\"|([^\\s'\"]+)");

  private static final Pattern WORD = Pattern.compile("(?:" + PART + ")+");
  private static final Pattern FOR_A_SHELL = Pattern.compile("[|<>&;$`*]");

  public static Command parse(String text) throws Mismatch {
    List<String> words = new ArrayList<>();
    for (MatchResult word : WORD.matcher(text).results().toList()) {
      StringBuilder plain = new StringBuilder();
      Matcher part = PART.matcher(word.group());
      while (part.find()) {
        if (part.group(3) != null && FOR_A_SHELL.matcher(part.group(3)).find()) {
          throw new Mismatch(
              0,
              text,
              "signs that mean something to one shell and not to another",
              "give a command words and quotes only, so that any shell can run it");
        }
        Stream.of(1, 2, 3).map(part::group).filter(Objects::nonNull).forEach(plain::append);
      }
      words.add(plain.toString());
    }
    return new Command(words);
  }

  /** Whether it starts a server of the workbook. */
  public boolean isServer() {
    return words.stream().anyMatch(word -> word.startsWith("exec:java"))
        || words.get(0).equals("java") && words.stream().anyMatch(word -> word.endsWith(".java"));
  }

  /**
   * The same, but jcmd asks the page's own program: by the name of a class it would ask those of
   * other pages and tests, too, and one of them may be about to end.
   *
   * @param process gives the number of the process that runs a class
   */
  Command withOwnProgram(Function<String, Optional<String>> process) {
    return words.get(0).equals("jcmd")
        ? new Command(
            words.stream().map(word -> process.apply(word).orElse(word)).toList())
        : this;
  }

  /**
   * The process to start.
   *
   * @param folder where the command is typed
   * @param ports for each port that the page speaks of the one that is free here
   */
  public ProcessBuilder in(Path folder, Map<String, String> ports) throws NotReplayed {
    List<String> command = new ArrayList<>();
    words.forEach(word -> command.add(new PagePorts(ports).toReal(word)));
    command.set(0, program());
    boolean namesPort = words.stream().anyMatch(word -> word.startsWith("-Dport="));
    if (isServer() && !namesPort) {
      command.add(1, "-Dport=" + ports.get("7878"));
    }
    command.addAll(1, silentOptions());
    ProcessBuilder builder = Environment.command(command).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("MAVEN_SKIP_RC", "true");
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    return builder;
  }

  /**
   * What changes where a command gets its things from, how it starts, or what it says of itself.
   */
  private List<String> silentOptions() {
    List<String> options = new ArrayList<>();
    String repository = System.getProperty("maven.repo.local");
    if (words.get(0).equals("mvn") && repository != null) {
      options.add("-Dmaven.repo.local=" + repository);
    }
    if (words.get(0).equals("mvn") && System.getProperty("maven.version", "").startsWith("4")) {
      options.add("--raw-streams"); // or [INFO] [stdout] would begin each line of a test
    }
    if (words.get(0).equals("java")) { // starts in two thirds of the time
      options.addAll(ChildProcess.QUICK);
    }
    if (words.get(0).equals("curl")) { // no progress, as in a terminal, and no ~/.curlrc
      options.addAll(List.of("--disable", "--silent", "--show-error"));
    }
    return options;
  }

  private String program() throws NotReplayed {
    String name = words.get(0);
    Path jdk = Path.of(System.getProperty("java.home"), "bin");
    Path maven = Path.of(System.getProperty("maven.home", ""), "bin");
    List<Path> folders = new ArrayList<>(List.of(jdk, maven));
    Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(Path::of).forEach(folders::add);
    for (Path folder : folders) {
      if (Files.isExecutable(folder.resolve(name))) {
        return folder.resolve(name).toString();
      }
    }
    throw new NotReplayed("there is no program " + name + " here");
  }

  @Override
  public String toString() {
    return String.join(" ", words);
  }
}
