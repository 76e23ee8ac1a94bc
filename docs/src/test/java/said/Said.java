package said;

import book.Count;
import book.Finding;
import book.Link;
import book.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that a page says beside its blocks and that can be compared with something. */
public final class Said {

  private static final List<Numbers> NUMBERS = Numbers.all();

  private Said() {}

  /** What is not true. */
  public static List<Finding> wrong(Page page) {
    Prose prose = Prose.of(page);
    List<Link> links = Link.in(page);
    List<Finding> wrong = new ArrayList<>();
    links.stream().map(Link::problem).flatMap(Optional::stream).forEach(wrong::add);
    wrong.addAll(Pictures.wrong(links));
    wrong.addAll(References.wrong(prose));
    wrong.addAll(Sections.wrong(prose));
    wrong.addAll(Topics.wrong(prose));
    wrong.addAll(Quizzes.wrong(prose));
    wrong.addAll(Tables.wrong(page));
    wrong.addAll(Times.wrong(prose));
    wrong.addAll(Calls.wrong(prose));
    wrong.addAll(Commands.wrong(prose));
    wrong.addAll(Names.wrong(prose));
    wrong.addAll(Expressions.wrong(prose));
    wrong.addAll(Paths.wrong(prose));
    wrong.addAll(LinkTexts.wrong(prose, links));
    wrong.addAll(Mentions.wrong(prose));
    wrong.addAll(Neighbors.wrong(prose));
    wrong.addAll(Codes.wrong(page));
    wrong.addAll(Forms.wrong(page));
    wrong.addAll(Diagrams.wrong(page));
    NUMBERS.forEach(number -> wrong.addAll(number.wrong(prose)));
    return wrong;
  }

  /** Counts what is compared. */
  public static void count(Page page) {
    Prose prose = Prose.of(page);
    Count.LINKS.add(Link.in(page).size());
    Count.REFERENCES.add(References.count(prose));
    Count.SECTIONS.add(Sections.count(prose));
    Count.SAID.add(Commands.count(prose) + Calls.count(prose));
    Count.QUIZZES.add(Quizzes.count(prose));
    Count.NAMES.add(Names.count(prose));
    Count.NUMBERS.add(Times.count(prose) + Mentions.count(prose) + Topics.count(prose));
    NUMBERS.forEach(number -> Count.NUMBERS.add(number.in(prose).size()));
  }

  /** Numbers that no page says any more, each with its line in their file. */
  public static List<String> unsaid(List<Page> pages) {
    List<Prose> all = pages.stream().map(Prose::of).toList();
    return NUMBERS.stream()
        .filter(number -> all.stream().allMatch(prose -> number.in(prose).isEmpty()))
        .map(number -> "docs/src/test/numbers.txt:" + number.line() + ": " + number.words())
        .toList();
  }
}
