import Dispatching
import Interchange
import Logistics
import Routing

/// What `lastmile why` prints: clients and routes in the numbers of the files, amounts in their unit.
struct WhyReport: Encodable {
  /// A rule in the way of a client.
  struct Rule: Encodable {
    let kind: PlanViolation.Kind
    let amount: FileAmount
    @OrNull var client: Int?
  }

  /// What is in the way on one route, or on a vehicle that does nothing else.
  struct Obstacle: Encodable {
    let vehicle: String
    @OrNull var route: Int?
    let rules: [Rule]
    /// Whether all rules are in the way at once; otherwise each of them is at some place the only one.
    let together: Bool
  }

  /// A change that has the client served.
  struct Change: Encodable {
    /// `nothing`, or what is changed.
    let kind: String
    @OrNull var amount: FileAmount?
    @OrNull var client: Int?
    @OrNull var window: Int?
    @OrNull var vehicle: String?
    @OrNull var dimension: Int?
    @OrNull var skills: [String]?
    let extraCost: FileAmount
    /// The route that it joins while all others stay as they are.
    @OrNull var route: Int?
    /// Whether other stops are moved.
    let moves: Bool
    let routes: [[Int]]
    let text: String
  }

  /// A client that is left out, or clients of which both or one are.
  struct LeftOut: Encodable {
    let kind: String
    let clients: [Int]
    @OrNull var dropCost: FileAmount?
    /// What the client costs at the margin, by the linear program over the routes that were met.
    @OrNull var price: FileAmount?
    let vehicles: [Obstacle]
    let changes: [Change]
    let depth: String
  }

  /// Clients of which each must be served and not all can be.
  struct Conflict: Encodable {
    let clients: [[Int]]
    let proved: Bool
    let irreducible: Bool
    let grounds: String
  }

  /// What one thing more is worth, or costs.
  struct Price: Encodable {
    @OrNull var client: Int?
    @OrNull var vehicle: String?
    let price: FileAmount
  }

  let instance: String
  let feasible: Bool
  let cost: FileAmount
  let vehicles: Int
  let leftOut: [LeftOut]
  @OrNull var conflict: Conflict?
  let clientPrices: [Price]
  let vehiclePrices: [Price]
  let iterations: Int
  let seed: UInt64

  init(
    _ instance: RoutingInstance, _ file: SolutionFile, _ verdict: Verdict, _ left: [LeftOutDemand], _ conflict: DemandConflict?,
    _ selection: RouteSelection?, _ replanning: Replanning
  ) {
    let words = WhyWords(instance, file)
    let problem = instance.problem
    self.instance = instance.name
    feasible = verdict.isFeasible
    cost = instance.cost(of: verdict)
    vehicles = verdict.routes.count { !$0.stops.isEmpty }
    let jobPrices = selection?.jobPrices ?? []
    leftOut = left.map { words.leftOut($0, jobPrices) }
    _conflict = OrNull(wrappedValue: conflict.map(words.conflict))
    clientPrices = jobPrices.enumerated().map {
      Price(client: instance.clientNumbers[$0], vehicle: nil, price: instance.cost($1))
    }
    vehiclePrices = (selection?.vehiclePrices ?? []).enumerated().map {
      Price(client: nil, vehicle: problem.vehicles[$0].id.text, price: instance.cost($1))
    }
    iterations = replanning.iterations
    seed = replanning.seed
  }
}
