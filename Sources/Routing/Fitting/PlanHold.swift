public import Logistics

/// Room in a running plan that is kept for one asker until a moment, and what became of it.
public struct PlanHold: Hashable, Sendable {
  /// Where a hold stands. It only ever moves down this list.
  public enum State: Hashable, Sendable {
    /// Kept until ``PlanHold/until``; that moment itself no longer counts.
    case held
    /// Promised: it no longer expires.
    case confirmed
    /// Given up by its owner.
    case released
    /// Its time ran out.
    case expired
  }

  /// Its name, unique within a plan.
  public let id: ID<PlanHold>
  /// What was asked for.
  public let request: FitRequest
  /// The window that was promised; `nil` for the job's own.
  public let window: TimeWindow?
  /// The moment from which it is void, unless confirmed before.
  public internal(set) var until: Instant
  public internal(set) var state: State
}

/// The answer to the wish to hold room in a running plan.
public enum PlanHoldResult: Hashable, Sendable {
  /// It is held from now on, at this place.
  case held(FitPlace)
  /// It is held from now on, and other stops were moved for it, all within their windows. The routes cost so much more, in the
  /// unit of the objective; less than nothing if moving them saved more.
  case heldByImproving(extraCost: Int)
  /// The same was held under that name already. Nothing has changed.
  case alreadyHeld(PlanHold)
  /// Something else is held under that name. Nothing has changed.
  case nameTaken(PlanHold)
  /// There is no place for it. Nothing has changed.
  case refused(FitObstacle)
}

/// The answer to a change of a hold in a running plan.
public enum PlanHoldChange: Hashable, Sendable {
  /// Why a hold was not changed.
  public enum Refusal: Hashable, Sendable {
    /// No hold has this name.
    case unknown
    /// Its time ran out.
    case expired
    /// It was given up.
    case released
  }

  /// The hold as it stands now; also when it stood so already.
  case done(PlanHold)
  /// Nothing changed.
  case refused(Refusal)
}
