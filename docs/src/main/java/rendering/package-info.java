/**
 * Makes HTML of the book's pages. It uses {@code project} alone. Its name is not that of a step's
 * resources: what a learner's server finds under that name must be the step's.
 */
package rendering;
