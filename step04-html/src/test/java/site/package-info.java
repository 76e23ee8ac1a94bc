/**
 * What several lines of step 4's exercise come to: files that a server must send, and ways out of
 * their folder. It uses the judge.
 */
package site;
