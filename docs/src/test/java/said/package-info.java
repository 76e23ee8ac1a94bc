/** Compares what sentences of the pages say, beside their blocks. It uses {@code book}. */
package said;
