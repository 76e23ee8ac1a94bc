/** Proves the exercises and the book. It may use everything. */
package proof;
