/** What the tests of listings share. It uses {@code judge.seen}. */
package support;
