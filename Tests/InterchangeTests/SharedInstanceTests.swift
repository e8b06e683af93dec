import Foundation
import Interchange
import Logistics
import Routing
import Testing
import Travel

/// The files as their authors published them. Skipped where they are not at hand.
@Suite(.enabled(if: SharedData.isThere, "no benchmark files: set LASTMILE_DATASETS to their folder"))
struct SharedInstanceTests {
  @Test func `the published solutions of X cost what is published`() throws {
    let known = try SharedData.bestKnown("x")
    // The larger ones say nothing new and take seconds without optimisation.
    for file in try SharedData.files("x", ".vrp").prefix(8) {
      let instance = try RoutingInstance(contentsOf: file)
      let solution = try SolutionFile(contentsOf: file.deletingPathExtension().appendingPathExtension("sol"))
      let verdict = instance.problem.check(instance.routes(of: solution))
      #expect(verdict.isFeasible, "\(instance.name)")
      #expect(solution.claimedCost == Double(verdict.cost), "\(instance.name)")
      if let best = known[instance.name] { #expect(Double(verdict.cost) == best, "\(instance.name)") }
    }
  }

  @Test func `the winning solutions of EURO-NeurIPS cost what is published`() throws {
    guard let table = try SharedData.files("euro-neurips", ".csv").first else { return }
    let rows = try String(contentsOf: table, encoding: .utf8).split(whereSeparator: \.isNewline)
    for file in try SharedData.files("euro-neurips", ".txt") {
      let instance = try RoutingInstance(contentsOf: file)
      let row = rows.first { $0.hasPrefix(instance.name) }?.split(separator: ";").map(String.init)
      guard let row, row.count == 3 else { continue }
      let routes = try JSONDecoder().decode([[Int]].self, from: Data(row[2].utf8))
      let verdict = instance.problem.check(instance.routes(of: SolutionFile(routes)))
      #expect(verdict.isFeasible, "\(instance.name)")
      #expect("\(verdict.cost)" == row[1], "\(instance.name)")
    }
  }

  @Test func `street distances are read as their lower rows say`() throws {
    for (folder, name, count, capacity) in [
      ("loggi", "Loggi-n401-k23.vrp", 400, 100), ("ortec", "ORTEC-n242-k12.vrp", 241, 125),
    ] {
      guard let file = try SharedData.files(folder, name).first else { continue }
      let problem = try RoutingInstance(contentsOf: file).problem
      #expect(problem.jobs.count == count)
      #expect(problem.vehicles[0].capacity == [capacity])
      #expect(problem.travel.distance(from: 0, to: 1) == problem.travel.distance(from: 1, to: 0))
    }
  }

  /// The sum of what the routes drive and what is left out, from nothing but the problem's numbers.
  private func cost(_ routes: [Route], in problem: RoutingProblem) -> Int {
    var cost = 0
    for route in routes where !route.jobs.isEmpty {
      let vehicle = problem.vehicles[route.vehicle]
      var places: [Int] = []
      for (position, job) in route.jobs.enumerated() {
        places += route.reloads.filter { $0.beforeJob == position }.map(\.place) + [problem.jobs[job].place]
      }
      let ways = zip([vehicle.start] + places, places + [vehicle.end])
      cost +=
        vehicle.fixedCost + ways.reduce(0) { $0 + problem.travel.distance(from: $1.0, to: $1.1).metres } * vehicle.costPerMetre
    }
    let served = Set(routes.flatMap(\.jobs))
    return cost + problem.jobs.indices.filter { !served.contains($0) }.reduce(0) { $0 + (problem.jobs[$1].dropCost ?? 0) }
  }

  @Test(arguments: ["hfvrp", "mdvrptw", "sdvrptw", "vrpb", "mtvrptwr", "pcvrptw", "gvrp"])
  func `the published solutions of the families with more rules cost what is published`(_ folder: String) throws {
    // Published in several units: the file's, its tenths or thousandths, or all digits that were counted.
    let units = [1.0, 10, 1000, 100_000]
    for file in try SharedData.files(folder, ".vrp").prefix(4) {
      let instance = try RoutingInstance(contentsOf: file)
      let solution = try SolutionFile(contentsOf: file.deletingPathExtension().appendingPathExtension("sol"))
      let routes = instance.routes(of: solution)
      #expect(!routes.contains { $0.jobs.contains(-1) }, "\(instance.name)")
      let ours = Double(cost(routes, in: instance.problem)) / Double(instance.costScale)
      let claimed = try #require(solution.claimedCost)
      // Some were found with distances that are not rounded.
      #expect(units.contains { abs(claimed - ours * $0) <= max(0.006, 1e-6 * claimed) }, "\(instance.name): \(ours), \(claimed)")
      let listed = instance.clients(of: routes).filter { !$0.isEmpty }
      #expect(listed == solution.routes.map(\.clients).filter { !$0.isEmpty }, "\(instance.name)")
    }
  }

  @Test func `the published solutions of Cordeau's depots cost what is published`() throws {
    for file in try SharedData.files("mdvrp", ".res") {
      let instance = try RoutingInstance(contentsOf: file.deletingPathExtension())
      let solution = try SolutionFile(contentsOf: file)
      let verdict = instance.problem.check(instance.routes(of: solution))
      #expect(instance.violations(of: verdict, in: solution).isEmpty, "\(instance.name)")
      #expect(abs((solution.claimedCost ?? 0) - Double(verdict.cost) / 1000) < 0.03, "\(instance.name)")
    }
  }

  @Test func `every file of pairs, of several windows and of VROOM is read`() throws {
    for file in try SharedData.files("pdptw", ".txt") {
      let problem = try RoutingInstance(contentsOf: file).problem
      #expect(2 * problem.relations.shipments.count == problem.jobs.count, "\(file.lastPathComponent)")
    }
    for file in try SharedData.files("mtw", ".txt") {
      let problem = try RoutingInstance(contentsOf: file).problem
      #expect(problem.jobs.count == 100 && problem.jobs.contains { $0.windows.count > 1 }, "\(file.lastPathComponent)")
    }
    for file in try SharedData.files("vroom-json", ".json") where !file.lastPathComponent.hasSuffix("_sol.json") {
      #expect(try !RoutingInstance(contentsOf: file).problem.jobs.isEmpty, "\(file.lastPathComponent)")
    }
  }
}
