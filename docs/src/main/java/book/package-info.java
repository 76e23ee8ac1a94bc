/**
 * Reads the book's pages and does what their blocks say. It uses {@code project}, {@code engine}
 * for its compiler, and {@code judge.seen}.
 */
package book;
