/** What several lines of step 3's exercise come to: what clients ask. It uses the judge. */
package asking;
