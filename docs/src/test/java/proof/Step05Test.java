package proof;

import project.Step;

class Step05Test extends ExerciseProof {

  Step05Test() {
    super(Step.STEP5);
  }
}
