package book;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Exchanges of bytes that a page shows: each is sent again, and the answer compared. */
final class Bytes implements AutoCloseable {

  private final PagePorts ports;
  private final Witness witness;
  private final ListingServers listings;

  /**
   * @param folder the copy of the project that has the listings
   */
  Bytes(Path folder, PagePorts ports, Witness witness) {
    this.ports = ports;
    this.witness = witness;
    listings = new ListingServers(folder);
  }

  void replay(Fence fence) throws Exception {
    int port = port(fence);
    Blocks problems = new Blocks();
    List<String> real = new ArrayList<>();
    for (Exchange exchange : Exchange.in(fence.lines())) {
      Transcript expected = new Transcript(exchange.expected());
      Count.EXCHANGES.add(1);
      List<String> found = exchange.send(port);
      List<String> sent = marked("> ", exchange.sent());
      witness.saw(String.join("\n", sent), marked("< ", found));
      real.addAll(sent);
      List<String> lines = expected.matches(found) ? expected.lines() : expected.mendedBy(found);
      lines.forEach(line -> real.add(line.equals("...") ? line : ("< " + line).stripTrailing()));
      if (fence.option("sturdy").isPresent()) {
        requireOther(exchange, found, fence.option("sturdy").get(), problems);
      }
    }
    problems.addAll(real);
    problems.require(fence);
  }

  private static List<String> marked(String mark, List<String> lines) {
    return lines.stream().map(line -> (mark + line).stripTrailing()).toList();
  }

  /** A claim about what a server gets wrong: the sturdy one must answer these bytes otherwise. */
  private void requireOther(Exchange exchange, List<String> found, String claimed, Blocks problems)
      throws Exception {
    List<String> other = Exchange.statuses(exchange.sendAll(listings.port(ListingServers.STURDY)));
    if (!String.join(",", other).equals(claimed)) {
      problems.add(new Mismatch(
          0,
          "sturdy=" + claimed,
          "to these bytes the sturdy server answers " + String.join(",", other),
          "send the bytes that the text speaks of"));
    } else if (other.equals(Exchange.statuses(found))) {
      problems.add(new Mismatch(
          exchange.line(),
          exchange.sent().get(0),
          "both servers answer " + claimed,
          "send bytes in which they differ"));
    }
  }

  /** The port of a listing's server, or that of the server which the page has started. */
  private int port(Fence fence) throws Exception {
    Optional<String> listing = fence.option("listing");
    Optional<String> port = fence.option("port").map(ports.real()::get);
    if (listing.isEmpty() && port.isEmpty()) {
      throw new Mismatch(
          0,
          String.join(" ", fence.info()),
          "whose bytes are these?",
          "say listing=NN or port=7878");
    }
    return listing.isPresent() ? listings.port(listing.get()) : Integer.parseInt(port.get());
  }

  @Override
  public void close() {
    listings.close();
  }
}
