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
  /// The values it may take.
  public var bounds: Bounds
  /// What it stands for, kept beside it.
  public var meaning: Meaning

  /// A column of zero or more units unless said otherwise.
  public init(cost: Double, _ coefficients: [(Row, Double)], in bounds: Bounds = .nonnegative, meaning: Meaning) {
    self.cost = cost
    self.coefficients = coefficients
    self.bounds = bounds
    self.meaning = meaning
  }
}

extension GeneratedColumn: Sendable where Meaning: Sendable {}
