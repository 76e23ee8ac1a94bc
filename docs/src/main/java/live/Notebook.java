package live;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import live.Contents.Page;
import project.Questions.Question;
import project.Step;
import rendering.Library;
import watch.Notes;
import watch.Notes.Note;

/** What the reader writes beside the questions of the pages, and how far they are on each. */
final class Notebook {

  /** Characters; the field on the page takes no more either. */
  static final int MOST_OF_A_NOTE = 4_000;

  private static final Pattern PATH =
      Pattern.compile("/do/note/(write|choose|open|place)/([\\w/-]+\\.md)(?:/([a-z0-9-]+))?");

  /** What is told of a page's questions. */
  private record Notepad(String place, String trouble, Map<String, Note> notes) {}

  private final Contents contents;
  private final Notes notes;
  private final Feed feed;
  private final BiPredicate<Step, String> hasPassed;

  /**
   * @param hasPassed whether a task of the step, by its number, has ever passed
   */
  Notebook(Library library, Notes notes, Feed feed, BiPredicate<Step, String> hasPassed) {
    this.contents = new Contents(library);
    this.notes = notes;
    this.feed = feed;
    this.hasPassed = hasPassed;
  }

  /** What a path asks for: a page, and a question or a heading that this page has now. */
  Optional<Runnable> find(String path, String text) {
    Matcher asked = PATH.matcher(path);
    if (!asked.matches() || text.length() > MOST_OF_A_NOTE) {
      return Optional.empty();
    }
    return contents.page(asked.group(2)).flatMap(page -> {
      Optional<Runnable> change = asked.group(3) == null
          ? place(asked.group(1), page, text)
          : page.question(asked.group(3)).flatMap(one -> note(asked.group(1), page, one, text));
      return change.map(found -> () -> change(page, found));
    });
  }

  private Optional<Runnable> place(String what, Page page, String anchor) {
    return what.equals("place") && page.headings().containsKey(anchor)
        ? Optional.of(() -> notes.place(page.name(), anchor))
        : Optional.empty();
  }

  private Optional<Runnable> note(String what, Page page, Question question, String text) {
    String name = question.name();
    boolean isWritten = question.options().isEmpty();
    boolean isOption = text.length() == 1 && question.options().contains(text);
    Runnable change = switch (what) {
      case "write" -> isWritten ? () -> notes.write(page.name(), name, text) : null;
      case "choose" -> isOption ? () -> notes.choose(page.name(), name, text) : null;
      case "open" -> () -> notes.open(page.name(), name, text.equals("yes"));
      default -> null;
    };
    return Optional.ofNullable(change);
  }

  private synchronized void change(Page page, Runnable change) {
    change.run();
    tell(page);
    tellProgress();
  }

  /** Tells all that is known, of every page. */
  synchronized void tell() {
    contents.pages().forEach(this::tell);
    tellProgress();
  }

  private void tell(Page page) {
    String name = page.name();
    Map<String, Note> all = new LinkedHashMap<>();
    page.questions().forEach(one -> all.put(one.name(), notes.of(name, one.name())));
    feed.put("notes/" + name, new Notepad(notes.place(name), notes.trouble(), all));
  }

  /** Tells how far the reader is. */
  synchronized void tellProgress() {
    feed.put("progress", Progress.of(contents.pages(), notes, hasPassed));
  }
}
