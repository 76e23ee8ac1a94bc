package live;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to do about the commonest errors of javac. */
enum Help {
  IMPORT(
      "(?s)cannot find symbol.*class (\\w+).*",
      "The import of $1 is missing, or the name is mistyped."),
  SYMBOL(
      "(?s)cannot find symbol.*(?:variable|method) (\\w+).*",
      "There is no $1 here: is the name mistyped, or declared further down or in another block?"),
  SEMICOLON("';' expected", "A semicolon is missing at this place, or just before it."),
  BRACKET("'.*' or '.*' expected|'.' expected", "Something is missing at this place."),
  EXCEPTION("(?s)unreported exception (\\S+?);.*", "Catch it, or let the method say: throws $1."),
  BRACE("(?s)reached end of file while parsing.*", "A } is missing somewhere above."),
  RETURN("(?s)missing return statement.*", "On some way through, the method returns nothing."),
  TYPES("(?s)incompatible types: .*", "The value on the right is of another type than the left.");

  /** Classes that the tasks need, by package. */
  private static final String[] PACKAGES = {
    "java.io", "java.net", "java.util", "java.nio.file", "java.nio.charset", "java.util.concurrent"
  };

  private final Pattern message;
  private final String help;

  Help(String message, String help) {
    this.message = Pattern.compile(message);
    this.help = help;
  }

  /** Empty if there is nothing to add to javac's words. */
  static String of(String message) {
    for (Help one : values()) {
      Matcher found = one.message.matcher(message);
      if (found.matches()) {
        return one.text(found);
      }
    }
    return "";
  }

  private String text(Matcher found) {
    String text = found.groupCount() == 0 ? help : help.replace("$1", found.group(1));
    return this == IMPORT ? imports(found.group(1), text) : text;
  }

  private static String imports(String name, String otherwise) {
    return Arrays.stream(PACKAGES)
        .map(folder -> folder + "." + name)
        .filter(Help::exists)
        .findFirst()
        .map(type -> "Add this line at the top of the file: import " + type + ";")
        .orElse(otherwise);
  }

  private static boolean exists(String type) {
    try {
      Class.forName(type, false, Help.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
