/**
 * The diagrams that tell an order of events, compared with what a listing does under the debugger.
 * {@link drawn.Scenes} has a scene for each diagram.
 */
package drawn;
