/** Runs the tasks, with JUnit or without, and prints what became of them. It uses the judge. */
package judge.tasks;
