/**
 * The recording port in front of a running server, what has passed through it, and a client whose
 * bytes the reader types. It uses {@code running} and the judge's words.
 */
package wire;
