package proof;

import project.Step;

class Step01Test extends ExerciseProof {

  Step01Test() {
    super(Step.STEP1);
  }
}
