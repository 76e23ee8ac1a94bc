package live;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import judge.seen.Environment;

/** The reader's browser. */
final class Browser {

  /** What a browser needs to find its screen, besides what every command gets. */
  private static final List<String> SCREEN = List.of(
      "DISPLAY",
      "WAYLAND_DISPLAY",
      "XAUTHORITY",
      "XDG_RUNTIME_DIR",
      "XDG_CURRENT_DESKTOP",
      "XDG_DATA_DIRS",
      "DBUS_SESSION_BUS_ADDRESS",
      "BROWSER",
      "WSL_DISTRO_NAME",
      "WSL_INTEROP");

  private Browser() {}

  /** Opens the address; false if there is nothing here that could. */
  static boolean open(String address) {
    for (List<String> command : commands(address)) {
      if (run(command)) {
        return true;
      }
    }
    return false;
  }

  private static List<List<String>> commands(String address) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return List.of(List.of("rundll32", "url.dll,FileProtocolHandler", address));
    } else if (system.startsWith("mac")) {
      return List.of(List.of("open", address));
    }
    boolean hasScreen =
        System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
    List<String> windows = List.of("wslview", address);
    List<String> here = List.of("xdg-open", address);
    boolean isWindows = System.getenv("WSL_DISTRO_NAME") != null;
    // In a dev container, BROWSER is a program that opens the reader's own one.
    boolean isContainer = System.getenv("BROWSER") != null;
    return isWindows
        ? List.of(windows, here)
        : hasScreen || isContainer ? List.of(here) : List.of();
  }

  private static boolean run(List<String> words) {
    ProcessBuilder command = Environment.command(words)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD);
    for (String name : SCREEN) {
      if (System.getenv(name) != null) {
        command.environment().put(name, System.getenv(name));
      }
    }
    try {
      Process process = command.start();
      // It may be the browser itself, which goes on.
      return !process.waitFor(3, java.util.concurrent.TimeUnit.SECONDS) || process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
