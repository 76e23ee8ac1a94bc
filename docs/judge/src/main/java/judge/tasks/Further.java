package judge.tasks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A task that goes beyond the chapter; the next step does without it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
@Tag("further")
public @interface Further {

  /** Number and title, as on the step's page: {@code "2.5 Print host=…"}. */
  String value();
}
