package judge.words;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import org.junit.jupiter.api.DynamicTest;

/** Tests of a meaning that need no server: which fact it states, and which cause it names. */
public final class Says {

  private Says() {}

  public static DynamicTest says(String fact, String cause, Meaning meaning) {
    return dynamicTest(fact + " ... " + cause, () -> {
      List<String> text = meaning.paragraphs();
      assertTrue(text.get(0).contains(fact), text::toString);
      assertTrue(text.stream().skip(1).anyMatch(one -> one.contains(cause)), text::toString);
    });
  }
}
