package engine;

import java.io.Serializable;
import java.util.List;
import judge.events.Task;

/**
 * What to judge.
 *
 * @param classPath folders with the learner's classes and those of the exercise
 * @param tasks in the order in which they are to be judged
 * @param goesOn whether those after the first failure are judged, too
 */
record Order(List<String> classPath, List<Task> tasks, boolean goesOn) implements Serializable {}
