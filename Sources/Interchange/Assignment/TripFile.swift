public import Dispatching
public import Logistics

/// A problem of trips and vehicles as `lastmile assign` reads it, and the way back from whole numbers to those of the file.
public struct TripFile: Sendable {
  /// The problem, in whole seconds, metres, units of load and of the objective, each scaled so that the file's decimals are whole.
  public let problem: TripProblem

  /// What a second, a metre and a unit of each class cost in the file's own unit.
  let prices: [Price]
  /// How times, distances, loads and costs were scaled.
  let times: DecimalScale
  let distances: DecimalScale
  let loads: [DecimalScale]
  let costs: DecimalScale
  /// For each trip the cost of leaving it out, in the file's own unit.
  let dropCosts: [Double?]

  struct Price: Sendable {
    let fixed: Double
    let perSecond: Double
    let perMetre: Double
  }

  /// Whether every cost of the file is a whole number of the problem's unit, so that what is proved of one is proved of the other.
  public var isExact: Bool { costs.isExact }

  /// An hour, as the problem counts time.
  public var hour: TimeSpan { .seconds(times.whole(3600)) }

  /// A length of time in the file's unit.
  public func time(_ span: TimeSpan) -> Double { times.value(Double(span.seconds)) }

  /// An amount of load in the file's unit.
  public func load(_ amount: Int, dimension: Int) -> Double { loads[dimension].value(Double(amount)) }

  /// An amount of the objective in the file's unit.
  public func amount(_ cost: Double) -> Double { costs.value(cost) }

  /// What chains cost with everything they leave out, in the file's unit and summed from the file's own numbers.
  public func cost(of verdict: TripVerdict) -> Double {
    var cost = 0.0
    for chain in verdict.chains {
      let price = prices[chain.vehicle]
      cost += price.fixed
      for index in chain.trips {
        let trip = problem.trips[index]
        let seconds = times.value(Double((trip.end - trip.start).seconds))
        cost += seconds * price.perSecond + distances.value(Double(trip.distance.metres)) * price.perMetre
      }
    }
    return verdict.dropped.reduce(cost) { $0 + (dropCosts[$1] ?? 0) }
  }

  /// What no plan costs less than, in the file's unit. Where decimals had to be given up, what rounding may have added is taken off.
  public func bound(_ bound: Int) -> Double {
    let rounding = costs.isExact ? 0 : 0.5 * Double(problem.trips.count * 2 + 1)
    return max(0, amount(Double(bound) - rounding))
  }
}
