package book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import project.Project;
import project.Source;
import project.Step;

/**
 * A page of the book.
 *
 * @param name its path from the project's folder, with slashes
 */
public record Page(String name, Path file, String text, Node document) {

  private static final String LABS = "docs/src/test/labs";
  private static final Parser PARSER = Parser.builder()
      .extensions(List.of(TablesExtension.create()))
      .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
      .build();

  /** Every page, or the one or those that {@code -Dpage} names. */
  public static List<Page> all() {
    return named(System.getProperty("page", ""));
  }

  /** The page with that name, or else those whose name has the text. */
  public static List<Page> named(String wanted) {
    List<Page> all = everyPage().toList();
    List<Page> exactly = all.stream().filter(page -> page.name.equals(wanted)).toList();
    List<Page> pages = exactly.isEmpty()
        ? all.stream().filter(page -> page.name.contains(wanted)).toList()
        : exactly;
    if (pages.isEmpty()) {
      throw new IllegalArgumentException("there is no page " + wanted);
    }
    return pages;
  }

  private static Stream<Page> everyPage() {
    List<Path> files = new ArrayList<>(List.of(Project.ROOT.resolve("README.md")));
    files.addAll(markdown(Project.ROOT.resolve("docs")));
    files.addAll(markdown(Project.ROOT.resolve(".github")));
    files.addAll(markdown(Project.ROOT.resolve(LABS)));
    return files.stream().map(Page::read);
  }

  private static List<Path> markdown(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Page read(Path file) {
    String name = Project.ROOT.relativize(file).toString().replace('\\', '/');
    return of(name, Source.read(file).replace("\r\n", "\n"));
  }

  public static Page of(String name, String text) {
    return new Page(name, Project.ROOT.resolve(name), text, PARSER.parse(text));
  }

  /** The step whose chapter it is; any other page is about the last one. */
  public Step step() {
    return Arrays.stream(Step.values())
        .filter(step -> step.page().equals(file))
        .findFirst()
        .orElse(Step.STEP5);
  }

  public boolean isChapter() {
    return step().page().equals(file);
  }

  /** Whether it is no page for readers, but types every helper of a lab. */
  public boolean isLab() {
    return name.startsWith(LABS);
  }

  /** Its headings, in order. */
  public List<Heading> headings() {
    List<Heading> headings = new ArrayList<>();
    document.accept(new AbstractVisitor() {
      @Override
      public void visit(Heading heading) {
        headings.add(heading);
      }
    });
    return headings;
  }

  /** Its fenced blocks, in order. */
  public List<Fence> fences() {
    List<Fence> fences = new ArrayList<>();
    document.accept(new AbstractVisitor() {
      @Override
      public void visit(FencedCodeBlock block) {
        fences.add(fence(block));
      }
    });
    return fences;
  }

  private Fence fence(FencedCodeBlock block) {
    SourceSpan first = block.getSourceSpans().get(0);
    String indent = text.lines().toList().get(first.getLineIndex());
    indent = indent.substring(0, first.getColumnIndex());
    return new Fence(
        name,
        first.getLineIndex() + 1,
        indent,
        List.of(block.getInfo().strip().split("\\s+")),
        block.getLiteral().lines().toList());
  }

  @Override
  public String toString() {
    return name;
  }
}
