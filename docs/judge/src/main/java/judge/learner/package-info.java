/**
 * The learner's lines, threads and output, and the story of a task. It uses {@code judge.events}
 * and {@code judge.words}.
 */
package judge.learner;
