import Dispatching
import Interchange
import Logistics
import Synchronization

extension Assign {
  /// The form of trips.
  func assignTrips(_ source: AssignmentFile) throws {
    let file = try TripFile(source)
    let named = try changesNamed(file)
    // A number of nodes alone is a limit that is the same on every machine.
    let limit = TripLimit(nodes: nodes ?? 1_000_000, time: time ?? (nodes == nil ? .seconds(30) : nil))
    let interruption = Interruption()
    let stop = interruption.flag
    let line = Mutex(ProgressLine(isWanted: progress))
    let start = ContinuousClock.now
    line.withLock { $0.show("0 nodes") }
    var report = try withExtendedLifetime(interruption) {
      let answer = try file.problem.assign(
        limit, threads: threads, isCancelled: { stop.isSet },
        progress: { progress in line.withLock { $0.show(Self.stage(progress, file)) } })
      var report = TripReport(answer, file, time: ContinuousClock.now - start)
      let changes = (explain ? file.problem.changesWorthAsking(longer: file.hour) : []) + named
      for (index, change) in changes.enumerated() where !stop.isSet {
        // One limit of time for everything.
        var rest = limit
        rest.time = limit.time.map { max(.zero, $0 - (ContinuousClock.now - start)) }
        if rest.time == .zero {
          StandardError.print(
            "The time was over before \(changes.count - index) of \(changes.count) changes were solved. "
              + "Maybe more --seconds help.")
          break
        }
        line.withLock { $0.show("solving again: \(report.words(change, file))") }
        let found = try file.problem.explain(change, of: answer, rest, threads: threads, isCancelled: { stop.isSet })
        report.add(found, file)
      }
      return report
    }
    line.withLock { $0.finish() }
    report.seconds = (ContinuousClock.now - start).roundedSeconds
    if json { try JSONOutput.print(report) } else { print(report.table) }
    if let trouble = report.trouble { StandardError.print("\(trouble). Maybe other units of cost help.") }
    for obstacle in report.obstacles { StandardError.print(obstacle) }
    if !report.missing.isEmpty {
      let proof =
        report.status == "infeasible" ? "Not every trip that must be driven can be" : "No plan was found that drives all"
      StandardError.print("\(proof): \(report.missing.joined(separator: ", ")) left over. Maybe --explain shows what would help.")
      if !stop.isSet { throw AnswerIsNo() }
    }
  }

  /// Changes that are asked for by name.
  private func changesNamed(_ file: TripFile) throws(InvalidInput) -> [TripChange] {
    var faults = FaultList()
    let places = Dictionary(uniqueKeysWithValues: file.problem.trips.enumerated().map { ($0.element.id.text, $0.offset) })
    let changes = without.compactMap { name -> TripChange? in
      guard let place = places[name] else {
        faults.add(at: "--without", found: "\"\(name)\"", expected: "the id of a trip of the file")
        return nil
      }
      return .without(trip: place)
    }
    try faults.throwIfAny("arguments", advice: "ids are written as in the file, capital letters included.")
    return changes
  }

  /// A stage of the search in a line.
  private static func stage(_ progress: TripProgress, _ file: TripFile) -> String {
    let cost = progress.cost.map { "\(file.amount(Double($0)))" } ?? "none yet"
    let bound = progress.bound.map { "\(file.amount(Double($0)))" } ?? "none yet"
    return "\(progress.nodes) nodes  cost \(cost)  bound \(bound)"
  }
}
