package engine;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import judge.events.Task;

/**
 * What to judge.
 *
 * @param classPath folders with the learner's classes and those of the exercise
 * @param tasks in the order in which they are to be judged
 * @param always those that are judged although one before them has failed
 */
record Order(List<String> classPath, List<Task> tasks, Set<Task> always) implements Serializable {}
