public import Logistics

/// What stands on a ``PromiseBoard`` at a moment.
public struct PromiseDays: Sendable {
  static let never = Int32.max

  /// What stands there for one lane.
  struct Entry {
    /// The day of delivery for each area.
    var days: [Int32]
    var leaves = never
    var from = 0
    var until = 0

    func stands(as other: Entry) -> Bool { leaves == other.leaves && days == other.days }
  }

  private let areas: Int
  private var days: [Int32]
  private var leaves: [Int32]
  /// The seconds since 1970 from which and until which a lane's days stand.
  private var from: [Int]
  private var until: [Int]
  /// Those within which the days of all lanes stand.
  private var span = 0..<0

  init(lanes: Int, areas: Int) {
    self.areas = areas
    days = [Int32](repeating: Self.never, count: lanes * areas)
    leaves = [Int32](repeating: Self.never, count: lanes)
    from = [Int](repeating: 0, count: lanes)
    until = [Int](repeating: 0, count: lanes)
  }

  /// The day on which an order can be promised by a lane to an area, by the numbers of both; `nil` if it cannot.
  public func delivery(lane: Int, area: Int) -> LocalDate? {
    let day = days[lane * areas + area]
    return day == Self.never ? nil : LocalDate(dayNumber: Int(day))
  }

  /// The day on which it leaves the node; `nil` if it never does.
  public func departure(lane: Int) -> LocalDate? {
    leaves[lane] == Self.never ? nil : LocalDate(dayNumber: Int(leaves[lane]))
  }

  /// Lends the days of delivery as day numbers, lane by lane, area by area; `Int32.max` where there is none.
  package func withDeliveries<Result>(_ body: (UnsafeBufferPointer<Int32>) throws -> Result) rethrows -> Result {
    try days.withUnsafeBufferPointer(body)
  }

  /// Whether the days of all lanes stand for who orders at a moment.
  public func holds(at placedAt: Instant) -> Bool { holds(at: placedAt.secondsSince1970) }

  func holds(at now: Int) -> Bool { span.contains(now) }

  func holds(_ lane: Int, at now: Int) -> Bool { now >= from[lane] && now < until[lane] }

  mutating func set(_ lane: Int, to entry: Entry) {
    for area in 0..<areas { days[lane * areas + area] = entry.days[area] }
    leaves[lane] = entry.leaves
    // Going back in time, what stood later may stand since then.
    from[lane] = entry.from
    until[lane] = entry.until
  }

  mutating func noteSpan() {
    let first = from.max() ?? 0
    span = first..<max(first, until.min() ?? .max)
  }
}
