/**
 * What several lines of step 1's exercise come to: what is printed of clients. It uses the judge.
 */
package clients;
