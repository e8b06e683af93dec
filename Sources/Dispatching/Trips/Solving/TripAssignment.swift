/// Chains of trips for the vehicles of a `TripProblem`, and what is proved of them.
public struct TripAssignment: Sendable {
  /// Why the search ended.
  public enum Termination: Hashable, Sendable {
    /// No plan costs less.
    case optimal
    /// No plan drives all trips that must be driven; that is proved. ``TripVerdict/missing`` names trips that the best plan could not
    /// fit in.
    case infeasible
    /// `TripLimit` came first.
    case limit
    /// The caller's flag was raised.
    case cancelled
    /// A linear program could not be solved; what was found and proved without it is returned.
    case numericalTrouble(String)
  }

  /// The chains as the checker judges them: cost, trips dropped, trips missing.
  public let verdict: TripVerdict
  /// Why the search ended.
  public let termination: Termination
  /// What no plan that drives everything it must can cost less than, in the unit of the objective: proved in whole numbers.
  public let bound: Int
  /// What the linear program costs that lets chains be driven in part: no more than ``bound``, which the search for whole chains may lift.
  /// Trips that must be driven and cannot count at a price that is more than everything else.
  public let relaxation: Double
  /// For each trip what driving it costs at the margin, in the unit of the objective: the price of its row in the linear program, at
  /// most its drop cost.
  public let tripPrices: [Double]
  /// For each class what one more unit would save, in the unit of the objective, by the linear program solved with one more. With whole chains
  /// it may save more or less, by what lies between ``relaxation`` and the cost of the plan; `TripProblem.explain` says. Where a limit
  /// came first, the price of the class in the linear program, which is no less.
  public let vehiclePrices: [Double]
  /// How many nodes of the search tree were visited.
  public let nodes: Int
  /// How many linear programs were solved.
  public let programs: Int
  /// How long it took.
  public let time: Swift.Duration

  /// The chains, by class.
  public var chains: [TripChain] { verdict.chains }

  /// How much cheaper another plan could at most be: (cost − bound) / cost, as it is proved; 0 for an optimum. Meaningless while trips
  /// are missing.
  public var gap: Double {
    verdict.cost <= bound ? 0 : Double(verdict.cost - bound) / Double(max(1, verdict.cost))
  }
}
