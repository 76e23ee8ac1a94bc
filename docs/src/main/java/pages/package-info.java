/** Makes HTML of the book's pages. It uses {@code project} alone. */
package pages;
