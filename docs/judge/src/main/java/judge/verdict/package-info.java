/** The verdict that a task is not done yet. It uses {@code judge.learner}. */
package judge.verdict;
