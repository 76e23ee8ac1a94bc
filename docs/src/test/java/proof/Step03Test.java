package proof;

import project.Step;

class Step03Test extends ExerciseProof {

  Step03Test() {
    super(Step.STEP3);
  }
}
