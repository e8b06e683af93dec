/// The optimum of a mixed-integer program without the demand for whole numbers: what its rows are worth at the margin.
///
/// ```swift
/// var options = SolveOptions()
/// options.search = .dive
/// let solution = try program.solve(options)
/// if let relaxation = solution.relaxation { print(relaxation.objective, relaxation.prices[crew]) }
/// ```
public struct Relaxation: Hashable, Sendable {
  /// The objective, in the unit of the costs.
  public let objective: Double
  /// What each row is worth, as `Solution.prices` of a linear program.
  public let prices: Vector<Row>
  /// For each column its cost less what it uses at the prices.
  public let reducedCosts: Vector<Column>
}
