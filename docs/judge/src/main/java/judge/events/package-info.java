/**
 * What happens while tasks are judged, as records that can go from one process to another. It uses
 * {@code judge.words} alone.
 */
package judge.events;
