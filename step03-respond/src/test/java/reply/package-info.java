/**
 * What several lines of step 3's exercise come to: the answer to a request, the refusal of what is
 * none, and what both say about themselves. It uses the judge.
 */
package reply;
