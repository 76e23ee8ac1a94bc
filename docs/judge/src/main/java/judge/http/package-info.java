/** Whether bytes are a well-formed response. It uses {@code judge.words} alone. */
package judge.http;
