import ArgumentParser
import Foundation
import Interchange
import Logistics
import Routing

/// `lastmile route`: looks for the cheapest routes of one instance.
struct Route: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Solve one routing instance.",
    discussion: """
      With --iterations the routes are the same on every machine and for every number of threads; --seconds beside it only \
      cuts the search off. Ctrl-C prints the best routes so far. Exit status 1 if some client is left without a visit.
      """)

  @OptionGroup var options: InstanceOptions

  @Option(parsing: .unconditional, help: "Stop after so many seconds. 10 if neither limit is given.")
  var seconds: Double?

  @Option(parsing: .unconditional, help: "Stop after so many iterations.")
  var iterations: Int?

  @Option(parsing: .unconditional, help: "Work on at most so many threads; more than 2 are not used.")
  var threads = 2

  @Option(parsing: .unconditional, help: "Another seed, other routes.")
  var seed: UInt64 = 1

  @Option(help: "Begin with the routes of a solution, a .sol or JSON. Routes that break a rule are planned anew.")
  var start: String?

  @Flag(help: "Prove a lower bound, as far as one is known for the problem.")
  var bound = false

  @Option(help: "Write the routes as a CVRPLIB .sol.")
  var out: String?

  @Flag(help: "Report progress on standard error even if it is no terminal.")
  var progress = false

  func run() throws {
    let limit = try limit()
    let instance = try options.read()
    let output = try out.map(SolutionOutput.init)
    let started = try start.map { path in
      try instance.startRoutes(of: SolutionFile(contentsOf: URL(fileURLWithPath: path)), source: path)
    }
    let interruption = Interruption()
    let line = ProgressLine(instance, isWanted: progress)
    let answer = try withExtendedLifetime(interruption) {
      try search(instance, limit, started ?? [], interruption.flag, line)
    }
    let report = RouteReport(instance, answer, threads: threads)
    if options.json { try JSONOutput.print(report) } else { print(report.table(answer.verdict, instance)) }
    if bound { StandardError.print("No bound is proved: none is implemented for this kind of problem.") }
    if report.feasible {
      try output?.write(SolutionFile.text(routes: report.routes, cost: report.cost))
    } else {
      StandardError.print("\(report.unassigned.count) clients are left out." + (out == nil ? "" : " No solution is written."))
      if !interruption.flag.isSet { throw AnswerIsNo() }
    }
  }

  /// - Throws: `InvalidInput` with every number that is out of its range.
  private func limit() throws(InvalidInput) -> SearchLimit {
    var faults = FaultList()
    let year = 366 * 86_400
    if let seconds, !(0...Double(year)).contains(seconds) {
      faults.add(at: "--seconds", found: "\(seconds)", expected: "a number from 0 to \(year)")
    }
    let most = 1_000_000_000_000_000
    if let iterations, !(0...most).contains(iterations) {
      faults.add(at: "--iterations", found: "\(iterations)", expected: "a whole number from 0 to \(most)")
    }
    faults.check((1...1024).contains(threads), at: "--threads", found: "\(threads)", expected: "a whole number from 1 to 1024")
    try faults.throwIfAny("arguments")
    let time = seconds ?? (iterations == nil ? 10 : nil)
    return SearchLimit(iterations: iterations, time: time.map { .seconds($0) })
  }

  private func search(
    _ instance: RoutingInstance, _ limit: SearchLimit, _ start: [Routing.Route], _ stop: Interruption.Flag,
    _ line: ProgressLine
  ) throws -> Answer {
    var line = line
    defer { line.finish() }
    return try instance.problem.solve(
      limit, seed: seed, threads: threads, start: start, isCancelled: { stop.isSet }, progress: { line.show($0) })
  }
}
