/** Reads the book's pages and does what their blocks say. It uses {@code project} and {@code engine}. */
package book;
