import Dispatching
import Interchange

extension Assign {
  /// The form of a matrix.
  func assignTasks(_ file: AssignmentFile) throws {
    let costs = try CostMatrix(file)
    let interruption = Interruption()
    let start = ContinuousClock.now
    let outcome = withExtendedLifetime(interruption) {
      costs.assign(confirming: true, within: time, isCancelled: { interruption.flag.isSet })
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
