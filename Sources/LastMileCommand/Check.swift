import ArgumentParser
import Foundation
import Interchange
import Logistics
import Routing

/// `lastmile check`: judges a solution by code that shares nothing with the search.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Judge a solution of a routing instance.",
    discussion: """
      Routes carry the number they have in the solution, stops count from 1. Amounts of time and distance are in the unit of \
      the instance. Exit status 1 if the solution breaks a rule.
      """)

  @OptionGroup var options: InstanceOptions

  @Argument(help: "The solution: a CVRPLIB .sol, JSON with \"routes\", or Cordeau's .res.")
  var solution: String

  func run() throws {
    let instance = try options.read()
    let file = try SolutionFile(contentsOf: URL(fileURLWithPath: solution))
    let verdict = instance.problem.check(instance.routes(of: file))
    let violations = instance.violations(of: verdict, in: file)
    let report = CheckReport(
      instance: instance.name, feasible: violations.isEmpty, cost: instance.cost(of: verdict),
      claimedCost: file.claimedCost, vehicles: file.routes.count { !$0.clients.isEmpty }, violations: violations)
    if options.json { try JSONOutput.print(report) } else { print(report.table) }
    if !report.feasible { throw AnswerIsNo() }
  }
}

/// What `lastmile check` prints.
struct CheckReport: Encodable {
  let instance: String
  let feasible: Bool
  let cost: FileAmount
  let claimedCost: Double?
  let vehicles: Int
  let violations: [PlanViolation]

  /// The same for people.
  var table: String {
    var lines = ["\(instance): \(feasible ? "feasible" : "not feasible"), cost \(cost), vehicles \(vehicles)"]
    if let claimedCost, let ours = Double(cost.description), claimedCost != ours {
      lines.append("The solution claims cost \(claimedCost).")
    }
    lines += violations.map { violation in
      let places = [("route", violation.route), ("stop", violation.stop), ("client", violation.client)]
      let place = places.compactMap { name, number in number.map { "\(name) \($0)" } }.joined(separator: ", ")
      return "  \(violation.kind.rawValue) by \(violation.amount)" + (place.isEmpty ? "" : ": \(place)")
    }
    return lines.joined(separator: "\n")
  }
}
