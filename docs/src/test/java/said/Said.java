package said;

import book.Count;
import book.Finding;
import book.Link;
import book.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All that a page says beside its blocks and that can be compared with something. */
public final class Said {

  private static final List<Numbers> NUMBERS = Numbers.all();

  private static final List<Function<Prose, List<Finding>>> OF_SENTENCES = List.of(
      References::wrong,
      Sections::wrong,
      Topics::wrong,
      Quizzes::wrong,
      Times::wrong,
      Calls::wrong,
      Commands::wrong,
      Names::wrong,
      Expressions::wrong,
      Paths::wrong,
      Mentions::wrong,
      Leads::wrong,
      Neighbors::wrong);

  private static final List<Function<Page, List<Finding>>> OF_PAGES =
      List.of(Tables::wrong, Codes::wrong, Forms::wrong, Diagrams::wrong);

  private Said() {}

  /** What is not true. */
  public static List<Finding> wrong(Page page) {
    Prose prose = Prose.of(page);
    List<Link> links = Link.in(page);
    List<Finding> wrong = new ArrayList<>();
    links.stream().map(Link::problem).flatMap(Optional::stream).forEach(wrong::add);
    wrong.addAll(Pictures.wrong(links));
    OF_SENTENCES.forEach(check -> wrong.addAll(check.apply(prose)));
    OF_PAGES.forEach(check -> wrong.addAll(check.apply(page)));
    wrong.addAll(LinkTexts.wrong(prose, links));
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

  /** Numbers that no page says any more, each where a page says nearly the same. */
  public static List<Finding> unsaid(List<Page> pages) {
    List<Prose> all = pages.stream().map(Prose::of).toList();
    return NUMBERS.stream()
        .filter(number -> all.stream().allMatch(prose -> number.in(prose).isEmpty()))
        .map(number -> number.unsaid(all))
        .toList();
  }
}
