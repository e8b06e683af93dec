import Dispatching
import Foundation
import Interchange
import Logistics

/// What `lastmile assign` prints of trips.
struct TripReport: Encodable {
  struct Chain: Encodable {
    let vehicle: String
    let unit: Int
    let trips: [String]
  }

  /// What a change would bring, solved again.
  struct Counterfactual: Encodable {
    let change: String
    @OrNull var price: Double?
    /// `null` where trips are missing with or without the change.
    @OrNull var saving: Double?
    let proved: Bool
    let missingBefore: [String]
    let missingAfter: [String]
  }

  let status: String
  @OrNull var cost: Double?
  @OrNull var bound: Double?
  @OrNull var gap: Double?
  let chains: [Chain]
  let dropped: [String]
  /// Trips that must be driven and are on no chain.
  let missing: [String]
  let tripPrices: [String: Double]
  let vehiclePrices: [String: Double]
  var counterfactuals: [Counterfactual]?
  let nodes: Int
  let programs: Int
  let solver: String
  var seconds: Double

  /// What kept the search from ending by itself, other than a limit.
  let trouble: String?
  /// A line for each missing trip that no vehicle could drive.
  let obstacles: [String]
  /// The vehicles in the order of the file, and how many units there are.
  private let vehicles: [String]
  private let counts: [String: Int]

  private enum CodingKeys: String, CodingKey {
    case status, cost, bound, gap, chains, dropped, missing, tripPrices, vehiclePrices, counterfactuals, nodes, programs, solver
    case seconds
  }

  init(_ answer: TripAssignment, _ file: TripFile, time: Swift.Duration) {
    let problem = file.problem
    func names(_ trips: [Int]) -> [String] { trips.map { problem.trips[$0].id.text } }
    let isWhole = answer.verdict.isFeasible
    let cost = file.cost(of: answer.verdict)
    self.cost = isWhole ? cost : nil
    let proved = file.bound(answer.bound)
    // A plan whose optimality is proved in whole numbers is its own bound.
    let isItsOwnBound = isWhole && answer.gap == 0 && file.isExact
    let bound: Double? = answer.termination == .infeasible ? nil : isItsOwnBound ? cost : isWhole ? min(cost, proved) : proved
    self.bound = bound
    let gap = isWhole ? bound.map { cost > $0 ? (cost - $0) / cost : 0 } : nil
    self.gap = gap
    // Beside a cost of sixteen digits a small one may be rounded away: then nothing is proved that deserves the name.
    let isRounded = answer.termination == .optimal && gap ?? 0 > 1e-6
    switch answer.termination {
    case .optimal: status = isRounded ? "timeLimit" : "optimal"
    case .infeasible: status = "infeasible"
    case .limit, .cancelled, .numericalTrouble: status = "timeLimit"
    }
    trouble =
      if case .numericalTrouble(let words) = answer.termination { words } else {
        isRounded ? "The costs have more digits between the greatest and the least than can be told apart" : nil
      }
    var units: [Int: Int] = [:]
    chains = answer.chains.map { chain in
      units[chain.vehicle, default: 0] += 1
      return Chain(
        vehicle: problem.vehicles[chain.vehicle].id.text, unit: units[chain.vehicle, default: 1], trips: names(chain.trips))
    }
    dropped = names(answer.verdict.dropped)
    missing = names(answer.verdict.missing)
    tripPrices = Dictionary(uniqueKeysWithValues: zip(problem.trips, answer.tripPrices).map { ($0.id.text, file.amount($1)) })
    vehiclePrices = Dictionary(
      uniqueKeysWithValues: zip(problem.vehicles, answer.vehiclePrices).map { ($0.id.text, file.amount($1)) })
    vehicles = problem.vehicles.map(\.id.text)
    counts = Dictionary(uniqueKeysWithValues: problem.vehicles.map { ($0.id.text, $0.count) })
    nodes = answer.nodes
    programs = answer.programs
    solver = "column generation and branch and bound on GLPK"
    seconds = time.roundedSeconds
    obstacles = answer.verdict.missing.compactMap { trip in
      let obstacles = problem.obstacles(to: trip)
      guard !obstacles.isEmpty else { return nil }
      let reasons = obstacles.map { "\(problem.vehicles[$0.vehicle].id): \($0.reasons.map(file.words).joined(separator: ", "))" }
      return "\(problem.trips[trip].id) fits no vehicle of \(problem.trips[trip].depot) (\(reasons.joined(separator: "; "))). "
        + "Maybe give it a dropCost."
    }
  }

