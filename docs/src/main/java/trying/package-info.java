/**
 * Runs the blocks of a page for its reader, by what {@code book} proves them with, each when it is
 * asked for, and those above that it needs.
 */
package trying;
