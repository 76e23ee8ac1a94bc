package judge.tasks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * The tasks of one step: in order, one failure at a time, each with its number and title.
 *
 * <p>With {@code -Dall} every task is judged, whatever became of those before it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestMethodOrder(TaskTitles.class)
@DisplayNameGeneration(TaskTitles.class)
@ExtendWith(TaskRunner.class)
@ResourceLock(Resources.SYSTEM_OUT)
public @interface TaskList {

  /** Number and title, such as {@code "Step 2: read the request"}. */
  String value();

  /** The step's module, and the name of its page in docs. */
  String module();

  /** The page that comes next; empty for the last step. */
  String next() default "";
}
