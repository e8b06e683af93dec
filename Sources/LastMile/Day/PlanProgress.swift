public import Dispatching
public import Routing

/// What the planning of a day is at.
public enum PlanProgress: Sendable {
  /// Looking for routes.
  case searching(SearchProgress)
  /// Choosing anew among so many routes that the search met.
  case choosing(candidates: Int)
  /// Proving what no plan can cost less than.
  case proving(BoundProgress)
}
