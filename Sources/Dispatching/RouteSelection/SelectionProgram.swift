import LinearProgramming
import Routing

/// The set partitioning program of some candidates: a row for each job that says it is on one route or left out, a row for each vehicle
/// type that says how many there are.
///
/// Columns first leave out each job, at its drop cost or the price of a missing one, so that the program is always feasible;
/// the candidates follow.
struct SelectionProgram {
  private(set) var program = LinearProgram(.minimize)
  /// Which candidates are columns, ascending.
  let members: [Int]
  private let jobCount: Int
  private let typeCount: Int

  /// - Parameters:
  ///   - members: The candidates to take, ascending.
  ///   - leavingOut: For each job what leaving it out costs.
  init(_ problem: RoutingProblem, _ candidates: [Candidates.Candidate], members: [Int], leavingOut: [Int]) {
    self.members = members
    jobCount = problem.jobs.count
    typeCount = problem.vehicles.count
    for _ in 0..<jobCount { program.addRow("", .equal(1), [:]) }
    for vehicle in problem.vehicles { program.addRow("", .atMost(Double(vehicle.count)), [:]) }
    for (job, cost) in leavingOut.enumerated() { program.addColumn(cost: Double(cost), [(Row(job), 1)]) }
    for member in members {
      let candidate = candidates[member]
      let rows = candidate.route.jobs.map { (Row($0), 1.0) } + [(Row(jobCount + candidate.route.vehicle), 1.0)]
      program.addColumn(cost: Double(candidate.cost), rows)
    }
  }

  /// The column of the i-th member.
  func column(_ member: Int) -> Column { Column(jobCount + member) }

  /// Fixes a member to be chosen or not, or leaves it open again.
  mutating func fix(_ member: Int, _ chosen: Bool?) {
    program[boundsOf: column(member)] = chosen.map { .equal($0 ? 1 : 0) } ?? .nonnegative
  }

  /// The basis of a plan. For each route one of its jobs' rows is held by the route itself, every other row by the column that leaves the job
  /// out, which is then zero; the matrix is triangular, so the primal method may begin there.
  func basis(of plan: Set<Int>, _ candidates: [Candidates.Candidate]) -> Basis {
    var columns = [Basis.Status](repeating: .basic, count: jobCount) + Array(repeating: .atLower, count: members.count)
    for (index, member) in members.enumerated() where plan.contains(member) {
      guard let pivot = candidates[member].route.jobs.first else { continue }
      columns[pivot] = .atLower
      columns[jobCount + index] = .basic
    }
    let rows = [Basis.Status](repeating: .fixed, count: jobCount) + Array(repeating: .basic, count: typeCount)
    return Basis(columns: columns, rows: rows)
  }
}
