package wire;

/**
 * What came from one end of a connection at one time.
 *
 * @param millis since the client had connected
 * @param until when the last of it came
 * @param isClients whether it came from the client
 * @param bytes the first of them; none for what is no data
 * @param length how many bytes there were
 */
public record Moment(
    long millis, long until, boolean isClients, Kind kind, byte[] bytes, long length) {

  /** What it was. */
  public enum Kind {
    BYTES,
    /** Nothing more comes from this end. */
    FIN,
    /** This end has broken the connection off. */
    RST,
    /** Nobody listens. */
    REFUSED
  }
}
