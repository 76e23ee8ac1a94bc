package threads;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A thread as it was at a moment. It is part of the agent.
 *
 * @param call what the learner's code has called, such as {@code "accept"}; empty if nothing
 * @param caller the method of the learner that is on top of its stack; empty if there is none
 * @param line where that is: {@code "WebServer.java:37"}
 * @param lock what it waits for, such as {@code "JobQueue@1b2c3d"}; empty if for none
 * @param waitsFor the thread that has the lock or is to end; 0 if there is none
 * @param holds the locks that the learner's code has
 */
record Seen(
    long id,
    String name,
    Doing doing,
    String call,
    String caller,
    String line,
    String lock,
    long waitsFor,
    List<String> holds) {

  private static final int MOST_CHARACTERS = 100;
  private static final int MOST_LOCKS = 10;

  void write(DataOutputStream out) throws IOException {
    out.writeLong(id);
    out.writeByte(doing.ordinal());
    out.writeLong(waitsFor);
    for (String text : List.of(name, call, caller, line, lock)) {
      write(text, out);
    }
    int count = Math.min(holds.size(), MOST_LOCKS);
    out.writeByte(count);
    for (String held : holds.subList(0, count)) {
      write(held, out);
    }
  }

  private static void write(String text, DataOutputStream out) throws IOException {
    out.writeUTF(text.substring(0, Math.min(text.length(), MOST_CHARACTERS)));
  }

  static Seen read(DataInputStream in) throws IOException {
    long id = in.readLong();
    Doing doing = Doing.values()[in.readByte()];
    long waitsFor = in.readLong();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      texts.add(in.readUTF());
    }
    List<String> holds = new ArrayList<>();
    for (int count = in.readByte(); count > 0; count--) {
      holds.add(in.readUTF());
    }
    return new Seen(
        id,
        texts.get(0),
        doing,
        texts.get(1),
        texts.get(2),
        texts.get(3),
        texts.get(4),
        waitsFor,
        holds);
  }
}
