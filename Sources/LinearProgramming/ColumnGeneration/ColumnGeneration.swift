/// Column generation: a linear program of more columns than anyone could write down, solved over those few that matter.
///
/// The master holds the rows and some columns. Its prices are handed to a search of the caller's, which knows what the columns mean and
/// returns those that would improve the master, or proves that there is none (P. Gilmore and R. Gomory, "A linear programming approach
/// to the cutting-stock problem", 1961). The prices asked about are a mean of the master's own and those under which most was
/// proved, which keeps them from leaping between corners (P. Wentges, "Weighted Dantzig-Wolfe decomposition for linear mixed-integer
/// programming", 1997); where a mean leads to no new column, the weight moves to the master's own. Every exact answer proves a
/// bound, and the best is kept, so that the loop may be left after any round.
///
/// ```swift
/// var master = LinearProgram(.minimize)
/// let demand = master.addRow("demand", .atLeast(7), [:])
/// master.addColumn("short", cost: 100, [demand: 1])       // keeps the master feasible
/// var generation = ColumnGeneration<Int>(master)
/// try generation.run { prices, _ in
///   // Of patterns of one to four pieces, each at a cost of 3 more than its pieces, the one of least reduced cost.
///   func reduced(_ pieces: Int) -> Double { Double(3 + pieces) - prices[demand] * Double(pieces) }
///   let best = (1...4).min { reduced($0) < reduced($1) }!
///   return PricedColumns([GeneratedColumn(cost: Double(3 + best), [(demand, Double(best))], meaning: best)])
/// }
/// print(generation.solution!.objective)                   // 12.25: 7/4 patterns of four
/// ```
///
/// The master must be feasible by its static columns alone, for which a column of great cost in each row will do.
public struct ColumnGeneration<Meaning: Hashable> {
  /// The master: static columns first, then the generated ones in the order of ``meanings``.
  public internal(set) var master: LinearProgram
  /// How many columns the master had before any was generated.
  public let staticCount: Int
  /// What each generated column stands for; no two mean the same.
  public internal(set) var meanings: [Meaning] = []
  var known: Set<Meaning> = []
  /// The last solution of the master; nil before the first round.
  public internal(set) var solution: Solution?
  /// The best bound that was proved; nil without one.
  public internal(set) var bound: Double?
  /// The prices under which it was proved; empty without one.
  public internal(set) var boundPrices = Vector<Row>()
  /// How many linear programs were solved.
  public internal(set) var rounds = 0

  /// Why the loop ended.
  public enum End: Hashable, Sendable {
    /// No column improves the master: its solution is that of the whole program, up to the tolerance.
    case converged
    /// ``ColumnGenerationLimit/target`` is proved.
    case reachedTarget
    /// A limit came first.
    case limit
    /// The caller said so after a round.
    case stopped
    /// The master could not be solved to optimality; its end says why.
    case unsolved(Termination)
  }

  /// A loop over a master that has its rows and static columns.
  public init(_ master: LinearProgram) {
    self.master = master
    staticCount = master.columnCount
  }

  /// The column of the master that the i-th meaning has.
  public func column(_ meaning: Int) -> Column { Column(staticCount + meaning) }

  /// Adds a column unless one of its meaning is there.
  ///
  /// - Returns: Whether it was added.
  @discardableResult
  public mutating func add(_ column: GeneratedColumn<Meaning>) -> Bool {
    guard known.insert(column.meaning).inserted else { return false }
    master.addColumn(cost: column.cost, column.coefficients)
    meanings.append(column.meaning)
    return true
  }

  /// Forgets what was proved, for a program whose bounds or costs have changed. Prices stay as a place to begin.
  public mutating func forgetBound() { bound = nil }

  /// Changes bounds and costs of the master's columns and rows, as a branch of a tree does. Rows and columns stay as many as they are.
  ///
  /// - Precondition: The change adds none.
  public mutating func change(_ body: (inout LinearProgram) -> Void) {
    let before = (master.columnCount, master.rowCount)
    body(&master)
    precondition(before == (master.columnCount, master.rowCount), "a change of the master that adds rows or columns")
    forgetBound()
  }

  /// Takes prices as the place to begin from, and what they prove if that is known.
  ///
  /// - Precondition: There is a price for each row of the master.
  public mutating func begin(at prices: Vector<Row>, bound: Double?) {
    precondition(prices.count == master.rowCount, "\(prices.count) prices for \(master.rowCount) rows")
    boundPrices = prices
    self.bound = bound
  }
}

extension ColumnGeneration: Sendable where Meaning: Sendable {}
