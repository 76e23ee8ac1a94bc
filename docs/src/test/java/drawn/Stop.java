package drawn;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.ClassNotLoadedException;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.InvalidTypeException;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.StackFrame;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.Value;
import com.sun.jdi.event.LocatableEvent;

/**
 * A thread of the program that stands at a point, and what it has in its hands there.
 *
 * @param holding what keeps it there
 */
record Stop(LocatableEvent event, Runnable holding) {

  String thread() {
    return event.thread().name();
  }

  /** Leaves the thread where it stands, until {@link Program#release}. */
  void hold() {
    holding.run();
  }

  /** A text that the method was given. */
  String text(int argument) {
    return argument(argument).toString().replace("\"", "");
  }

  /** What tells an object that the method was given from others. */
  long object(int argument) {
    return ((ObjectReference) argument(argument)).uniqueID();
  }

  /** The thread that the method belongs to. */
  String self() {
    return ((ThreadReference) frame().thisObject()).name();
  }

  /** Gives the method another number in place of the one it was given, and returns that one. */
  int replace(String parameter, int number) {
    StackFrame frame = frame();
    try {
      var variable = frame.visibleVariableByName(parameter);
      int given = Integer.parseInt(frame.getValue(variable).toString());
      frame.setValue(variable, event.virtualMachine().mirrorOf(number));
      return given;
    } catch (AbsentInformationException | InvalidTypeException | ClassNotLoadedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the thread has the lock of an object of this class. */
  boolean hasLock(String type) {
    try {
      return event.thread().ownedMonitors().stream()
          .anyMatch(one -> one.referenceType().name().endsWith("$" + type));
    } catch (IncompatibleThreadStateException e) {
      throw new IllegalStateException(e);
    }
  }

  private Value argument(int number) {
    return frame().getArgumentValues().get(number);
  }

  private StackFrame frame() {
    try {
      return event.thread().frame(0);
    } catch (IncompatibleThreadStateException e) {
      throw new IllegalStateException(e);
    }
  }
}
