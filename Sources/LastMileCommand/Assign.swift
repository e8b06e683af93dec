import ArgumentParser
import Dispatching
import Foundation
import Interchange
import Logistics

/// `lastmile assign`: which vehicle does which task, by linear programming.
struct Assign: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Assign tasks to vehicles at the least cost, with prices that prove it.",
    discussion: """
      The problem is {"costs": [[4, null, 3], [2, 0, 5]]}: a row for each task, a cost for each vehicle, null where the pair is \
      forbidden. Every task is done by one vehicle, no vehicle does two. A vehicle's price is minus what one more unit of it would \
      save, a task's price what leaving it out would save. Exit status 1 if not every task can have a vehicle.
      """)

  @Argument(help: "The problem, a JSON file.")
  var problem: String

  @Option(parsing: .unconditional, help: "Give up after so many seconds.")
  var seconds: Double?

  @Flag(help: "Tell for every vehicle and task what one more or one less would save, and who would do what then.")
  var explain = false

  @Flag(help: "Print exactly one JSON object on standard output.")
  var json = false

  func run() throws {
    let limit = try limit()
    let file = try AssignmentFile(contentsOf: URL(fileURLWithPath: problem))
    switch file.form {
    case .matrix: try assignTasks(CostMatrix(file), limit)
    case .trips:
      throw InvalidInput(file.source, [Fault(at: "$", found: "trips", expected: "costs")], advice: "a later version knows trips.")
    }
  }

  private func limit() throws(InvalidInput) -> Swift.Duration? {
    let year = 366 * 86_400
    guard let seconds else { return nil }
    guard (0...Double(year)).contains(seconds) else {
      throw InvalidInput(
        "arguments", [Fault(at: "--seconds", found: "\(seconds)", expected: "a number from 0 to \(year)")],
        advice: "without --seconds it takes as long as it takes.")
    }
    return .seconds(seconds)
  }
}

// MARK: - Tasks

extension Assign {
  /// The form of a matrix.
  private func assignTasks(_ costs: CostMatrix, _ limit: Swift.Duration?) throws {
    let interruption = Interruption()
    let start = ContinuousClock.now
    let outcome = withExtendedLifetime(interruption) {
      costs.assign(confirming: true, within: limit, isCancelled: { interruption.flag.isSet })
    }
    let report = try TaskReport(outcome, costs, time: ContinuousClock.now - start, explains: explain)
    if json { try JSONOutput.print(report) } else { print(report.table) }
    switch outcome {
    case .infeasible(let shortage):
      StandardError.print("Not every task can have a vehicle: \(shortage).")
      throw AnswerIsNo()
    case .timeLimit where !interruption.flag.isSet:
      StandardError.print("The time was over before an answer was proved. Maybe more --seconds help.")
    default: break
    }
  }
}
