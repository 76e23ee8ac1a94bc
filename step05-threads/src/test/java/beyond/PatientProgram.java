package beyond;

import java.io.IOException;

/** The sturdy server as a program, but silent clients may stay for long. */
final class PatientProgram {

  private PatientProgram() {}

  public static void main(String[] args) throws IOException {
    Program.run(Small.PATIENT);
  }
}
