package site;

import static judge.words.Says.says;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Which cause is named for the greeting in a page. */
class GreetingTest {

  private static DynamicTest named(String name, String cause, String greeted) {
    String page = "<h1>Hello, " + greeted + "!</h1>\n";
    return says("The page should have: Hello, ", cause, new Greeting(name).isAnother(page));
  }

  @TestFactory
  Stream<DynamicTest> ofAnotherGreeting() {
    Greeting last = new Greeting("lastname=b&name=", "a");
    return Stream.of(
        says("no \"Hello, \" in it", "very text", last.isAnother("<h1>Hello</h1>")),
        says("should have: Hello, a!", "lastname= is not name=", last.isAnother("Hello, b!")),
        named("<b>", "a part of the page's HTML", "<b>"),
        named("a b", "is not decoded", "a+b"),
        named("<b>", "replace & first", "&amp;lt;b&amp;gt;"),
        named("Ада", "name the charset", "???"),
        named("a&b", "ends at its own &", "a"),
        named("<b>", "is not enough", ""));
  }
}
