import ArgumentParser
import Foundation
import Interchange
import LastMile
import Logistics

/// `lastmile plan`: a retailer's day, end to end.
struct Plan: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Plan a day: source and promise every order, route the vehicles, leave a page to look at.",
    discussion: """
      Writes plan.json, routes.geojson and plan.html to the folder of --out. With --iterations the files are the same on every \
      machine. Ctrl-C plans with the best routes so far. --compare-pickups plans three times, each as long as is said.
      """)

  @Argument(help: "The folder of the scenario, as datasets/santiago.")
  var scenario: String

  @Option(help: "The day to plan, as 2026-12-09; left out, the scenario's own.")
  var date: String?

  @OptionGroup var searching: SearchOptions

  @Option(help: "The folder to write to; made if it is not there. Left out, only the summary is printed.")
  var out: String?

  @Flag(help: "Plan the deliveries and the pickups of returns apart too, and tell what it saves to drive both together.")
  var comparePickups = false

  @Flag(help: "Print exactly one JSON object on standard output: the summary.")
  var json = false

  func run() async throws {
    let limit = try searching.limit(usual: 20)
    let day = try date.map { text in
      guard let day = LocalDate(text) else {
        throw InvalidInput(
          "arguments", [Fault(at: "--date", found: "\"\(text.prefix(40))\"", expected: "a date like 2026-12-09")])
      }
      return day
    }
    let scenario = try Scenario(contentsOf: URL(fileURLWithPath: scenario))
    let folder = try out.map(OutputFolder.init)
    var line = ProgressLine(isWanted: searching.progress)
    let planner = Planner(network: scenario.network, inventory: try await scenario.openingStock())
    let outcomes = try await scenario.replay(on: planner) { line.show("\($0) of \(scenario.orders.count) orders sourced") }
    let interruption = Interruption()
    let (plan, comparison): (DayPlan, PickupComparison?) = try withExtendedLifetime(interruption) {
      guard comparePickups else {
        let plan = try planner.plan(
          day ?? scenario.date, returns: scenario.returns, limit: limit, seed: searching.seed, threads: searching.threads,
          isCancelled: { [flag = interruption.flag] in flag.isSet }, progress: { line.show(Self.stage($0)) })
        return (plan, nil)
      }
      let comparison = try planner.comparePickups(
        day ?? scenario.date, returns: scenario.returns, limit: limit, seed: searching.seed, threads: searching.threads,
        isCancelled: { [flag = interruption.flag] in flag.isSet },
        progress: { line.show("\(Self.name($0)): \(Self.stage($1))") })
      return (comparison.together, comparison)
    }
    line.finish()
    let report = DayReport(scenario, outcomes, plan, comparison)
    if let folder {
      try folder.write(JSONOutput.text(report), to: "plan.json")
      try folder.write(report.geoJSON(), to: "routes.geojson")
      try folder.write(report.page(), to: "plan.html")
    }
    if json { try JSONOutput.print(report.summary) } else { print(report.summary.table(report)) }
    let violations = report.summary.violations + (report.summary.pickupComparison?.violations ?? 0)
    if violations > 0 { throw AnswerIsNo() }
  }

  /// Which of three plans a line is about.
  private static func name(_ stage: ComparisonStage) -> String {
    switch stage {
    case .together: "together"
    case .deliveries: "deliveries alone"
    case .pickups: "pickups alone"
    }
  }

  /// A stage of the planning in a line.
  private static func stage(_ progress: PlanProgress) -> String {
    switch progress {
    case .searching(let search):
      "\(Int(100 * search.fraction)) %  \(search.vehicles) vehicles, \(search.unassigned) stops left out, "
        + "\(search.iterations) iterations"
    case .choosing(let candidates): "choosing among \(candidates) routes"
    case .proving(let bound): "proving a bound, round \(bound.rounds)"
    }
  }
}
