package beyond;

import java.util.List;

/** Answers requests; several at once, each in the thread of its connection. */
interface Handler {

  /** Answers a request of one of the methods but OPTIONS; what it throws becomes a 500. */
  Response handle(Request request) throws Exception;

  /** The methods that are allowed. The answer to OPTIONS is this list. */
  default List<String> methods() {
    return List.of("GET", "HEAD", "OPTIONS");
  }
}
