/// What the checker says of a plan.
public struct Verdict: Hashable, Sendable {
  /// The routes with their times, in the order they were given; those of an unknown vehicle or with an unknown job are left
  /// out.
  public let routes: [ScheduledRoute]
  /// The jobs on no route, ascending. For alternatives of which none is served stands the first of them; the others, and those
  /// of which another is served, are not listed.
  public let unassigned: [Int]
  /// The routes' costs and the drop costs of the jobs and alternatives left out.
  public let cost: Int
  /// Every rule that is broken.
  public let violations: [Violation]

  /// Whether no rule is broken.
  public var isFeasible: Bool { violations.isEmpty }

  /// How much of the cost is the price of the routes' work by the problem's ``Balance``.
  public var balancePrice: Int { sum(\.balancePrice) }

  /// How much of the cost is the price of the routes' spread by the problem's ``Preferences``.
  public var spreadPrice: Int { sum(\.spreadPrice) }

  /// How much of the cost is the price of doing otherwise than was told, by the ``Announcement`` of each job served.
  public var announcementPrice: Int { sum(\.announcementPrice) }

  private func sum(_ part: KeyPath<ScheduledRoute, Int>) -> Int {
    var sum = ClampedSum()
    for route in routes { sum.add(route[keyPath: part]) }
    return sum.total
  }
}
