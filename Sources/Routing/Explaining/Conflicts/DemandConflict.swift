/// Demands of which every one must be served and not all can be, each of them needed for that: without any one, the others can.
///
/// What is asked is whether a plan of these demands alone can be driven, as if there were nothing else to do but what has begun.
public struct DemandConflict: Hashable, Sendable {
  /// Why they cannot all be served.
  public enum Grounds: Hashable, Sendable {
    /// Every set of routes of these jobs was judged, in each order and with at most one reload before each job.
    case everyPlan
    /// In one dimension of the load they need more room than all vehicles together have that may carry any of them.
    case room(dimension: Int, needed: Int, available: Int)
    /// They are more stops than all vehicles together may make that may serve any of them.
    case stops(needed: Int, available: Int)
    /// No vehicle can serve two of them, and there are only so many vehicles that can serve one.
    case oneEach(vehicles: Int)
    /// No search of so many iterations found a plan; none is proved not to exist.
    case search(iterations: Int)
  }

  /// The demands, in the problem's order.
  public let demands: [Demand]
  /// Why they cannot all be served.
  public let grounds: Grounds
  /// For each demand a plan that serves all the others and nothing else but what has begun, which the checker finds feasible. Empty if the
  /// limit came before all were found: then there may be fewer demands in conflict.
  public let witnesses: [[Route]]

  /// Whether it is proved that no plan serves them all; otherwise none was found.
  public var isProved: Bool {
    if case .search = grounds { false } else { true }
  }

  /// Whether each of the demands is shown to be needed, by a plan of the others.
  public var isIrreducible: Bool { witnesses.count == demands.count }
}
