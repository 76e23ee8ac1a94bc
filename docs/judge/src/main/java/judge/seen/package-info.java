/**
 * Observers: a connection, a server under test, a process, OkHttp, a lab; what they have seen are
 * records. It uses {@code judge.learner} and {@code judge.http}.
 */
package judge.seen;
