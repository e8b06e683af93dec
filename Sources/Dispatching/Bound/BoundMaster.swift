import LinearProgramming
import Routing

/// The linear program of column generation for one group: each job exactly once on walks or left out, of each type no more walks than
/// vehicles, at the least cost.
struct BoundMaster {
  /// What a solve says.
  struct Prices {
    /// For each job of the group.
    let jobs: [Double]
    /// For each type of the group, what one more vehicle saves; zero or more but for rounding.
    let vehicles: [Double]
    /// The optimum over the walks that are there.
    let objective: Double
  }

  private let jobRows: [Int: Int]
  private let typeRows: [Int: Int]
  private let leavingOut: [Int]
  private let counts: [Int]
  private var walks: [Walk] = []
  private var known: Set<Walk> = []
  private var program = LinearProgram(.minimize)
  private var basis: Basis?

  /// - Parameters:
  ///   - leavingOut: For each job of the group what leaving it out costs.
  ///   - counts: For each type of the group how many walks there may be.
  init(_ group: Group, leavingOut: [Int], counts: [Int]) {
    jobRows = Dictionary(uniqueKeysWithValues: group.jobs.enumerated().map { ($0.element, $0.offset) })
    typeRows = Dictionary(uniqueKeysWithValues: group.types.enumerated().map { ($0.element, group.jobs.count + $0.offset) })
    self.leavingOut = leavingOut
    self.counts = counts
    rebuild()
  }

  private mutating func rebuild() {
    program = LinearProgram(.minimize)
    for _ in leavingOut { program.addRow("", .equal(1), [:]) }
    for count in counts { program.addRow("", .atMost(Double(count)), [:]) }
    for (row, cost) in leavingOut.enumerated() { program.addColumn(cost: Double(cost), [(Row(row), 1)]) }
    for walk in walks { addColumn(walk) }
  }

  private mutating func addColumn(_ walk: Walk) {
    let rows = walk.jobs.compactMap { jobRows[$0] } + [typeRows[walk.type]].compactMap(\.self)
    program.addColumn(cost: Double(walk.cost), rows.map { (Row($0), 1) })
  }

  /// Adds a walk over jobs of the group.
  ///
  /// - Returns: Whether it was not there before.
  @discardableResult
  mutating func add(_ walk: Walk) -> Bool {
    guard known.insert(walk).inserted else { return false }
    walks.append(walk)
    addColumn(walk)
    return true
  }

  /// Solves the program, by the primal method from where the last solve ended: new walks leave that point feasible. `nil` if the
  /// solver gave up or a limit came first.
  mutating func solve(until deadline: ContinuousClock.Instant?) -> Prices? {
    var options = SolveOptions()
    options.start = basis
    options.method = basis == nil ? .dual : .primal
    options.timeLimit = deadline.map { $0 - ContinuousClock.now }
    let solution: Solution
    do { solution = try program.solve(options) } catch { preconditionFailure("a program of valid costs is refused: \(error)") }
    guard solution.termination.isOptimal else { return nil }
    basis = solution.basis
    forgetIdle(solution)
    let prices = solution.prices.elements
    return Prices(
      jobs: Array(prices[..<leavingOut.count]), vehicles: prices[leavingOut.count...].map { -$0 }, objective: solution.objective)
  }

  /// Drops the walks of the greatest reduced cost once there are too many: what a step costs grows with all of them, and the search
  /// finds again what is missed.
  private mutating func forgetIdle(_ solution: Solution) {
    let jobs = leavingOut.count
    guard walks.count > 12 * jobs + 2000, let basis else { return }
    let reduced = solution.reducedCosts.elements
    let order = walks.indices.sorted { (reduced[jobs + $0], $0) < (reduced[jobs + $1], $1) }
    let near = Set(order.prefix(5 * jobs + 800))
    let kept = walks.indices.filter { near.contains($0) || basis.columns[jobs + $0] == .basic }
    self.basis = Basis(columns: Array(basis.columns[..<jobs]) + kept.map { basis.columns[jobs + $0] }, rows: basis.rows)
    walks = kept.map { walks[$0] }
    known = Set(walks)
    rebuild()
  }
}
