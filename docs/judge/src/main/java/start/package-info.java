/** Compiles and runs the newest code of a step, inside Maven. It uses nothing. */
package start;
