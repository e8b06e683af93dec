import Dispatching
import Interchange
import Logistics

/// What `lastmile assign` prints of trips.
struct TripReport: Encodable {
  struct Chain: Encodable {
    let vehicle: String
    let unit: Int
    let trips: [String]
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
  let nodes: Int
  let programs: Int
  let solver: String
  let seconds: Double

  init(_ answer: TripAssignment, _ file: TripFile, time: Swift.Duration) {
    let problem = file.problem
    func names(_ trips: [Int]) -> [String] { trips.map { problem.trips[$0].id.text } }
    switch answer.termination {
    case .optimal: status = "optimal"
    case .infeasible: status = "infeasible"
    case .limit, .cancelled, .numericalTrouble: status = "timeLimit"
    }
    let isWhole = answer.verdict.isFeasible
    let cost = file.cost(of: answer.verdict)
    self.cost = isWhole ? cost : nil
    let proved = file.bound(answer.bound)
    // A plan whose optimality is proved in whole numbers is its own bound.
    let isItsOwnBound = isWhole && answer.gap == 0 && file.isExact
    let bound: Double? = answer.termination == .infeasible ? nil : isItsOwnBound ? cost : isWhole ? min(cost, proved) : proved
    self.bound = bound
    gap = isWhole ? bound.map { cost > $0 ? (cost - $0) / cost : 0 } : nil
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
    nodes = answer.nodes
    programs = answer.programs
    solver = "column generation and branch and bound on GLPK"
    seconds = time.roundedSeconds
  }
}
