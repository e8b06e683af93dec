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

  @Test(arguments: ["hfvrp", "mdvrptw", "sdvrptw", "vrpb", "mtvrptwr", "pcvrptw", "gvrp", "pdptw", "mdvrp", "vroom-json"])
  func `what is not supported is refused`(_ folder: String) throws {
    for file in try SharedData.files(folder, "").filter({ !["sol", "res", "md"].contains($0.pathExtension) }) {
      let error = #expect(throws: InvalidInput.self, "\(file.lastPathComponent)") { try RoutingInstance(contentsOf: file) }
      #expect(error?.faults.isEmpty == false)
    }
  }
}
