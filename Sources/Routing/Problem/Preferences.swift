public import Logistics

/// What makes one plan better than another besides what its routes cost to drive: evenly shared work, and routes that keep to one
/// neighbourhood. Each has a price, in the unit of the objective, and is a part of what a route costs; none forbids anything.
///
/// ```swift
/// let preferences = Preferences(balance: .time(usual: .hours(8), costPerSecond: 1), costPerMetreOfSpread: 2)
/// let problem = try RoutingProblem(travel: travel, jobs: jobs, vehicles: [van], preferences: preferences)
/// ```
public struct Preferences: Sendable, Hashable {
  /// What uneven work costs; `nil` for nothing.
  public var balance: Balance?
  /// What a metre of a route's spread costs, in the unit of the objective; 0 for nothing.
  ///
  /// The spread is the sum of the ways from the most central stop of the route to each of its stops, straight there by the matrix of its
  /// vehicle; the most central stop is the one for which that sum is least. Depots do not count, nor does the order of the stops, so
  /// it says where a route is, not how it is driven. A route costs no more than ``RoutingProblem/largestCost`` for it.
  public var costPerMetreOfSpread: Int

  /// Preferences; none, if nothing is given.
  public init(balance: Balance? = nil, costPerMetreOfSpread: Int = 0) {
    self.balance = balance
    self.costPerMetreOfSpread = costPerMetreOfSpread
  }

  /// Whether nothing is preferred: no price is above zero.
  public var isEmpty: Bool { (balance?.costPerUnit ?? 0) == 0 && costPerMetreOfSpread == 0 }
}

/// A price on work that rises with the work of the route that does it, so that moving some from a busier route to one less busy always
/// pays.
///
/// A route with the work *w* costs `costPerUnit` × *w* × *w* / `usual`, rounded down, and no more than ``RoutingProblem/largestCost``:
/// on a route of the usual work each unit costs `costPerUnit`, on one of half that work half as much. Of two routes that differ by *d*, moving *t*
/// from one to the other saves 2 × `costPerUnit` × *t* × (*d* − *t*) / `usual`. A vehicle that stays idle costs nothing, and opening
/// a route pays if the work shared is worth more than its vehicle.
///
/// The sum of squares is monotone: no plan gets cheaper by a detour, which makes the range between busiest and least busy route, or any
/// deviation from the mean, prefer long tours (P. Matl, R. Hartl and T. Vidal, "Workload equity in vehicle routing problems: a survey
/// and analysis", Transportation Science 52, 2018). See `docs/decisions/0016-preferences.md`.
public struct Balance: Sendable, Hashable {
  /// What counts as work.
  public enum Work: Sendable, Hashable {
    /// The seconds from departure to return, waiting and breaks included.
    case time
    /// The metres driven.
    case distance
    /// The jobs served.
    case stops
    /// What is brought and what is taken back, in one dimension of the load.
    case load(dimension: Int)
  }

  /// What counts as work.
  public let work: Work
  /// The work of a usual route, in its unit: seconds, metres, jobs, or the unit of the dimension. It scales the price and is no limit.
  public let usual: Int
  /// What a unit of work costs on a route of the usual work, in the unit of the objective.
  public let costPerUnit: Int

  private init(_ work: Work, usual: Int, costPerUnit: Int) {
    self.work = work
    self.usual = usual
    self.costPerUnit = costPerUnit
  }

  /// Shares out time: what a second costs on a route of the usual duration.
  public static func time(usual: TimeSpan, costPerSecond: Int) -> Balance {
    Balance(.time, usual: usual.seconds, costPerUnit: costPerSecond)
  }

  /// Shares out distance: what a metre costs on a route of the usual length.
  public static func distance(usual: Distance, costPerMetre: Int) -> Balance {
    Balance(.distance, usual: usual.metres, costPerUnit: costPerMetre)
  }

  /// Shares out jobs: what one costs on a route of the usual number.
  public static func stops(usual: Int, costPerStop: Int) -> Balance {
    Balance(.stops, usual: usual, costPerUnit: costPerStop)
  }

  /// Shares out goods handled: what a unit of a dimension costs on a route that handles the usual amount.
  public static func load(dimension: Int, usual: Int, costPerUnit: Int) -> Balance {
    Balance(.load(dimension: dimension), usual: usual, costPerUnit: costPerUnit)
  }
}
