package project;

import java.nio.file.Path;

/** One of the five steps, and where its files are. */
public enum Step {
  STEP1("step01-listen"),
  STEP2("step02-read-request"),
  STEP3("step03-respond"),
  STEP4("step04-html"),
  STEP5("step05-threads");

  private final String module;

  Step(String module) {
    this.module = module;
  }

  public String module() {
    return module;
  }

  public int number() {
    return ordinal() + 1;
  }

  public Path folder() {
    return Project.ROOT.resolve(module);
  }

  /** The chapter, with the tasks and their hints. */
  public Path page() {
    return Project.ROOT.resolve("docs").resolve(module + ".md");
  }

  /** The step's wrong answers. */
  public Path wrongAnswers() {
    return Project.ROOT.resolve("docs/src/test/wrong/step0" + number() + ".md");
  }

  /** The step's answers that are right, too; not every step has some. */
  public Path rightAnswers() {
    return Project.ROOT.resolve("docs/src/test/right/step0" + number() + ".md");
  }

  /** What the third hints of the page lack. */
  public Path hints() {
    return Project.ROOT.resolve("docs/src/test/hints/step0" + number() + ".md");
  }

  /** The learner's files. */
  public Path exercise() {
    return folder().resolve("src/main/java/exercise");
  }

  public Path listings() {
    return folder().resolve("src/main/java/listings");
  }

  public Path start() {
    return folder().resolve("src/start/java/exercise");
  }

  public Path solution() {
    return folder().resolve("src/solution/java/exercise");
  }

  public Path tests() {
    return folder().resolve("src/test/java");
  }

  public Path pages() {
    return folder().resolve("src/main/resources");
  }

  public Step previous() {
    return values()[ordinal() - 1];
  }

  public boolean isFirst() {
    return this == STEP1;
  }

  @Override
  public String toString() {
    return "Step " + number();
  }
}
