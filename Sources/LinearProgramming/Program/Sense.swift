/// Which way the objective should go.
///
/// ```swift
/// var program = LinearProgram(.maximize)
/// program.addColumn("x", cost: 2, in: 0...3)
/// print(try program.solve().objective)  // 6.0
/// program.sense = .minimize
/// print(try program.solve().objective)  // 0.0
/// ```
public enum Sense: Hashable, Sendable {
  /// The least value is best.
  case minimize
  /// The greatest value is best.
  case maximize
}
