import Dispatching

/// What `lastmile assign` prints of tasks and vehicles.
struct TaskReport {
  /// The assignment found and the costs of its pairs; `nil` if there is none.
  private let best: TaskAssignment?
  private let costs: CostMatrix
  private let shortage: VehicleShortage?
  private let status: String
  private let solver: String
  private let seconds: Double
  private let counterfactuals: Counterfactuals?

  /// - Throws: What keeps an assignment from being proved.
  init(_ outcome: AssignmentOutcome, _ costs: CostMatrix, time: Swift.Duration, explains: Bool) throws {
    self.costs = costs
    // To the microsecond: a small problem takes some tens.
    seconds = ((time / .seconds(1)) * 1e6).rounded() / 1e6
    var best: TaskAssignment?
    var shortage: VehicleShortage?
    switch outcome {
    case .optimal(let found):
      best = found
      status = "optimal"
    case .infeasible(let found):
      shortage = found
      status = "infeasible"
    case .timeLimit, .cancelled: status = "timeLimit"
    case .unproved(let reason): throw Unproved(description: "an assignment that is not proved to be the cheapest: \(reason)")
    }
    self.best = best
    self.shortage = shortage
    solver = "shortest augmenting paths" + (best.map(Self.proof) ?? "")
    counterfactuals = explains ? best.map { Counterfactuals($0, costs) } : nil
  }

  private struct Unproved: Error, CustomStringConvertible {
    let description: String
  }

  /// How an answer was proved, in words.
  private static func proof(_ best: TaskAssignment) -> String {
    let sums = best.exactDecimals == nil ? "within \(best.tolerance)" : "exactly"
    let checked = ", proved \(sums) by prices over all pairs"
    guard let glpk = best.confirmation else { return checked }
    let said = glpk.agrees ? "confirmed by GLPK" : "not confirmed by GLPK (\(glpk.termination))"
    return checked + ", \(said) in \(glpk.iterations) iterations on \(glpk.pairs) pairs"
  }
}

extension TaskReport: Encodable {
  private enum CodingKeys: String, CodingKey {
    case status, cost, assignment, rowPrices, columnPrices, solver, seconds, reason, counterfactuals
  }

  /// Encodes every key of an answer; without one they are null. A reason is there where there is no assignment.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(status, forKey: .status)
    try container.encode(best?.cost, forKey: .cost)
    try container.encode(best?.vehicles, forKey: .assignment)
    try container.encode(best?.taskPrices, forKey: .rowPrices)
    try container.encode(best?.vehiclePrices, forKey: .columnPrices)
    try container.encode(solver, forKey: .solver)
    try container.encode(seconds, forKey: .seconds)
    if let shortage { try container.encode(Reason(tasks: shortage.tasks, vehicles: shortage.vehicles), forKey: .reason) }
    try container.encodeIfPresent(counterfactuals, forKey: .counterfactuals)
  }

  /// The tasks that are too many for the only vehicles that may do them.
  private struct Reason: Encodable {
    let tasks: [Int]
    let vehicles: [Int]
  }

  /// What every single change would save.
  struct Counterfactuals: Encodable {
    struct Vehicle: Encodable {
      let vehicle: Int
      let price: Double
      let saving: Double
      let proved: Bool
      let moves: [[Int]]
    }

    struct Task: Encodable {
      let task: Int
      let price: Double
      let saving: Double
      let proved: Bool
      let moves: [[Int]]
    }

    let oneMoreVehicle: [Vehicle]
    let withoutTask: [Task]

    init(_ best: TaskAssignment, _ costs: CostMatrix) {
      oneMoreVehicle = best.vehiclePrices.indices.map { vehicle in
        let found = best.saving(of: .oneMore(vehicle: vehicle), in: costs)
        return Vehicle(
          vehicle: vehicle, price: best.vehiclePrices[vehicle], saving: found.saving, proved: found.isProved,
          moves: found.moves.map { [$0.task, $0.vehicle] })
      }
      withoutTask = best.taskPrices.indices.map { task in
        let found = best.saving(of: .without(task: task), in: costs)
        return Task(
          task: task, price: best.taskPrices[task], saving: found.saving, proved: found.isProved,
          moves: found.moves.map { [$0.task, $0.vehicle] })
      }
    }
  }
}

extension TaskReport {
  /// The same for people.
  var table: String {
    guard let best else { return "\(status), \(costs.taskCount) tasks, \(costs.vehicleCount) vehicles, \(seconds) s" }
    var lines = [
      "cost \(best.cost), \(costs.taskCount) tasks, \(costs.vehicleCount) vehicles, \(seconds) s",
      solver,
    ]
    lines += columns(
      ["task", "vehicle", "cost", "task's price", "vehicle's price"],
      best.vehicles.enumerated().map { task, vehicle in
        [
          "\(task)", "\(vehicle)", "\(costs[task, vehicle] ?? .infinity)", "\(best.taskPrices[task])",
          "\(best.vehiclePrices[vehicle])",
        ]
      })
    if let counterfactuals {
      func moved(_ moves: [[Int]]) -> String { moves.map { "\($0[0])→\($0[1])" }.joined(separator: " ") }
      lines += ["", "One more unit of a vehicle:"]
      lines += columns(
        ["vehicle", "price", "saves", "proved", "then"],
        counterfactuals.oneMoreVehicle.map {
          ["\($0.vehicle)", "\($0.price)", "\($0.saving)", $0.proved ? "yes" : "no", moved($0.moves)]
        })
      lines += ["", "Without a task:"]
      lines += columns(
        ["task", "price", "saves", "proved", "then"],
        counterfactuals.withoutTask.map {
          ["\($0.task)", "\($0.price)", "\($0.saving)", $0.proved ? "yes" : "no", moved($0.moves)]
        })
    }
    return lines.joined(separator: "\n")
  }

  /// Rows under titles, each column as wide as its widest cell and to the right, but a last one of words.
  private func columns(_ titles: [String], _ rows: [[String]]) -> [String] {
    let widths = titles.indices.map { column in (rows.map { $0[column].count } + [titles[column].count]).max() ?? 0 }
    return ([titles] + rows).map { cells in
      let line = zip(cells, zip(titles, widths)).map { cell, column in
        // Words begin where they may; an empty one leaves no blanks behind.
        column.0 == "then" ? cell : String(repeating: " ", count: column.1 - cell.count) + cell
      }
      return "  " + line.filter { !$0.isEmpty }.joined(separator: "  ")
    }
  }
}
