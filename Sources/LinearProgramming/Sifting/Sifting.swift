/// Solves a linear program of far more columns than rows by a sequence of programs of few columns.
///
/// The columns left out rest at a bound. The prices of a small program's optimum are right for the whole once no resting column would
/// improve the objective by leaving its bound; else the most promising come in and the simplex method goes on (R. E. Bixby,
/// J. W. Gregory, I. J. Lustig, R. E. Marsten, D. F. Shanno: "Very large-scale linear programming: a case study in combining interior
/// point and simplex methods", Operations Research 40, 1992). Where a small program is infeasible, its Farkas multipliers price
/// the columns instead: those that break the proof come in, and a proof that none breaks holds for the whole.
struct Sifting {
  /// How many times as many columns as rows there must be for this to be faster than one program of all.
  static let worthwhile = 3

  private let program: FlatProgram
  /// Where each column stands; that of an active one is the last solve's.
  private var statuses: [Basis.Status]
  /// The value of each column where it is not active.
  private var resting: [Double]
  private var rowStatuses: [Basis.Status]?
  /// The columns of the small program, in the order in which they came in.
  private var active: [Int] = []
  private var isActive: [Bool]
  private let sign: Double

  /// - Parameters:
  ///   - start: The basis of an earlier solution: its basic columns are the first small program.
  ///   - incumbent: A point whose columns belong to the first small program: its prices then are those of no worse a point.
  init(_ program: FlatProgram, from start: Basis?, incumbent: Vector<Column>?) {
    self.program = program
    sign = program.sense == .minimize ? 1 : -1
    let given = start?.extended(columns: program.columnCount, rows: program.rowCount)
    let places = program.costs.indices.map { program.restingPlace(of: $0, given?.columns[$0] ?? .atLower) }
    statuses = places.map(\.status)
    resting = places.map(\.value)
    isActive = Array(repeating: false, count: program.columnCount)
    if let given {
      rowStatuses = given.rows
      for column in given.columns.indices where given.columns[column] == .basic {
        statuses[column] = .basic
        activate(column)
      }
    } else {
      for column in SiftingChoice(program).cheapest(sign: sign) { activate(column) }
    }
    for (column, value) in (incumbent?.elements ?? []).enumerated() where value != resting[column] { activate(column) }
    // A free column is at no bound that prices could hold it at.
    for column in statuses.indices where statuses[column] == .free { activate(column) }
  }

  private mutating func activate(_ column: Int) {
    if isActive[column] { return }
    isActive[column] = true
    active.append(column)
  }

  mutating func run(_ effort: inout Effort) -> Solution {
    var startWasUsed: Bool?
    while true {
      let start = rowStatuses.map { Basis(columns: active.map { statuses[$0] }, rows: $0) }
      let small = effort.solve(program.part(active, resting: resting), from: start, .automatic)
      if let basis = small.basis {
        for (column, status) in zip(active, basis.columns) { statuses[column] = status }
        rowStatuses = basis.rows
      }
      startWasUsed = startWasUsed ?? small.startWasUsed
      guard let answer = settled(small) else { continue }
      var solution = answer
      solution.startWasUsed = startWasUsed ?? false
      return solution
    }
  }

  /// The solution of the whole program that follows from that of the small one, or `nil` after more columns came in.
  private mutating func settled(_ small: Solution) -> Solution? {
    switch small.termination {
    case .optimal:
      let reduced = program.reducedCosts(at: small.prices.elements, from: program.costs)
      if takeIn(reduced.map { sign * $0 }, relativeTo: program.costs) { return nil }
      var solution = whole(small, .optimal)
      solution.prices = small.prices
      solution.reducedCosts = Vector(reduced)
      solution.bound = solution.objective
      return solution
    case .infeasible(let proof):
      // A column helps by whatever lets the least value of the proof's sum get less.
      if let proof {
        let sums = program.reducedCosts(at: proof.multipliers.elements, from: nil).map { -$0 }
        if takeIn(sums, relativeTo: nil) { return nil }
        if proof.holds(for: program) { return whole(small, small.termination) }
      }
      return takeInAll() ? nil : whole(small, small.termination)
    case .unbounded(let ray):
      // What is feasible for a part and improves for ever is and does so for the whole.
      return whole(small, .unbounded(ray.map { Ray(direction: Vector(spread($0.direction.elements, over: nil))) }))
    case .numericalTrouble:
      return takeInAll() ? nil : whole(small, small.termination)
    case .timeLimit, .iterationLimit, .memoryLimit, .cancelled:
      return whole(small, small.termination)
    }
  }

  /// Gives up sifting: everything comes in.
  ///
  /// - Returns: Whether something was left out.
  private mutating func takeInAll() -> Bool {
    let before = active.count
    for column in statuses.indices { activate(column) }
    return active.count > before
  }

  /// Takes in columns that gain by leaving the bound they rest at.
  ///
  /// - Parameters:
  ///   - slopes: By how much each unit up makes things worse.
  ///   - sizes: What the slopes were worked out from; what is small beside it is round-off.
  /// - Returns: Whether there were any.
  private mutating func takeIn(_ slopes: [Double], relativeTo sizes: [Double]?) -> Bool {
    var violated: [(column: Int, gain: Double)] = []
    for column in slopes.indices where !isActive[column] && statuses[column] != .fixed {
      let gain = statuses[column] == .atUpper ? slopes[column] : -slopes[column]
      if gain > (sizes.map { 1e-8 * (1 + abs($0[column])) } ?? 1e-9) { violated.append((column, gain)) }
    }
    if violated.isEmpty { return false }
    for column in SiftingChoice(program).mostPromising(violated) { activate(column) }
    return true
  }

  /// A value for each column of the program: those of the small program, and for all others where they rest, or 0.
  private func spread(_ values: [Double], over base: [Double]?) -> [Double] {
    var all = base ?? [Double](repeating: 0, count: program.columnCount)
    for (column, value) in zip(active, values) { all[column] = value }
    return all
  }

  /// Point and basis of the small program as those of the whole.
  private func whole(_ small: Solution, _ termination: Termination) -> Solution {
    var solution = Solution(termination, sense: program.sense)
    if !small.values.isEmpty {
      let values = spread(small.values.elements, over: resting)
      solution.values = Vector(values)
      solution.objective = program.objective(of: values)
    }
    if let rowStatuses { solution.basis = Basis(columns: statuses, rows: rowStatuses) }
    return solution
  }
}
