public import Logistics
public import Routing

/// A day: who drives what when, what is left out and why, what it costs, and how far that is from the best possible.
public struct DayPlan: Sendable {
  public let date: LocalDate
  /// Every visit of the day, whether it is made or not.
  public let stops: [DayStop]
  public let routes: [DayRoute]
  /// The returns that were to be fetched, each with what the law says of it and how it is fetched. Only those that may come back
  /// are stops.
  public let returns: [JudgedReturn]
  public let leftOut: [LeftOut]
  public let cost: DayCost
  /// The least that any plan of these stops with this fleet can cost, if that could be proven.
  public let bound: MinorUnits?
  /// How the bound was proven.
  public let boundMethod: String?
  /// By how much at most another set of the routes that the search met could be cheaper, proven and relative to the bound among
  /// them. It says nothing of routes that nobody met; `nil` if it was not worked out.
  public let candidateGap: Double?
  /// What each stop costs at the margin, by the linear program over the routes that the search met; same order as `stops`,
  /// empty if the program was not solved.
  public let stopPrices: [MinorUnits]
  /// For each kind of vehicle what one more would save, by the same program.
  public let vehiclePrices: [VehiclePrice]
  /// What the independent checker found wrong; a plan with any is not handed out.
  public let violations: [Violation]
  public let search: SearchSummary

  /// By how much the cost exceeds the bound, relative to the bound; `nil` without a bound.
  public var gap: Double? {
    guard let bound, bound.count > 0 else { return nil }
    return Double(cost.total.count - bound.count) / Double(bound.count)
  }
}

/// What a day costs.
public struct DayCost: Hashable, Sendable {
  /// All routes.
  public let routes: MinorUnits
  /// All stops that are left out.
  public let leftOut: MinorUnits

  public var total: MinorUnits { routes + leftOut }
}

/// What one more vehicle of a kind would save.
public struct VehiclePrice: Hashable, Sendable {
  /// The vehicles of the kind.
  public let vehicles: [FleetVehicle]
  /// How many of them drive.
  public let used: Int
  /// What one more would save.
  public let saving: MinorUnits
}

/// How the plan was found.
public struct SearchSummary: Hashable, Sendable {
  public let iterations: Int
  public let seconds: Double
  public let seed: UInt64
  /// How many candidate routes the linear program chose from.
  public let candidates: Int
}
