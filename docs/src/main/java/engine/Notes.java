package engine;

import java.util.ArrayList;
import java.util.List;
import judge.events.Event;
import judge.events.Event.Told;
import judge.events.Findings;
import judge.events.StoryText;
import judge.events.Task;
import judge.words.Meaning;
import judge.words.Text;

/** What has been told of the task that runs, for the case that its worker does not tell the end. */
final class Notes {

  private static final int MOST_PRINTED = 8;

  private Task task;
  private final List<Told> story = new ArrayList<>();
  private final List<String> printed = new ArrayList<>();
  private String command;

  void add(Event event) {
    if (event instanceof Event.Began began) {
      task = began.task();
      story.clear();
      printed.clear();
      command = null;
    } else if (event instanceof Told told) {
      story.add(told);
    } else if (event instanceof Event.InShort inShort) {
      inShort.shorten(story);
    } else if (event instanceof Event.ByHand byHand) {
      command = byHand.command();
    } else if (event instanceof Event.Print print) {
      printed.add(print.line());
    } else if (event instanceof Event.Verdict) {
      task = null;
    }
  }

  /** The task that runs now, or null. */
  Task task() {
    return task;
  }

  /** All that is known of it, and what its end means. */
  Findings findings(Meaning meaning) {
    return new Findings(
        meaning,
        StoryText.of(story, meaning.spot()),
        Text.last(printed, MOST_PRINTED),
        List.of(),
        command);
  }
}
