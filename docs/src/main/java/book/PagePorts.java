package book;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import judge.seen.Ports;

/** For each port that a page speaks of the one that its servers really have. */
record PagePorts(Map<String, String> real) {

  static PagePorts free() throws IOException {
    Map<String, String> real = new TreeMap<>();
    for (String port : new String[] {"7878", "8080"}) {
      real.put(port, "" + Ports.free());
    }
    return new PagePorts(real);
  }

  /** A line of the page, with the ports that there really are. */
  String toReal(String line) {
    String replaced = line;
    for (Map.Entry<String, String> port : real.entrySet()) {
      replaced = replace(replaced, port.getKey(), port.getValue());
    }
    return replaced;
  }

  /** A line that was printed, with the ports that the page speaks of. */
  String toPages(String line) {
    String replaced = line;
    for (Map.Entry<String, String> port : real.entrySet()) {
      replaced = replace(replaced, port.getValue(), port.getKey());
    }
    return replaced;
  }

  private static String replace(String line, String from, String to) {
    return line.replaceAll("\\b" + from + "\\b", to);
  }
}
