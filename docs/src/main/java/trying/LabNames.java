package trying;

import java.util.List;
import project.Step;

/**
 * How a line in a step's lab can go on.
 *
 * @param number greater in each later one
 * @param from where in the text the names begin
 */
public record LabNames(Step step, int number, String text, int from, List<String> names) {}
