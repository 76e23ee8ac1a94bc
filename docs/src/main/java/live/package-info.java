/**
 * The live workbook: serves the book's pages on this machine, and tells them what becomes of the
 * reader's work. It uses {@code pages} and what these stand on.
 */
package live;
