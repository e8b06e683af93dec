/// A column that a search proposes to a master program.
///
/// ```swift
/// let route = GeneratedColumn(cost: 420, [(customer3, 1), (customer7, 1), (van, 1)], meaning: [3, 7])
/// ```
public struct GeneratedColumn<Meaning> {
  /// What one unit contributes to the objective.
  public var cost: Double
  /// What one unit contributes to rows of the master.
  public var coefficients: [(Row, Double)]
  /// What it stands for, kept beside it; a master has one column of a meaning.
  public var meaning: Meaning

  /// A column of zero or more units. A limit on them is a row of the master: under a bound of its own a column could be worth having
  /// and in the master already.
  public init(cost: Double, _ coefficients: [(Row, Double)], meaning: Meaning) {
    self.cost = cost
    self.coefficients = coefficients
    self.meaning = meaning
  }
}

extension GeneratedColumn: Sendable where Meaning: Sendable {}
