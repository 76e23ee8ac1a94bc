package proof;

class Step02Test extends ExerciseProof {

  Step02Test() {
    super(Step.STEP2);
  }
}
