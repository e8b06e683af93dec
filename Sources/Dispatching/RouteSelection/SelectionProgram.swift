import LinearProgramming
import Routing

/// The set partitioning program of some candidates of one group: a row for each job that says it is on one route or left out, a row for
/// each vehicle type that says how many there are.
///
/// Columns first leave out each job, at its drop cost or the price of a missing one, so that the program is always feasible;
/// the candidates follow.
struct SelectionProgram {
  private(set) var program = LinearProgram(.minimize)
  /// Which candidates are columns.
  let members: [Int]
  private let jobCount: Int

  /// - Parameters:
  ///   - members: The candidates to take; their jobs and types are in the group.
  ///   - leavingOut: For each job of the problem what leaving it out costs.
  init(_ problem: RoutingProblem, _ group: Group, _ candidates: [Candidates.Candidate], members: [Int], leavingOut: [Int]) {
    self.members = members
    jobCount = group.jobs.count
    var rows: [Int: Row] = [:]
    for job in group.jobs { rows[job] = program.addRow("", .equal(1), [:]) }
    let fleet = group.types.reduce(into: [Int: Row]()) { rows, type in
      rows[type] = program.addRow("", .atMost(Double(problem.vehicles[type].count)), [:])
    }
    for (index, job) in group.jobs.enumerated() { program.addColumn(cost: Double(leavingOut[job]), [(Row(index), 1)]) }
    for member in members {
      let candidate = candidates[member]
      let served = candidate.route.jobs.compactMap { rows[$0] } + [fleet[candidate.route.vehicle]].compactMap(\.self)
      program.addColumn(cost: Double(candidate.cost), served.map { ($0, 1) })
    }
  }

  /// The column of the i-th member.
  func column(_ member: Int) -> Column { Column(jobCount + member) }

  /// Fixes a member to be chosen or not, or leaves it open again.
  mutating func fix(_ member: Int, _ chosen: Bool?) {
    program[boundsOf: column(member)] = chosen.map { .equal($0 ? 1 : 0) } ?? .nonnegative
  }

  /// The basis of a program with more members on the columns that this one has. It remains one where the others are not basic.
  func basis(_ basis: Basis, of whole: SelectionProgram) -> Basis {
    let kept = Set(members)
    let columns = whole.members.indices.filter { kept.contains(whole.members[$0]) }.map { basis.columns[jobCount + $0] }
    return Basis(columns: Array(basis.columns[..<jobCount]) + columns, rows: basis.rows)
  }
}
