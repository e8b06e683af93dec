public import Logistics
import Synchronization

/// The days that can be promised from many nodes by many services to many areas, kept for as long as they stay the same.
///
/// A day that can be promised changes only when a cut-off passes, a working day ends or a vehicle leaves: for hours it is the same for
/// whoever asks. A checkout that compares thousands of ways looks the days up here, and walks the chain with its reasons (see
/// ``promise(from:by:to:placedAt:)``) only for the few that it shows.
///
/// ```swift
/// let board = PromiseBoard([PromiseBoard.Lane(schedule, express)], to: ["town", "country"])
/// let day = board.days(at: now).delivery(lane: 0, area: 1)
/// ```
///
/// Safe to use from many tasks at once: who finds some days outdated finds them anew, and nobody waits for him.
///
/// Complexity: some nanoseconds a lane while nothing changes, some microseconds for each lane whose days are new.
public final class PromiseBoard: Sendable {
  /// A service from a node.
  public struct Lane: Sendable {
    public let schedule: NodeSchedule
    public let service: DeliveryService

    /// A service from a node.
    public init(_ schedule: NodeSchedule, _ service: DeliveryService) {
      self.schedule = schedule
      self.service = service
    }
  }

  public let lanes: [Lane]
  /// The areas, in the order in which days are asked for; those that a service does not know it does not serve.
  public let areas: [ID<TransitZone>]
  private let transits: [[Transit?]]
  private let latest: Mutex<PromiseDays>

  /// A board on which nothing stands yet.
  public init(_ lanes: [Lane], to areas: [ID<TransitZone>]) {
    self.lanes = lanes
    self.areas = areas
    transits = lanes.map { lane in areas.map { lane.service.transit[$0] } }
    latest = Mutex(PromiseDays(lanes: lanes.count, areas: areas.count))
  }

  /// The days that can be promised to who orders at a moment.
  public func days(at placedAt: Instant) -> PromiseDays {
    var days = latest.withLock { $0 }
    let now = placedAt.secondsSince1970
    guard !days.holds(at: now) else { return days }
    for lane in lanes.indices where !days.holds(lane, at: now) { days.set(lane, to: found(lane, now)) }
    days.noteSpan()
    latest.withLock { $0 = days }
    return days
  }

  /// The promise of a lane to an area, by the numbers of both, with its reasons: see ``promise(from:by:to:placedAt:)``.
  public func promise(lane: Int, area: Int, placedAt: Instant) -> PromiseOutcome {
    Promising.promise(from: lanes[lane].schedule, by: lanes[lane].service, to: areas[area], placedAt: placedAt)
  }

  /// The days of a lane at a moment, and until when they stand.
  private func found(_ lane: Int, _ now: Int) -> PromiseDays.Entry {
    var entry = look(lane, now)
    entry.from = now
    entry.until = now
    // What no calendar knows is looked up every time.
    guard isKnown(lane, Instant(secondsSince1970: now)) else { return entry }
    // The later an order, the later its days: what stands at two moments stands between them.
    var (same, other) = (now, now + 3600)
    while other - now < 14 * 86_400, look(lane, other).stands(as: entry) { (same, other) = (other, now + 2 * (other - now)) }
    while other - same > 1 {
      let middle = same + (other - same) / 2
      if look(lane, middle).stands(as: entry) { same = middle } else { other = middle }
    }
    entry.until = other
    return entry
  }

  private func isKnown(_ lane: Int, _ placedAt: Instant) -> Bool {
    lanes[lane].schedule.work.knows(placedAt) && lanes[lane].service.calendar.knows(placedAt)
  }

  private func look(_ lane: Int, _ now: Int) -> PromiseDays.Entry {
    let (schedule, service) = (lanes[lane].schedule, lanes[lane].service)
    let placedAt = Instant(secondsSince1970: now)
    var entry = PromiseDays.Entry(days: [Int32](repeating: PromiseDays.never, count: areas.count))
    guard isKnown(lane, placedAt) else { return entry }
    var chain = PromiseChain(schedule: schedule, service: service, placedAt: placedAt, noting: false)
    guard let (leaves, delivered) = chain.days(to: transits[lane]) else { return entry }
    entry.leaves = Int32(clamping: leaves.dayNumber)
    for (area, day) in delivered.enumerated() {
      if let day { entry.days[area] = Int32(clamping: day.dayNumber) }
    }
    return entry
  }
}
