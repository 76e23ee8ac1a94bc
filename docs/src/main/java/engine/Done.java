package engine;

import java.io.Serializable;

/**
 * A worker has done what was ordered.
 *
 * @param isClean whether nothing of the learner's runs on in it
 */
record Done(boolean isClean) implements Serializable {}
