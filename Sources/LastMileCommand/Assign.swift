import ArgumentParser
import Foundation
import Interchange
import Logistics

/// `lastmile assign`: which vehicle drives what, by linear programming.
struct Assign: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Assign tasks or trips to vehicles at the least cost, with prices and proof.",
    discussion: """
      Two forms, told apart by their keys. {"costs": [[4, null, 3], [2, 0, 5]]} is a matrix: a row for each task, a cost for each \
      vehicle, null where the pair is forbidden; every task is done by one vehicle, no vehicle does two. {"turnaround", "vehicles", \
      "trips"} are planned trips, which units of classes of vehicles drive one after the other. docs/formats.md has both in full. \
      Exit status 1 if not everything that must be done can be. Ctrl-C prints the best so far.
      """)

  @Argument(help: "The problem, a JSON file.")
  var problem: String

  @Option(parsing: .unconditional, help: "Stop after so many seconds; trips stop after 30 if this is left out.")
  var seconds: Double?

  @Option(parsing: .unconditional, help: "Trips: stop after so many nodes of the search tree in each group of trips.")
  var nodes: Int?

  @Option(parsing: .unconditional, help: "Trips: work on at most so many groups of trips at a time.")
  var threads = 2

  @Flag(help: "Tell what one more unit of each vehicle, an hour more of its shift or one task less would save, solved again.")
  var explain = false

  @Option(help: "Trips: tell what it would save not to have a trip at all, by its id; may be repeated.")
  var without: [String] = []

  @Flag(help: "Report progress on standard error even if it is no terminal.")
  var progress = false

  @Flag(help: "Print exactly one JSON object on standard output.")
  var json = false

  func run() throws {
    try checkOptions()
    let file = try AssignmentFile(contentsOf: URL(fileURLWithPath: problem))
    switch file.form {
    case .matrix: try assignTasks(file)
    case .trips: try assignTrips(file)
    }
  }

  /// The limit of time, if there is one.
  var time: Swift.Duration? { seconds.map { .seconds($0) } }

  private func checkOptions() throws(InvalidInput) {
    var faults = FaultList()
    let year = 366 * 86_400
    if let seconds, !(0...Double(year)).contains(seconds) {
      faults.add(at: "--seconds", found: "\(seconds)", expected: "a number from 0 to \(year)")
    }
    if let nodes, !(0...1_000_000_000).contains(nodes) {
      faults.add(at: "--nodes", found: "\(nodes)", expected: "a whole number from 0 to 1000000000")
    }
    faults.check((1...1024).contains(threads), at: "--threads", found: "\(threads)", expected: "a whole number from 1 to 1024")
    try faults.throwIfAny("arguments", advice: "`lastmile help assign` tells what each option takes.")
  }
}
