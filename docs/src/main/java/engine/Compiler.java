package engine;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import project.Project;
import project.Source;

/** The JDK's compiler. */
public final class Compiler {

  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

  private Compiler() {}

  /**
   * Compiles a learner's files.
   *
   * @param target where the classes go
   * @throws IllegalArgumentException with javac's words if they do not compile
   */
  public static void compile(Source source, Path target) {
    try {
      Path folder = Project.newFolder("source").resolve("exercise");
      Files.createDirectories(folder);
      for (var file : source.files().entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
      compile(Project.javaFiles(folder), List.of(), target);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void compile(List<Path> files, List<Path> classPath, Path target) {
    List<Path> all = new ArrayList<>(classPath);
    all.addAll(Project.classPath());
    StringWriter words = new StringWriter();
    try (StandardJavaFileManager manager = JAVAC.getStandardFileManager(null, null, null)) {
      manager.setLocationFromPaths(javax.tools.StandardLocation.CLASS_PATH, all);
      manager.setLocationFromPaths(javax.tools.StandardLocation.CLASS_OUTPUT, List.of(target));
      List<String> options = List.of("--release", "17", "-g", "-proc:none", "-encoding", "UTF-8");
      var units = manager.getJavaFileObjectsFromPaths(files);
      if (!JAVAC.getTask(words, manager, null, options, null, units).call()) {
        throw new IllegalArgumentException("does not compile:\n" + words);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
