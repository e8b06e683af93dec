import ArgumentParser
import Foundation
import Interchange
import Logistics
import Routing

/// `lastmile fit`: asks which clients still fit into a plan.
struct Fit: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ask whether clients that a plan leaves out still fit into it, where and at what cost.",
    discussion: """
      Each client is asked about by itself, with all rules of the instance: every place in every route, and every vehicle that \
      is not out yet. Exit status 1 if one of them does not fit.
      """)

  @OptionGroup var options: InstanceOptions

  @Argument(
    help: "The plan: a CVRPLIB .sol, JSON with \"routes\", or Cordeau's .res. It keeps every rule, but may leave clients out.")
  var plan: String

  @Option(
    name: .customLong("client"),
    help: "Ask about this client, which the plan leaves out; may be given again. Left out, all of them.")
  var clients: [Int] = []

  @Option(parsing: .unconditional, help: "Where a client does not fit, search for so many iterations with others moved.")
  var iterations: Int?

  @Option(parsing: .unconditional, help: "Another seed for that search.")
  var seed: UInt64 = 1

  func run() throws {
    try validateIterations()
    let instance = try options.read()
    let file = try SolutionFile(contentsOf: URL(fileURLWithPath: plan))
    let routes = try instance.startRoutes(of: file, source: plan)
    try refuseFaults(instance, file, routes)
    let running = try RunningPlan(instance.problem, routes: routes)
    let jobs = try asked(instance, routes)
    let numbers = file.routes.filter { !$0.clients.isEmpty }.map(\.number)
    let answers = try jobs.map { job in
      let offer = try running.offer(for: .job(job))
      let moved = try offer.place == nil ? extraCostByMoving(job, instance, routes) : nil
      return FitReport.Client(instance, job, offer, moved: moved, routeNumbers: numbers)
    }
    let verdict = instance.problem.check(routes)
    let report = FitReport(
      instance: instance.name, cost: instance.cost(of: verdict), vehicles: numbers.count, fits: answers.allSatisfy(\.fits),
      clients: answers)
    if options.json { try JSONOutput.print(report) } else { print(report.table) }
    if !report.fits { throw AnswerIsNo() }
  }

  private func validateIterations() throws(InvalidInput) {
    var faults = FaultList()
    let most = 1_000_000_000
    if let iterations, !(0...most).contains(iterations) {
      faults.add(at: "--iterations", found: "\(iterations)", expected: "a whole number from 0 to \(most)")
    }
    try faults.throwIfAny("arguments")
  }

  /// - Throws: `InvalidInput` with every rule that the plan breaks, in its own numbers.
  private func refuseFaults(
    _ instance: RoutingInstance, _ file: SolutionFile, _ routes: [Routing.Route]
  ) throws(InvalidInput) {
    var faults = FaultList()
    for violation in instance.violations(of: instance.problem.check(routes), in: file) where violation.kind != .missing {
      let places = [("route", violation.route), ("stop", violation.stop), ("client", violation.client)]
      let place = places.compactMap { name, number in number.map { "\(name) \($0)" } }.joined(separator: " ")
      faults.add(
        at: place.isEmpty ? "plan" : place, found: "\(violation.kind.rawValue) by \(violation.amount)",
        expected: "a plan that keeps every rule")
    }
    try faults.throwIfAny(plan, advice: "`lastmile check` says more of the plan.")
  }

  /// The jobs to ask about.
  private func asked(_ instance: RoutingInstance, _ routes: [Routing.Route]) throws(InvalidInput) -> [Int] {
    let served = Set(routes.flatMap(\.jobs))
    let relations = instance.problem.relations
    guard !clients.isEmpty else {
      // Of a shipment the pickup stands for both ends, and nobody waits for an alternative to what is served.
      let settled = Set(relations.alternatives.map(\.jobs).filter { !served.isDisjoint(with: $0) }.joined())
      let passed = served.union(relations.shipments.map(\.delivery)).union(settled)
      return instance.problem.jobs.indices.filter { !passed.contains($0) }
    }
    var faults = FaultList()
    var jobs: [Int] = []
    for number in clients {
      guard let job = instance.job(numbered: number) else {
        faults.add(at: "--client", found: "\(number)", expected: "a client of \(instance.name)")
        continue
      }
      if let index = routes.firstIndex(where: { $0.jobs.contains(job) }) {
        faults.add(at: "--client", found: "\(number), which route \(index + 1) serves", expected: "one that the plan leaves out")
      }
      jobs.append(job)
    }
    try faults.throwIfAny("arguments")
    return jobs
  }

  /// What the routes cost more once a client has been taken in by moving others; `nil` if no way was found, or none was looked
  /// for.
  private func extraCostByMoving(_ job: Int, _ instance: RoutingInstance, _ routes: [Routing.Route]) throws -> Int? {
    guard let iterations else { return nil }
    // A plan of its own: the others are asked about without this one.
    let running = try RunningPlan(instance.problem, routes: routes)
    let now = Instant(secondsSince1970: 0)
    let result = try running.hold(
      .job(job), as: "client", until: now + .seconds(1), at: now, improving: SearchLimit(iterations: iterations), seed: seed)
    guard case .heldByImproving(let cost) = result else { return nil }
    return cost
  }
}
