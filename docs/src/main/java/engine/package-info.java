/** Compiles a learner's files and judges them. It uses {@code project} and the judge. */
package engine;
