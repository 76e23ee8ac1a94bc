package proof;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import judge.tasks.TaskList;
import judge.tasks.TaskRunner;
import org.junit.jupiter.api.Test;
import project.Project;

/** A package uses those on the floors below it, and nothing uses one another. */
class FloorsTest {

  /** From the ground up. */
  private static final List<String> FLOORS = List.of(
      "start",
      "judge.words",
      "judge.events",
      "judge.learner",
      "judge.verdict",
      "judge.http",
      "judge.seen",
      "judge.why",
      "judge",
      "judge.tasks",
      "support",
      "project",
      "engine",
      "watch",
      "threads",
      "running",
      "wire",
      "rendering",
      "book",
      "trying",
      "live",
      "load",
      "said",
      "drawn",
      "proof");

  private static final JavaClasses CLASSES = new ClassFileImporter()
      .importPaths(Project.classPath().stream()
          .filter(path -> path.startsWith(Project.ROOT))
          .toList());

  @Test
  void packagesUseThoseBelowThem() {
    assertEquals(List.of(), upwards().toList());
  }

  private static Stream<String> upwards() {
    return CLASSES.stream()
        .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
        .filter(use -> floor(use.getTargetClass()) > floor(use.getOriginClass()))
        .map(Dependency::getDescription)
        .sorted();
  }

  /** -1 for what is no part of the project. */
  private static int floor(JavaClass one) {
    return FLOORS.indexOf(one.getPackageName());
  }

  @Test
  void everyPackageHasItsFloor() {
    assertEquals(
        List.of(),
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .distinct()
            .filter(name -> !FLOORS.contains(name))
            .toList());
  }

  /** But for what exec:java starts, whose environment is the learner's. */
  @Test
  void noChildProcessHasAllOfTheEnvironment() {
    assertEquals(
        Set.of("judge.seen.Environment", "start.Start"),
        CLASSES.stream()
            .filter(one -> one.getConstructorCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(ProcessBuilder.class)))
            .map(JavaClass::getName)
            .collect(Collectors.toSet()));
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    List<Path> roots = Stream.of(
            "docs/judge/src/main/java", "docs/src/main/java", "docs/src/test/java")
        .map(Project.ROOT::resolve)
        .toList();
    assertEquals(
        List.of(),
        FLOORS.stream()
            .map(name -> name.replace('.', '/') + "/package-info.java")
            .filter(file -> roots.stream().noneMatch(root -> Files.exists(root.resolve(file))))
            .toList());
  }

  @Test
  void noPackagesUseOneAnother() {
    assertNoCircles(JavaClass::getPackageName);
  }

  @Test
  void noClassesUseOneAnother() {
    assertNoCircles(one -> one.getName().replaceAll("\\$.*", ""));
  }

  private static void assertNoCircles(Function<JavaClass, String> part) {
    slices()
        .assignedFrom(new SliceAssignment() {
          @Override
          public SliceIdentifier getIdentifierOf(JavaClass one) {
            return SliceIdentifier.of(part.apply(one));
          }

          @Override
          public String getDescription() {
            return "packages or classes";
          }
        })
        .should()
        .beFreeOfCycles()
        .ignoreDependency(TaskList.class, TaskRunner.class) // as JUnit wants it: its annotation
        .check(CLASSES);
  }
}
