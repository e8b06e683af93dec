import LinearProgramming
import Routing

/// The set partitioning program of the candidates of one group: a row for each job that says it is on one route or left out, a row for
/// each vehicle type that says how many there are.
///
/// Of alternatives the first job has the row for all; the others are left out for nothing. Columns first leave out each job, at its drop cost or the price of a missing one, so that the program is always feasible;
/// the candidates follow. All are whole numbers, so that the objective is one.
struct SelectionProgram {
  private(set) var program = LinearProgram(.minimize)
  let group: Group
  /// Which candidates are columns.
  let members: [Int]

  /// - Parameters:
  ///   - members: The candidates of the group.
  ///   - leavingOut: For each job of the problem what leaving it out costs.
  init(_ problem: RoutingProblem, _ group: Group, _ candidates: [Candidates.Candidate], members: [Int], leavingOut: [Int]) {
    self.group = group
    self.members = members
    var rows = [Row](repeating: Row(-1), count: problem.jobs.count)
    for job in group.jobs { rows[job] = program.addRow("", .equal(1), [:]) }
    let fleet = group.types.reduce(into: [Int: Row]()) { rows, type in
      rows[type] = program.addRow("", .atMost(Double(problem.vehicles[type].count)), [:])
    }
    for (index, job) in group.jobs.enumerated() {
      program.addColumn(cost: Double(leavingOut[job]), integral: true, CollectionOfOne((Row(index), 1.0)))
    }
    for member in members {
      let candidate = candidates[member]
      let column = program.addColumn(cost: Double(candidate.cost), integral: true)
      for need in candidate.needs { program.add(1, to: rows[need], column) }
      if let row = fleet[candidate.route.vehicle] { program.add(1, to: row, column) }
    }
  }

  /// The point at which some of the members are chosen.
  ///
  /// - Precondition: No two of them serve the same job.
  func point(of chosen: Set<Int>, _ candidates: [Candidates.Candidate]) -> Vector<Column> {
    let served = Set(chosen.flatMap { candidates[$0].needs })
    return Vector(group.jobs.map { served.contains($0) ? 0 : 1 } + members.map { chosen.contains($0) ? 1 : 0 })
  }

  /// The members that are chosen at a point.
  func chosen(at point: Vector<Column>) -> Set<Int> {
    Set(members.indices.lazy.filter { point.elements[group.jobs.count + $0] > 0.5 }.map { members[$0] })
  }
}
