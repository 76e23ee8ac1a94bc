/**
 * Runs a learner's server and the listings, each in a process of its own. It uses {@code engine},
 * {@code project} and the judge's words.
 */
package running;
