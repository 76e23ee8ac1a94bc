package book;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import judge.words.Wait;
import project.Step;

/** The lab that a page's reader has open: its lines are typed, what they print is compared. */
final class LabReplay implements AutoCloseable {

  private final Step step;
  private final PagePorts ports;
  private final Witness witness;
  private Lab lab;

  /**
   * No lab is open before the first line is typed.
   *
   * @param step whose lab it is, if a block names no other
   */
  LabReplay(Step step, PagePorts ports, Witness witness) {
    this.step = step;
    this.ports = ports;
    this.witness = witness;
  }

  void replay(Fence fence) throws IOException, Mismatch {
    List<Part> parts = Part.of(fence.lines(), Lab.PROMPT, Lab.MORE);
    Optional<String> named = fence.option("step");
    if (named.isPresent()) {
      close();
      open(Step.values()[Integer.parseInt(named.get()) - 1]);
      if (parts.isEmpty() || !parts.get(0).input().isEmpty()) {
        parts.add(0, new Part("", List.of())); // it should say how the lab begins
      }
    }
    Blocks found = new Blocks();
    int line = 0;
    for (Part part : parts) {
      line += part.input().isEmpty() ? 0 : 1;
      List<String> printed = part.output(); // as the page has it, if nothing can be compared
      try {
        printed = output(part, fence.info().contains("mixed"));
      } catch (Mismatch e) {
        found.add(e.below(line));
      }
      found.add(part, printed);
      line += part.output().size();
    }
    found.require(fence);
  }

  private void open(Step other) throws IOException {
    lab = new Lab(other, ports.real().get("7878"));
  }

  /** Types what stands after the prompt; without a prompt nothing. */
  private void type(String input) throws IOException {
    if (lab == null) {
      open(step);
    }
    if (!input.isEmpty()) {
      Count.LAB_LINES.add(1);
      lab.type(ports.toReal(input.substring(Lab.PROMPT.length())));
    }
  }

  /** What is printed when it is typed: what the block says, if that is true. */
  private List<String> output(Part part, boolean isMixed) throws IOException, Mismatch {
    if (part.input().equals(Lab.PROMPT + "/exit")) {
      close();
      witness.saw(part.input(), List.of());
      return part.output();
    }
    type(part.input());
    List<String> written = part.strippedOutput();
    Expected expected = isMixed ? Mixed.of(written) : new Transcript(written);
    // What a thread prints may come after the prompt.
    boolean isTrue = Wait.until(() -> expected.matches(printed()), 5_000);
    List<String> printed = printed();
    witness.saw(part.input(), printed);
    if (isTrue) {
      return part.output();
    }
    List<String> mended = new ArrayList<>(expected.mendedBy(printed));
    mended.addAll(part.output().subList(written.size(), part.output().size())); // empty lines
    return mended;
  }

  private List<String> printed() {
    return lab.output().stream().map(ports::toPages).toList();
  }

  @Override
  public void close() throws IOException {
    if (lab != null) {
      lab.close();
      lab = null;
    }
  }
}
