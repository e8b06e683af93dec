public import Logistics
public import Routing
import Synchronization

extension Planner {
  /// Moves the visits that are promised for a day between vehicles, each within its hours, so that routes cost less and more can be promised.
  ///
  /// Checkout goes on meanwhile: what is promised or given up in the meantime is brought into the better routes, and if it does not fit
  /// there the routes stay as they were. For a task in the background, every few minutes.
  ///
  /// - Parameters:
  ///   - limit: When to stop, for the vehicles of each node.
  ///   - seed: Another seed, other routes.
  /// - Returns: What the routes cost less.
  /// - Throws: `SearchError` if search and checker disagree; what was improved before that stays so.
  @discardableResult
  public func improveRoutes(of date: LocalDate, limit: SearchLimit, seed: UInt64 = 1, threads: Int = 1) throws -> MinorUnits {
    var saved = 0
    for (key, before) in state.withLock({ $0.days.filter { $0.key.day == date } }).sorted(by: { $0.key.node < $1.key.node }) {
      var better = before
      guard try better.improve(limit, seed: seed, threads: threads) > 0 else { continue }
      saved += state.withLock { state in
        guard let now = state.days[key], better.follow(now), better.cost < now.cost else { return 0 }
        state.days[key] = better
        return now.cost - better.cost
      }
    }
    return DayProblem.money(saved)
  }
}

extension TentativePlan {
  /// Holds what another plan of the same day holds; `false` if something has no place here.
  fileprivate mutating func follow(_ other: TentativePlan) -> Bool {
    let (own, theirs) = (Set(stops), Set(other.stops))
    for stop in own.subtracting(theirs) { remove(stop.id) }
    for stop in theirs.subtracting(own).sorted(by: { $0.id < $1.id }) {
      guard case .held = try? insert(stop.request, as: stop.id, in: stop.window) else { return false }
    }
    return true
  }
}
