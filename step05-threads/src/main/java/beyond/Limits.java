package beyond;

/**
 * What one client, and all of them together, may ask of the server. Whoever asks for more is
 * refused with the status named here, or the connection is closed.
 *
 * @param lineBytes octets in the request line (414) or in a header (431). 8,192: RFC 9112, section
 *     3, asks for 8,000 at least
 * @param headBytes octets in all headers together (431). 16,384: twice the longest line. Jetty
 *     takes 8 KiB for the whole head
 * @param headers how many headers (431). 100, as in hyper and Apache; a browser sends about 15
 * @param bodyBytes octets in a body (413). 65,536: nothing here needs one, and a form fits
 * @param headMillis from accept, or from the first octet of a later request, to the end of the head
 *     (408). 1,500: a head fits into a packet, and TCP repeats a lost one in about a second. For
 *     so long, four clients that stop half way can hold four workers
 * @param bodyMillis from the end of the head to the end of the body (408). 5,000: 64 KiB in that
 *     time are 13 KiB a second
 * @param idleMillis between two requests, then the connection is closed. 10,000: readers click
 *     on. Node takes 5 s, nginx 75 s
 * @param turnMillis how long a worker waits for a client that says nothing while other connections
 *     wait for a worker. 1: four workers are through with a thousand such clients in 0.25 s
 * @param writeMillis for sending one response, then the connection is closed. 5,000: a client that
 *     reads nothing must not hold a worker for ever
 * @param lingerMillis for reading on after a refusal, so that the client gets to read it (RFC 9112,
 *     section 9.6). 1,000: it takes turns like an idle connection
 * @param requests on one connection, then it is closed. 1,000, as nginx does: no connection lives
 *     for ever
 * @param connections open at once (503). 10,000: each needs a file descriptor and some 8 KiB
 * @param queue of them, how many may wait for a worker (503). 2,048: at 1 ms a turn, four workers
 *     are through in half a second, if all of them are silent
 * @param graceMillis from the wish to stop to the end of the last request, then connections are
 *     cut. 15,000: three times the longest answer, that of {@code /sleep}
 */
record Limits(
    int lineBytes,
    int headBytes,
    int headers,
    int bodyBytes,
    int headMillis,
    int bodyMillis,
    int idleMillis,
    int turnMillis,
    int writeMillis,
    int lingerMillis,
    int requests,
    int connections,
    int queue,
    int graceMillis) {

  static final Limits DEFAULT = new Limits(
      8_192, // lineBytes
      16_384, // headBytes
      100, // headers
      65_536, // bodyBytes
      1_500, // headMillis
      5_000, // bodyMillis
      10_000, // idleMillis
      1, // turnMillis
      5_000, // writeMillis
      1_000, // lingerMillis
      1_000, // requests
      10_000, // connections
      2_048, // queue
      15_000); // graceMillis
}
