/**
 * What several lines of step 2's exercise come to: clients that ask, lines that are to be printed,
 * and what it means that others were. It uses the judge.
 */
package reading;
