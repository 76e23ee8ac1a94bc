/**
 * What the threads of a running server do: seen by an agent in its process, told to this one, and
 * put in rows. It uses nothing else.
 */
package threads;
