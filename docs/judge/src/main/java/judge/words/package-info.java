/** Sentences, what they mean, escapes, waiting, limits. It uses nothing. */
package judge.words;
