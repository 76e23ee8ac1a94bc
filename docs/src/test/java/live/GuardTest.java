package live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import project.Project;

/** Whoever is not a page of the book gets nothing, and changes nothing. */
class GuardTest {

  private static final String PAGE = "/README.md";

  private static LiveSite site;

  @BeforeAll
  static void start() throws Exception {
    site = new LiveSite(Project.ROOT);
  }

  @BeforeEach
  void forget() {
    site.done.clear();
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  // ---- those who belong here ----

  @Test
  void letsItsOwnPagesIn() throws Exception {
    assertEquals("200", site.status(site.own("GET", PAGE)));
    assertTrue(site.ask(site.state()).contains(LiveSite.SECRET));
    assertEquals("204", site.status(site.action()));
    assertEquals(List.of(LiveSite.ACTION), site.done);
  }

  @Test
  void letsAnAddressInThatWasTyped() throws Exception {
    String typed = site.own("GET", "/").replace("same-origin", "none");
    assertTrue(site.ask(typed).contains("Location: " + PAGE + "\r\n"));
  }

  // ---- names of other hosts: a name of the attacker's may lead to 127.0.0.1 ----

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example:PORT",
        "localhost:PORT",
        "127.0.0.1",
        "127.0.0.1:80",
        "127.0.0.1:PORT.evil.example",
        "127.0.0.1.evil.example:PORT",
        "user@127.0.0.1:PORT",
        "evil.example#127.0.0.1:PORT",
        "127.1:PORT",
        "2130706433:PORT",
        "[::1]:PORT",
        "0.0.0.0:PORT",
        "127.0.0.1:PORT, evil.example",
        "127.0.0.1:0PORT",
        "127.0.0.1.:PORT",
        "127.0.0.1:PORT.",
        "127.0.0.1:PORT/",
        "127.0.0.1:PORT@evil.example",
        "LOCALHOST:PORT",
        "EVIL.EXAMPLE:PORT",
        "0x7f.0.0.1:PORT",
        "127.000.000.001:PORT",
        "[::ffff:127.0.0.1]:PORT",
        "127.0.0.1%00.evil.example:PORT",
        ""
      })
  void refusesAnyOtherHost(String host) throws Exception {
    String real = "Host: 127.0.0.1:" + site.port();
    String other = "Host: " + host.replace("PORT", "" + site.port());
    for (String request : List.of(site.own("GET", PAGE), site.state(), site.action())) {
      site.assertRefused(request.replace(real, other));
    }
  }

  @Test
  void refusesTwoHostsAndNone() throws Exception {
    String real = "Host: 127.0.0.1:" + site.port() + "\r\n";
    String evil = "Host: evil.example\r\n";
    site.assertRefused(site.state() + evil);
    site.assertRefused(site.state().replace(real, evil + real));
    site.assertRefused(site.state().replace(real, ""));
  }

  @Test
  void refusesATargetThatNamesAHost() throws Exception {
    for (String host : List.of("evil.example", "127.0.0.1:" + site.port())) {
      site.assertRefused(site.state().replace(" /state", " http://" + host + "/state"));
    }
    String port = ":" + site.port();
    for (String target : List.of(
        "//evil.example/state",
        "HTTP://127.0.0.1" + port + "/state",
        "http://user@127.0.0.1" + port + "/state",
        "https://127.0.0.1" + port + "/state",
        "http:/state",
        "file:///state")) {
      site.assertRefused(site.state().replace(" /state", " " + target));
    }
  }

  @Test
  void listensOnTheLoopbackAddressAlone() throws Exception {
    for (NetworkInterface one : NetworkInterface.networkInterfaces().toList()) {
      for (InetAddress address : one.inetAddresses().toList()) {
        boolean isOurs = address.getHostAddress().equals("127.0.0.1");
        assertEquals(isOurs, connects(address), address.toString());
      }
    }
  }

  private static boolean connects(InetAddress address) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, site.port()), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  // ---- pages of other sites ----

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "https://evil.example",
        "http://localhost:PORT",
        "https://127.0.0.1:PORT",
        "http://127.0.0.1:7878",
        "http://127.0.0.1:PORT/",
        "http://127.0.0.1:PORT.evil.example",
        ""
      })
  void refusesAnyOtherOrigin(String origin) throws Exception {
    String other = "Origin: " + origin.replace("PORT", "" + site.port()) + "\r\n";
    site.assertRefused(site.own("GET", PAGE) + other);
    site.assertRefused(site.state() + other);
    site.assertRefused(LiveSite.withToken(site.own("POST", LiveSite.ACTION)) + other);
    site.assertRefused(site.action() + other);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "", "same-origin, none"})
  void refusesWhatComesFromAnotherSite(String from) throws Exception {
    for (String request : List.of(site.own("GET", PAGE), site.state(), site.action())) {
      site.assertRefused(request.replace("Site: same-origin", "Site: " + from));
    }
  }

  @Test
  void refusesAnActionWithoutOrigin() throws Exception {
    site.assertRefused(LiveSite.withToken(site.own("POST", LiveSite.ACTION)));
  }

  @Test
  void letsNoOtherSiteRead() throws Exception {
    String asked = site.own("OPTIONS", LiveSite.ACTION) + "Origin: https://evil.example\r\n"
        + "Access-Control-Request-Method: POST\r\n"
        + "Access-Control-Request-Headers: x-workbook-token\r\n"
        + "Access-Control-Request-Private-Network: true\r\n";
    site.assertRefused(asked);
    for (String request : List.of(asked, site.own("GET", PAGE), site.state(), site.action())) {
      String response = site.ask(request).toLowerCase(Locale.ROOT);
      assertFalse(response.contains("access-control"), response);
      assertFalse(response.contains("set-cookie"), response);
    }
  }

  // ---- the token ----

  @ParameterizedTest
  @ValueSource(strings = {"/state", "/events", LiveSite.ACTION, "/nothing", "/README.md/../state"})
  void refusesWhoeverLacksTheToken(String path) throws Exception {
    site.assertRefused(site.own("GET", path));
    site.assertRefused(site.own("HEAD", path));
    site.assertRefused(site.own("POST", path) + "Origin: " + site.origin() + "\r\n");
  }

  @Test
  void refusesAWrongToken() throws Exception {
    String right = LiveSite.TOKEN.text();
    for (String wrong : List.of(
        "",
        right.substring(1),
        right + "0",
        "0".repeat(32),
        "x",
        right + ", " + right,
        "\u00e9".repeat(32),
        "\"" + right + "\"")) {
      site.assertRefused(site.action().replace(right, wrong));
      site.assertRefused(site.state().replace(right, wrong));
    }
    site.assertRefused(site.action() + "X-Workbook-Token: " + right + "\r\n");
  }

  @Test
  void takesTheTokenFromNowhereElse() throws Exception {
    String token = LiveSite.TOKEN.text();
    String state = site.own("GET", "/state");
    site.assertRefused(state.replace("/state", "/state?token=" + token));
    site.assertRefused(state + "Cookie: token=" + token + "; X-Workbook-Token=" + token + "\r\n");
    site.assertRefused(state + "Authorization: Bearer " + token + "\r\n");
  }

  @Test
  void neverTellsTheToken() throws Exception {
    String question = "q=0123456789abcdef0123456789abcdef";
    String proof = site.ask(site.own("GET", "/proof?" + question));
    assertTrue(proof.contains(LiveSite.TOKEN.proof(question)), proof);
    for (String path : List.of("/", PAGE, "/proof?" + question, "/proof", "/live/app.js")) {
      assertFalse(site.ask(site.own("GET", path)).contains(LiveSite.TOKEN.text()), path);
    }
  }
}
