package proof;

import project.Step;

class Step02Test extends ExerciseProof {

  Step02Test() {
    super(Step.STEP2);
  }
}
