package said;

import book.Finding;
import book.Page;
import java.lang.reflect.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names in code marks: there is such a word, such a package, and the class has such a member. */
final class Names {

  /** {@code java.io.InputStream}. */
  private static final Pattern QUALIFIED =
      Pattern.compile("(?<![\\w.])((?:[a-z]\\w*\\.)+)([A-Z]\\w*)");

  private static final Pattern PACKAGE = Pattern.compile("^[a-z]+(\\.(?!length$)[a-z]+)+$");

  /** {@code Thread.sleep}, {@code Thread::sleep}; not what {@code jcmd} is told. */
  private static final Pattern MEMBER =
      Pattern.compile("(?<!jcmd PID )\\b([A-Z]\\w*)(?:\\.|::)([a-z]\\w*)");

  private static final Pattern SUFFIX =
      Pattern.compile("class|java|html|css|js|jsh|md|mjs|png|svg|txt|xml|yml|exe");

  private Names() {}

  static int count(Prose prose) {
    return prose.code().size();
  }

  static List<Finding> wrong(Prose prose) {
    List<Finding> findings = new ArrayList<>();
    for (Prose.Said code : prose.code()) {
      if (!Vocabulary.STATED.contains(code.text())) {
        problem(prose.page(), code.text())
            .ifPresent(problem -> findings.add(new Finding(
                prose.page().name(),
                code.line(),
                code.text(),
                problem,
                "name what there is; docs/src/test/names.txt has what is of other programs")));
      }
    }
    return findings;
  }

  private static Optional<String> problem(Page page, String code) {
    return Stream.of(
            unknownWord(code),
            first(QUALIFIED, code, Names::unknownClass),
            first(PACKAGE, code, Names::unknownPackage),
            first(MEMBER, code, Names::noMember),
            isPrinted(page, code) ? unsaid(code) : Optional.<String>empty())
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** A problem with something that was found. */
  private interface Check {
    Optional<String> problem(MatchResult found);
  }

  private static Optional<String> first(Pattern pattern, String code, Check check) {
    return pattern
        .matcher(code)
        .results()
        .flatMap(found -> check.problem(found).stream())
        .findFirst();
  }

  private static Optional<String> unknownWord(String code) {
    Matcher word = Vocabulary.WORD.matcher(code.replaceAll("-D(?=\\w)", ""));
    return word.results()
        .map(MatchResult::group)
        .filter(
            name -> name.length() > 2 && !name.matches("ITSTest|.*NN.*") && !Vocabulary.has(name))
        .map(name -> "neither the project's code nor the JDK nor a proven block has " + name)
        .findFirst();
  }

  /** Whether it is neither a command nor, on the page for authors, a form to fill in. */
  private static boolean isPrinted(Page page, String code) {
    return !page.name().startsWith(".github/")
        && !Commands.PROGRAMS.contains(code.split(" ")[0])
        && !Vocabulary.isStated(code);
  }

  private static Optional<String> unsaid(String code) {
    return Vocabulary.PHRASES.stream()
        .flatMap(phrase -> phrase.matcher(code).results())
        .map(found -> found.group(1))
        .filter(words -> !Vocabulary.says(words))
        .map(words -> "nothing in the project says \"" + words + "\"")
        .findFirst();
  }

  private static Optional<String> unknownClass(MatchResult found) {
    String name = found.group();
    String folder = found.group(1).replace('.', '/');
    boolean isOurs = NumberSource.names()
        .anyMatch(file -> file.endsWith("/" + folder + found.group(2) + ".java"));
    boolean isKnown = isOurs
        || SUFFIX.matcher(found.group(2)).matches()
        || Vocabulary.find(name).isPresent()
        || ModuleLayer.boot().modules().stream()
            .anyMatch(module -> Class.forName(module, name) != null);
    return isKnown ? Optional.empty() : Optional.of("there is no class " + name);
  }

  private static Optional<String> unknownPackage(MatchResult found) {
    String name = found.group();
    boolean isFile = SUFFIX.matcher(name.substring(name.lastIndexOf('.') + 1)).matches();
    return isFile || Vocabulary.hasPackage(name)
        ? Optional.empty()
        : Optional.of("there is no package " + name);
  }

  private static Optional<String> noMember(MatchResult found) {
    String member = found.group(2);
    Optional<Class<?>> ofJdk = Vocabulary.ofJdk(found.group(1));
    String ours = Vocabulary.code(found.group(1));
    boolean isOurs = Pattern.compile("\\b" + member + "\\b").matcher(ours).find();
    boolean isKnown = SUFFIX.matcher(member).matches()
        || isOurs
        || ofJdk.map(type -> has(type, member)).orElse(ours.isEmpty());
    return isKnown
        ? Optional.empty()
        : Optional.of(found.group(1) + " has nothing of the name " + member);
  }

  private static boolean has(Class<?> type, String name) {
    return Stream.<Member[]>of(type.getMethods(), type.getFields())
        .flatMap(Stream::of)
        .anyMatch(member -> member.getName().equals(name));
  }
}
