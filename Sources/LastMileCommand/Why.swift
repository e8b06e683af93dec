import ArgumentParser
import Dispatching
import Foundation
import Interchange
import Logistics
import Routing

/// `lastmile why`: why a plan leaves clients out, and what would have them served.
struct Why: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell why a plan leaves clients out, and the smallest changes that would have them served.",
    discussion: """
      Each change was planned with, and so was one unit less of it: every place among the routes, and a search of --iterations that \
      begins at the plan. Beside them stand the prices of clients and vehicles, and, where clients that must be served are left out, \
      which of them are in each other's way.
      """)

  @OptionGroup var options: InstanceOptions

  @Argument(
    help: "The plan: a CVRPLIB .sol, JSON with \"routes\", or Cordeau's .res. It may leave clients out and breaks no other rule.")
  var plan: String

  @Option(parsing: .upToNextOption, help: "Explain these clients only.")
  var client: [Int] = []

  @Option(parsing: .unconditional, help: "Look for changes for so many clients at most; for the others, tell what is in the way.")
  var most = 20

  @Option(parsing: .unconditional, help: "Plan again with so many iterations.")
  var iterations = 1_000

  @Option(parsing: .unconditional, help: "Another seed, other routes.")
  var seed: UInt64 = 1

  @Flag(inversion: .prefixedNo, help: "Work out prices and conflicts too.")
  var prices = true

  func run() throws {
    var faults = FaultList()
    faults.check(
      (0...1_000_000_000).contains(most), at: "--most", found: "\(most)", expected: "a whole number from 0 to 1000000000")
    faults.check(
      (0...1_000_000_000).contains(iterations), at: "--iterations", found: "\(iterations)",
      expected: "a whole number from 0 to 1000000000")
    try faults.throwIfAny("arguments")
    let instance = try options.read()
    let problem = instance.problem
    let file = try SolutionFile(contentsOf: URL(fileURLWithPath: plan))
    let routes = try instance.startRoutes(of: file, source: plan)
    let verdict = problem.check(routes)
    try refuse(instance.violations(of: verdict, in: file))
    let wanted = try demands(of: instance)
    let replanning = Replanning(iterations: iterations, seed: seed)
    let interruption = Interruption()
    let report = try withExtendedLifetime(interruption) {
      let stop: @Sendable () -> Bool = { [flag = interruption.flag] in flag.isSet }
      let left = try problem.explainLeftOut(
        of: routes, wanted, limit: ExplanationLimit(mostInDepth: most, replanning: replanning), isCancelled: stop)
      let conflict =
        prices
        ? try problem.conflictingDemands(
          missedBy: routes, limit: ExplanationLimit(mostSearches: 400, replanning: replanning), isCancelled: stop) : nil
      return WhyReport(
        instance, file, verdict, left, conflict, try prices ? selection(problem, routes, stop) : nil, replanning)
    }
    if options.json { try JSONOutput.print(report) } else { print(report.table) }
  }

  /// The prices by the routes that a search met that began at the plan.
  private func selection(
    _ problem: RoutingProblem, _ routes: [Routing.Route], _ stop: @escaping @Sendable () -> Bool
  ) throws -> RouteSelection {
    let answer = try problem.solve(
      SearchLimit(iterations: 10 * iterations), seed: seed, start: routes, isCancelled: stop)
    return problem.selectRoutes(from: answer.pool + answer.routes, incumbent: routes, isCancelled: stop)
  }

  /// Those that are asked for; `nil` for all.
  private func demands(of instance: RoutingInstance) throws(InvalidInput) -> [Demand]? {
    guard !client.isEmpty else { return nil }
    var faults = FaultList()
    var demands: [Demand] = []
    let all = instance.problem.demands
    for number in client {
      let bearers = Set(instance.clientNumbers.indices.filter { instance.clientNumbers[$0] == number })
      let asked = all.filter { !bearers.isDisjoint(with: instance.problem.jobs(of: $0)) }
      faults.check(!asked.isEmpty, at: "--client", found: "\(number)", expected: "a client of \(instance.name)")
      demands += asked.filter { !demands.contains($0) }
    }
    try faults.throwIfAny("arguments")
    return demands
  }

  private func refuse(_ violations: [PlanViolation]) throws(InvalidInput) {
    var faults = FaultList()
    for violation in violations where violation.kind != .missing && violation.kind != .begun {
      let places = [("route", violation.route), ("stop", violation.stop), ("client", violation.client)]
      let place = places.compactMap { name, number in number.map { "\(name) \($0)" } }.joined(separator: ", ")
      faults.add(
        at: place.isEmpty ? "plan" : place, found: "\(violation.kind.rawValue) broken by \(violation.amount)",
        expected: "a plan that keeps every rule")
    }
    try faults.throwIfAny(plan, advice: "`lastmile check` says more of the plan, and `lastmile route --start` mends it.")
  }
}
