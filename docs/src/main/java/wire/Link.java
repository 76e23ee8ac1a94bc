package wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import wire.Moment.Kind;

/**
 * A client's connection to the recording port, and the one from there to the server. What comes
 * from one goes to the other: bytes, FIN, RST. One thread moves all of it.
 */
final class Link {

  private static final int MOST_AT_ONCE = 16 * 1_024;

  /** One of the two, and what has come from there and is not passed on yet. */
  private static final class End {

    private final boolean isClient;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final ByteBuffer buffer = ByteBuffer.allocate(MOST_AT_ONCE);
    private boolean hasEnded;
    private boolean isPassedOn;

    End(boolean isClient, SocketChannel channel, Selector selector, Link link) throws IOException {
      this.isClient = isClient;
      this.channel = channel;
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      key = channel.register(selector, 0, link);
    }

    boolean mayRead() {
      return !hasEnded && buffer.position() == 0;
    }
  }

  private final Recording recording;
  private final End client;
  private final End server;

  private Link(SocketChannel client, SocketChannel server, Selector selector, Recording recording)
      throws IOException {
    this.recording = recording;
    this.client = new End(true, client, selector, this);
    this.server = new End(false, server, selector, this);
  }

  /** Connects a client to the server at this port. */
  static void open(SocketChannel client, int port, Selector selector, Recording recording)
      throws IOException {
    try {
      new Link(client, SocketChannel.open(), selector, recording).connect(port);
    } catch (IOException e) {
      recording.close();
      client.close();
      throw e;
    }
  }

  private void connect(int port) {
    server.key.interestOps(SelectionKey.OP_CONNECT);
    try {
      if (server.channel.connect(new InetSocketAddress("127.0.0.1", port))) {
        watch();
      }
    } catch (IOException e) {
      refuse();
    }
  }

  /** Moves what can be moved. */
  void move() {
    if (server.channel.isConnectionPending()) {
      connect();
    }
    if (server.channel.isConnected()) {
      move(client, server);
    }
    if (server.channel.isConnected()) {
      move(server, client);
    }
    if (client.isPassedOn && server.isPassedOn) {
      close();
    } else if (server.channel.isConnected()) {
      watch();
    }
  }

  private void connect() {
    try {
      server.channel.finishConnect();
    } catch (IOException e) {
      refuse();
    }
  }

  private void move(End from, End to) {
    try {
      if (from.mayRead()) {
        read(from);
      }
    } catch (IOException e) {
      reset(from, to, Kind.RST);
      return;
    }
    try {
      write(from, to);
    } catch (IOException e) {
      reset(to, from, Kind.RST);
    }
  }

  private void read(End from) throws IOException {
    from.hasEnded = from.channel.read(from.buffer) < 0;
    if (from.hasEnded) {
      recording.end(from.isClient, Kind.FIN);
    } else if (from.buffer.position() > 0) {
      recording.bytes(from.isClient, from.buffer.duplicate().flip());
    }
  }

  private static void write(End from, End to) throws IOException {
    if (from.buffer.position() > 0) {
      to.channel.write(from.buffer.flip());
      from.buffer.compact();
    }
    if (from.hasEnded && !from.isPassedOn && from.buffer.position() == 0) {
      from.isPassedOn = true;
      to.channel.shutdownOutput();
    }
  }

  private void watch() {
    watch(client, server);
    watch(server, client);
  }

  private static void watch(End end, End other) {
    end.key.interestOps((end.mayRead() ? SelectionKey.OP_READ : 0)
        | (other.buffer.position() > 0 ? SelectionKey.OP_WRITE : 0));
  }

  private void refuse() {
    reset(server, client, Kind.REFUSED);
  }

  /** One end has broken off: so does this program with the other one. */
  private void reset(End culprit, End other, Kind kind) {
    recording.end(culprit.isClient, kind);
    try {
      other.channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    } catch (IOException e) {
      // It has broken off, too.
    }
    close();
  }

  void close() {
    recording.close();
    for (End end : new End[] {client, server}) {
      try {
        end.channel.close();
      } catch (IOException e) {
        // There is nobody left to tell.
      }
    }
  }
}
