package judge.events;

import java.io.Serializable;

/**
 * An error that javac has found.
 *
 * @param file its name, such as {@code WebServer.java}
 * @param line from 1
 * @param column from 1
 * @param message in javac's words
 * @param text the line itself
 */
public record Problem(String file, long line, long column, String message, String text)
    implements Serializable {}
