package proof;

import project.Step;

class Step04Test extends ExerciseProof {

  Step04Test() {
    super(Step.STEP4);
  }
}
