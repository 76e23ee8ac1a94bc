package drawn;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.Location;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.LocatableEvent;
import com.sun.jdi.event.MethodExitEvent;
import com.sun.jdi.request.EventRequest;
import engine.Compiler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import judge.seen.ChildProcess;
import judge.words.Wait;
import project.Project;
import project.Source;
import project.Step;

/**
 * A listing, unchanged or as a page changes it, under the debugger. Whoever wants to know what its
 * threads do names points in it; a thread that comes to a point stands still while that is told.
 */
final class Program implements AutoCloseable {

  private static final String POINT = "point";

  private final String type;
  private final Path source;
  private final ChildProcess process;
  private final VirtualMachine machine;
  private final Set<ThreadReference> held = new HashSet<>();

  /** A listing, or a copy of it with a change. */
  Program(Step step, Path listing) throws Exception {
    type = "listings." + listing.getFileName().toString().replace(".java", "");
    source = listing;
    Path classes = Project.newFolder("drawn");
    Compiler.compile(List.of(source), List.of(), classes);
    process = ChildProcess.start(ChildProcess.java(List.of(
        "-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=127.0.0.1:0",
        "-Dport=0",
        "-cp",
        Project.classPath(List.of(classes, step.pages())),
        type)));
    machine = attach(process.awaitLine("dt_socket").replaceAll("\\D+", " ").strip());
  }

  /** Listing 20-{@code number}, which does nothing before {@link #go}. */
  static Program listing(Step step, int number) throws Exception {
    return new Program(
        step, step.listings().resolve(String.format(Locale.ROOT, "Listing%02d.java", number)));
  }

  private static VirtualMachine attach(String port)
      throws IOException, IllegalConnectorArgumentsException {
    AttachingConnector connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
        .filter(one -> one.name().equals("com.sun.jdi.SocketAttach"))
        .findFirst()
        .orElseThrow();
    var arguments = connector.defaultArguments();
    arguments.get("hostname").setValue("127.0.0.1");
    arguments.get("port").setValue(port);
    return connector.attach(arguments);
  }

  // ---- points ----

  /** Where a method begins; of a synchronized one, when its thread has the lock. */
  void entry(String of, String method, Consumer<Stop> told) {
    at(of, loaded -> {
      for (var one : loaded.methodsByName(method)) {
        if (one.location() != null) {
          breakpoint(one.location(), told);
        }
      }
    });
  }

  /** Where a method of the listing begins. */
  void entry(String method, Consumer<Stop> told) {
    entry(type, method, told);
  }

  /** The listing's line with this text; the class in the listing that has it, or "". */
  void line(String of, String text, int after, Consumer<Stop> told) {
    List<String> lines = Source.read(source).lines().toList();
    int number = 1;
    while (!lines.get(number - 1).contains(text)) {
      number++;
    }
    int line = number + after;
    at(inner(of), loaded -> {
      try {
        breakpoint(loaded.locationsOfLine(line).get(0), told);
      } catch (AbsentInformationException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  /** Where a method ends, with what it returns. */
  void exit(String of, String method, BiConsumer<Stop, ObjectReference> told) {
    var request = machine.eventRequestManager().createMethodExitRequest();
    request.addClassFilter(of);
    enable(request, stop -> {
      var exit = (MethodExitEvent) stop.event();
      if (exit.method().name().equals(method)) {
        told.accept(stop, exit.returnValue() instanceof ObjectReference object ? object : null);
      }
    });
  }

  /** Where a thread lets go of a lock of the listing and sleeps, in {@code wait}. */
  void waiting(Consumer<Stop> told) {
    var request = machine.eventRequestManager().createMonitorWaitRequest();
    request.addClassFilter(type + "*"); // the JDK's own threads wait, too
    enable(request, told);
  }

  /** Where a thread was woken in {@code wait}; it does not have the lock yet. */
  void woken(Consumer<Stop> told) {
    var request = machine.eventRequestManager().createMonitorWaitedRequest();
    request.addClassFilter(type + "*");
    enable(request, told);
  }

  /** Where a thread finds that another has the lock. */
  void locked(Consumer<Stop> told) {
    var request = machine.eventRequestManager().createMonitorContendedEnterRequest();
    request.addClassFilter(type + "*");
    enable(request, told);
  }

  /** The full name of a class in the listing; of the listing itself for "". */
  String inner(String name) {
    return name.isEmpty() ? type : type + "$" + name;
  }

  private void at(String of, Consumer<ReferenceType> install) {
    machine.classesByName(of).forEach(install);
    var request = machine.eventRequestManager().createClassPrepareRequest();
    request.addClassFilter(of);
    request.putProperty(POINT, install);
    request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
    request.enable();
  }

  private void breakpoint(Location location, Consumer<Stop> told) {
    enable(machine.eventRequestManager().createBreakpointRequest(location), told);
  }

  private static void enable(EventRequest request, Consumer<Stop> told) {
    request.putProperty(POINT, told);
    request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
    request.enable();
  }

  // ---- going ----

  /** Lets it begin, and returns its port when it listens. */
  int go() throws InterruptedException {
    Thread telling = new Thread(this::tell, "what " + type + " does");
    telling.setDaemon(true);
    telling.start(); // it resumes the machine, whose start is the first event
    return process.awaitPort();
  }

  private void tell() {
    try {
      while (true) {
        EventSet events = machine.eventQueue().remove();
        events.forEach(this::tell);
        resume(events);
      }
    } catch (VMDisconnectedException | InterruptedException e) {
      // It has ended.
    }
  }

  @SuppressWarnings("unchecked")
  private void tell(Event event) {
    Object point = event.request() == null ? null : event.request().getProperty(POINT);
    if (event instanceof ClassPrepareEvent loaded) {
      ((Consumer<ReferenceType>) point).accept(loaded.referenceType());
    } else if (event instanceof LocatableEvent place) {
      ((Consumer<Stop>) point).accept(new Stop(place, () -> hold(place.thread())));
    }
  }

  private void resume(EventSet events) {
    List<ThreadReference> threads = new ArrayList<>();
    for (Event event : events) {
      if (event instanceof LocatableEvent place) {
        threads.add(place.thread());
      }
    }
    synchronized (held) {
      if (threads.stream().noneMatch(held::contains)) {
        events.resume();
      }
    }
  }

  private void hold(ThreadReference thread) {
    synchronized (held) {
      held.add(thread);
    }
  }

  /** Lets all go on that are held, once one is. */
  void release() {
    Wait.until("a thread of " + type + " is held", () -> !held().isEmpty());
    synchronized (held) {
      held.forEach(ThreadReference::resume);
      held.clear();
    }
  }

  /** Ends it as Ctrl-C does. */
  void stop() {
    process.stop();
  }

  private Set<ThreadReference> held() {
    synchronized (held) {
      return Set.copyOf(held);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
