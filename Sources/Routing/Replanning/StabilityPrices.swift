public import Logistics
import Travel

/// What it costs to do otherwise than was told, in the unit of the objective.
///
/// What the plan says is what customers were told: when the service begins, and which vehicle comes.
public struct StabilityPrices: Sendable, Hashable {
  /// What a second costs by which a service begins sooner or later.
  public var perSecond: Int
  /// What a stop costs that another vehicle serves.
  public var perVehicle: Int
  /// What it costs, besides its drop cost, to leave out a job that may be left out and was planned.
  public var perDropped: Int
  /// How much sooner than told a service may begin at the most; before that the vehicle waits. `nil` for as soon as its windows allow.
  public var mostEarly: TimeSpan?

  /// Prices.
  public init(perSecond: Int, perVehicle: Int, perDropped: Int = 0, mostEarly: TimeSpan? = .zero) {
    self.perSecond = perSecond
    self.perVehicle = perVehicle
    self.perDropped = perDropped
    self.mostEarly = mostEarly
  }

  /// No prices: the rest of the day is planned as if nobody had been told anything.
  public static let none = StabilityPrices(perSecond: 0, perVehicle: 0, mostEarly: nil)

  /// Prices in proportion to what driving costs in a problem: so that four customers need not wait a minute longer a vehicle may drive a
  /// minute, and five for one who would get another driver.
  ///
  /// Driving costs what the dearest vehicle asks for a second and for the metres that it does in one on average. O(jobs).
  public static func usual(for problem: RoutingProblem) -> StabilityPrices {
    let travel = problem.travel
    var (metres, seconds) = (0, 0)
    // A few ways tell how fast vehicles are.
    let places = problem.jobs.map(\.place)
    for (from, to) in zip(places, places.dropFirst()) {
      metres += travel.distance(from: from, to: to).metres
      seconds += travel.duration(from: from, to: to).seconds
    }
    let driving = problem.vehicles.map { vehicle in
      let perMetre = min(vehicle.costPerMetre, Int.max / 2 / max(1, metres))
      return vehicle.costPerSecond + perMetre * metres / max(1, seconds)
    }
    let second = min(RoutingProblem.largestRate, max(1, driving.max() ?? 1))
    return StabilityPrices(perSecond: max(1, second / 4), perVehicle: min(RoutingProblem.largestCost, 300 * second))
  }
}

/// What a day that does not go as planned may take beyond the rules.
public struct Leeway: Sendable, Hashable {
  /// What a second costs by which a service begins after its last window has closed, for jobs that have no ``Lateness`` of their own; `nil`
  /// where windows are kept or the job is not served.
  public var costPerLateSecond: Int?
  /// How much longer than their shift vehicles may be out.
  public var overrun: TimeSpan

  /// A leeway; none, if nothing is given.
  public init(costPerLateSecond: Int? = nil, overrun: TimeSpan = .zero) {
    self.costPerLateSecond = costPerLateSecond
    self.overrun = overrun
  }
}