  /// A change for people.
  func words(_ change: TripChange, _ file: TripFile) -> String {
    switch change {
    case .oneMore(let vehicle): "one more \(file.problem.vehicles[vehicle].id)"
    case .longerShift(let vehicle, let time):
      "\(file.problem.vehicles[vehicle].id) \(file.time(time)) s longer"
    case .without(let trip): "without \(file.problem.trips[trip].id)"
    }
  }

  /// Takes in what a change would bring.
  mutating func add(_ found: TripCounterfactual, _ file: TripFile) {
    let isWhole = found.missingBefore.isEmpty && found.missingAfter.isEmpty
    func names(_ trips: [Int]) -> [String] { trips.map { file.problem.trips[$0].id.text } }
    counterfactuals =
      (counterfactuals ?? []) + [
        Counterfactual(
          change: words(found.change, file), price: found.price.map(file.amount),
          saving: isWhole ? file.amount(Double(found.saving)) : nil, proved: found.isProved,
          missingBefore: names(found.missingBefore), missingAfter: names(found.missingAfter))
      ]
  }

  /// A price for people: six digits that count.
  private func rounded(_ price: Double) -> String {
    guard price != 0, price.isFinite else { return "\(price)" }
    let digits = 5 - Int(log10(abs(price)).rounded(.down))
    let power = pow(10, Double(min(300, abs(digits))))
    return "\(digits >= 0 ? (price * power).rounded() / power : (price / power).rounded() * power)"
  }

  /// The same for people.
  var table: String {
    let proof = gap.map { $0 == 0 ? "proved optimal" : "at most \(($0 * 1e6).rounded() / 1e4) % above the best possible" }
    let driven = chains.reduce(0) { $0 + $1.trips.count }
    var lines = [
      "\(status): " + (cost.map { "cost \($0)" } ?? "no plan") + (proof.map { ", \($0)" } ?? ""),
      "\(driven) trips on \(chains.count) vehicles, \(dropped.count) dropped, \(missing.count) missing; \(seconds) s",
    ]
    lines +=
      TextTable(
        ["vehicle", "of", "driving", "price of one more"],
        vehicles.map { id in
          ["\(id)", "\(counts[id] ?? 0)", "\(chains.count { $0.vehicle == id })", rounded(vehiclePrices[id] ?? 0)]
        }
      ).lines
    if !chains.isEmpty {
      lines +=
        TextTable(["unit", "trips"], chains.map { ["\($0.vehicle) \($0.unit)", $0.trips.joined(separator: " ")] }, words: 1).lines
    }
    if !dropped.isEmpty { lines.append("  dropped: \(dropped.joined(separator: " "))") }
    if let counterfactuals {
      lines +=
        TextTable(
          ["solved again", "price", "saves", "proved", "missing"],
          counterfactuals.map { found in
            [
              found.change, found.price.map(rounded) ?? "", found.saving.map(rounded) ?? "", found.proved ? "yes" : "no",
              found.missingBefore == found.missingAfter ? "" : "\(found.missingBefore.count) → \(found.missingAfter.count)",
            ]
          }, words: 0
        ).lines
    }
    return lines.joined(separator: "\n")
  }
}

extension TripFile {
  /// What stands in the way, for people.
  func words(_ reason: TripObstacle.Reason) -> String {
    switch reason {
    case .noUnits: "no unit that may drive"
    case .beforeShift(let span): "it begins \(time(span)) s before the shift"
    case .afterShift(let span): "it ends \(time(span)) s after the shift"
    case .capacity(let dimension, let excess): "\(load(excess, dimension: dimension)) too much in dimension \(dimension)"
    case .skill(let skill): "lacks \(skill)"
    }
  }
}
