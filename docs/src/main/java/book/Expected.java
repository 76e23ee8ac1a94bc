package book;

import java.util.List;

/** What a block says that is printed. */
interface Expected {

  /** Whether it stands for these lines, all of them. */
  boolean matches(List<String> found);

  /** The same with as few changes as make it stand for the lines found. */
  List<String> mendedBy(List<String> found);
}
