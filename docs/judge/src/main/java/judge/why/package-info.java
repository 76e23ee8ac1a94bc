/** What it means what was seen. It uses {@code judge.seen}, but only the records in it. */
package judge.why;
