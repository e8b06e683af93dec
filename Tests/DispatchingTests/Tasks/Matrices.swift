import Dispatching
import LinearProgramming
import RoutingTestSupport

/// Random matrices and what is true of them, worked out without the code under test.
enum Matrices {
  typealias Rows = [[Double?]]

  /// Small matrices of every kind: square and not, with ties, forbidden pairs, negative costs, decimals, copies of rows.
  static func small(_ random: inout RandomProblems.Generator) -> Rows {
    let tasks = Int.random(in: 0...5, using: &random)
    let vehicles = tasks == 0 ? 0 : Int.random(in: max(0, tasks - 1)...tasks + 2, using: &random)
    let range = [0...1, 0...9, -9...9, -1_000_000...1_000_000].randomElement(using: &random)!
    let divisor = [1.0, 1, 10, 100, 3].randomElement(using: &random)!
    let forbidden = [0.0, 0, 0.3, 0.6].randomElement(using: &random)!
    var rows: Rows = (0..<tasks).map { _ in
      (0..<vehicles).map { _ in
        Double.random(in: 0..<1, using: &random) < forbidden
          ? nil : Double(Int.random(in: range, using: &random)) / divisor
      }
    }
    if tasks > 1, Int.random(in: 0..<4, using: &random) == 0 { rows[1] = rows[0] }
    return rows
  }

  /// A matrix of whole numbers.
  static func random(
    tasks: Int, vehicles: Int, in range: ClosedRange<Int>, forbidden: Double, _ random: inout RandomProblems.Generator
  ) -> Rows {
    (0..<tasks).map { _ in
      (0..<vehicles).map { _ in
        Double.random(in: 0..<1, using: &random) < forbidden ? nil : Double(Int.random(in: range, using: &random))
      }
    }
  }

  /// The distances between points of a square, rounded or not.
  static func plane(tasks: Int, vehicles: Int, rounded: Bool, _ random: inout RandomProblems.Generator) -> Rows {
    func points(_ count: Int) -> [(x: Double, y: Double)] {
      (0..<count).map { _ in (Double.random(in: 0...1000, using: &random), Double.random(in: 0...1000, using: &random)) }
    }
    let (from, to) = (points(tasks), points(vehicles))
    return from.map { a in
      to.map { b in
        let distance = ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
        return rounded ? distance.rounded() : distance
      }
    }
  }

  /// The least cost by trying all assignments; `nil` if there is none.
  static func leastCost(_ rows: Rows) -> Double? {
    func least(_ task: Int, _ busy: Int) -> Double? {
      guard task < rows.count else { return 0 }
      var best: Double?
      for (vehicle, cost) in rows[task].enumerated() where busy & (1 << vehicle) == 0 {
        guard let cost, let rest = least(task + 1, busy | 1 << vehicle) else { continue }
        best = min(best ?? .infinity, cost + rest)
      }
      return best
    }
    return least(0, 0)
  }

  /// The least cost by the linear program of all pairs; `nil` if there is none.
  static func leastCostByProgram(_ rows: Rows) throws -> Double? {
    var program = LinearProgram(.minimize)
    let tasks = rows.map { _ in program.addRow("", .equal(1), []) }
    let vehicles = (rows.first ?? []).map { _ in program.addRow("", .atMost(1), []) }
    for (row, task) in zip(rows, tasks) {
      for (cost, vehicle) in zip(row, vehicles) {
        if let cost { program.addColumn(cost: cost, [(task, 1), (vehicle, 1)]) }
      }
    }
    let solution = try program.solve()
    return solution.termination.isOptimal ? solution.objective : nil
  }

  /// What breaks the conditions under which an assignment and prices prove each other.
  static func faults(_ best: TaskAssignment, _ rows: Rows, tolerance: Double = 1e-9) -> [String] {
    var faults: [String] = []
    let vehicleCount = rows.first?.count ?? 0
    if best.vehicles.count != rows.count || Set(best.vehicles).count != rows.count { faults.append("not one vehicle each") }
    if best.taskPrices.count != rows.count || best.vehiclePrices.count != vehicleCount { return faults + ["lengths"] }
    let busy = Set(best.vehicles)
    var total = 0.0
    for (vehicle, price) in best.vehiclePrices.enumerated() {
      if price > 0 || !(price.isFinite) { faults.append("vehicle \(vehicle): price \(price)") }
      if !busy.contains(vehicle) && price != 0 { faults.append("vehicle \(vehicle) is idle at price \(price)") }
      total += price
    }
    for (task, row) in rows.enumerated() {
      total += best.taskPrices[task]
      for (vehicle, cost) in row.enumerated() {
        let isChosen = best.vehicles[task] == vehicle
        guard let cost else {
          if isChosen { faults.append("(\(task), \(vehicle)) is forbidden") }
          continue
        }
        let reduced = cost - best.taskPrices[task] - best.vehiclePrices[vehicle]
        if reduced < -tolerance { faults.append("(\(task), \(vehicle)) is below its prices by \(-reduced)") }
        if isChosen && abs(reduced) > tolerance { faults.append("(\(task), \(vehicle)) is off its prices by \(reduced)") }
      }
    }
    if abs(total - best.cost) > tolerance * Double(1 + rows.count) {
      faults.append("prices add up to \(total), not \(best.cost)")
    }
    return faults
  }

  /// The answer; fails the test if there is none.
  static func best(_ rows: Rows, confirming: Bool = false) throws -> TaskAssignment {
    let outcome = try CostMatrix(rows).assign(confirming: confirming)
    guard case .optimal(let best) = outcome else { throw Unexpected(outcome: "\(outcome)") }
    return best
  }

  struct Unexpected: Error {
    let outcome: String
  }

  /// The least cost of a changed problem, found anew; `nil` if there is no assignment.
  static func costAnew(_ rows: Rows) throws -> Double? {
    guard case .optimal(let best) = try CostMatrix(rows).assign() else { return nil }
    return best.cost
  }
}
