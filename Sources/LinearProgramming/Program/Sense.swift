/// Which way the objective should go.
public enum Sense: Hashable, Sendable {
  /// The least value is best.
  case minimize
  /// The greatest value is best.
  case maximize
}
