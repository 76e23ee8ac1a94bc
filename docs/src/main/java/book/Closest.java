package book;

import java.util.List;
import java.util.Optional;

/**
 * The lines of a text that are most like a piece of a page.
 *
 * @param from the index of the first one
 * @param to the index after the last one
 */
record Closest(int from, int to) {

  /** How unlike each line may be on the average: 0 is the same, 1 has nothing in common. */
  private static final double MOST = 0.5;

  private static final double TEXT_HAS_MORE = 0.6;

  static Optional<Closest> in(List<String> text, List<String> piece) {
    double[][] cost = new double[piece.size() + 1][text.size() + 1];
    int[][] start = new int[piece.size() + 1][text.size() + 1];
    for (int j = 0; j <= text.size(); j++) {
      start[0][j] = j;
    }
    for (int i = 1; i <= piece.size(); i++) {
      cost[i][0] = i;
      for (int j = 1; j <= text.size(); j++) {
        cost[i][j] = cost[i - 1][j - 1] + unlike(piece.get(i - 1), text.get(j - 1));
        start[i][j] = start[i - 1][j - 1];
        choose(cost, start, i, j, cost[i - 1][j] + 1, start[i - 1][j]);
        choose(cost, start, i, j, cost[i][j - 1] + TEXT_HAS_MORE, start[i][j - 1]);
      }
    }
    int end = 0;
    for (int j = 1; j <= text.size(); j++) {
      end = cost[piece.size()][j] < cost[piece.size()][end] ? j : end;
    }
    boolean isLike = cost[piece.size()][end] <= MOST * piece.size();
    int begin = start[piece.size()][end];
    return isLike && begin < end ? Optional.of(new Closest(begin, end)) : Optional.empty();
  }

  private static void choose(double[][] cost, int[][] start, int i, int j, double other, int from) {
    if (other < cost[i][j]) {
      cost[i][j] = other;
      start[i][j] = from;
    }
  }

  /** From 0, if they differ in nothing but their indent, to 1. */
  private static double unlike(String line, String other) {
    String a = line.strip();
    String b = other.strip();
    if (a.equals(b)) {
      return 0;
    }
    int[] common = new int[b.length() + 1];
    for (char c : a.toCharArray()) {
      int diagonal = 0;
      for (int j = 1; j <= b.length(); j++) {
        int above = common[j];
        common[j] = b.charAt(j - 1) == c ? diagonal + 1 : Math.max(above, common[j - 1]);
        diagonal = above;
      }
    }
    return 1 - 2.0 * common[b.length()] / (a.length() + b.length());
  }
}
