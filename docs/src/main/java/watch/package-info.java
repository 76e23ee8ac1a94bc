/**
 * Watches what a learner saves, has it judged, and knows where each task stands. It uses {@code
 * engine}, {@code project} and the judge.
 */
package watch;
