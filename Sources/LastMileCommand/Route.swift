import ArgumentParser
import Foundation
import Dispatching
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

  @OptionGroup var searching: SearchOptions

  @Option(help: "Begin with the routes of a solution: a .sol, JSON or Cordeau's .res. Routes that break a rule are planned anew.")
  var start: String?

  @Flag(
    help: """
      Prove a lower bound too. It gets half of the seconds, or nine tenths up to 200 clients, and a plan that it finds is taken if \
      it is better.
      """)
  var bound = false

  @Flag(inversion: .prefixedNo, help: "Combine the routes met anew, as set partitioning, in the later part of the search.")
  var recombination = true

  @Option(help: "Write the routes as a CVRPLIB .sol.")
  var out: String?

  func run() throws {
    var limit = try searching.limit(usual: 10)
    let instance = try options.read()
    let whole = limit.time
    // Where few clients are visited the best routes are found long before it can be proved that they are.
    if bound { limit.time = whole.map { instance.problem.jobs.count <= 200 ? $0 / 10 : $0 / 2 } }
    let output = try out.map(SolutionOutput.init)
    let started = try start.map { path in
      try instance.startRoutes(of: SolutionFile(contentsOf: URL(fileURLWithPath: path)), source: path)
    }
    let interruption = Interruption()
    let line = ProgressLine(isWanted: searching.progress)
    let (answer, proof) = try withExtendedLifetime(interruption) {
      let begin = ContinuousClock.now
      let answer = try search(instance, limit, started ?? instance.proposedRoutes, interruption.flag, line)
      guard bound, let proof = prove(instance, answer, whole.map { $0 - (ContinuousClock.now - begin) }, interruption.flag)
      else { return (answer, LowerBound?.none) }
      let better = proof.betterRoutes.map { answer.improved(by: $0, of: instance.problem, after: ContinuousClock.now - begin) }
      return (better ?? answer, proof)
    }
    let report = RouteReport(instance, answer, proof, threads: searching.threads)
    if options.json { try JSONOutput.print(report) } else { print(report.table(answer, instance)) }
    if bound && report.bound == nil { StandardError.print("No bound was proved that is worth a name. Maybe more time helps.") }
    if report.feasible {
      try output?.write(SolutionFile.text(routes: report.routes, cost: report.cost))
    } else {
      StandardError.print("\(report.unassigned.count) clients are left out." + (out == nil ? "" : " No solution is written."))
      if !interruption.flag.isSet { throw AnswerIsNo() }
    }
  }

  private func search(
    _ instance: RoutingInstance, _ limit: SearchLimit, _ start: [Routing.Route], _ stop: Interruption.Flag,
    _ line: ProgressLine
  ) throws -> Answer {
    var line = line
    defer { line.finish() }
    return try instance.problem.solve(
      limit, seed: searching.seed, threads: searching.threads, start: start,
      recombiner: recombination ? PartitioningRecombiner(instance.problem) : nil, isCancelled: { stop.isSet },
      progress: { progress in line.show(Self.stage(progress, instance)) })
  }

  private func prove(
    _ instance: RoutingInstance, _ answer: Answer, _ time: Swift.Duration?, _ stop: Interruption.Flag
  ) -> LowerBound? {
    guard answer.verdict.isFeasible else { return nil }
    // With a limit of time only the clock ends the rounds; without, their number does, the same everywhere.
    let threads = searching.threads
    let bounding =
      time.map { BoundLimit(rounds: 100_000, time: max(.zero, $0), threads: threads) } ?? BoundLimit(threads: threads)
    return instance.problem.lowerBound(
      pool: answer.pool, incumbent: answer.routes, limit: bounding, isCancelled: { stop.isSet })
  }

  /// A stage of the search in a line.
  private static func stage(_ progress: SearchProgress, _ instance: RoutingInstance) -> String {
    let cost = progress.cost.map { "cost \(instance.cost($0))" } ?? "\(progress.unassigned) clients left out"
    return "\(Int(100 * progress.fraction)) %  \(cost)  \(progress.vehicles) vehicles  \(progress.iterations) iterations"
  }
}
