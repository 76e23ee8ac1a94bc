/** Measures servers, for {@code docs/beyond.md}. It uses {@code project} and {@code engine}. */
package load;
