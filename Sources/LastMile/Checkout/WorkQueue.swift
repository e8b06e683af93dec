import Logistics
import Promising
import Synchronization

/// The parcels that a node has still to prepare for accepted orders.
///
/// A total, not a list: it grows by what is accepted and shrinks by what moves away, and the node's people work it off at their pace in
/// the hours of its calendar. They do not stand idle while anything is left, whatever day it is for.
struct WorkQueue {
  /// In parts of which a parcel has 3,600 and a second of work does as many as parcels are done in an hour.
  private var left = 0
  private static let parcel = 3600
  /// The moment at which that much was left.
  private var since: Instant
  /// When nothing is.
  private var until: Instant

  init(at now: Instant) { (since, until) = (now, now) }

  /// Adds parcels, or takes them away if the number is negative.
  mutating func add(_ parcels: Int, at now: Instant, _ schedule: NodeSchedule) {
    left = max(0, left(at: now, schedule) + parcels * Self.parcel)
    setOut(from: max(since, now), schedule)
  }

  /// Lets the work rest until a moment, because nobody is there.
  mutating func rest(from now: Instant, until moment: Instant, _ schedule: NodeSchedule) {
    left = left(at: now, schedule)
    setOut(from: max(since, moment), schedule)
  }

  /// What lies before an order that comes now; `nil` if nothing does.
  func backlog(at now: Instant, _ schedule: NodeSchedule) -> Backlog? {
    let left = left(at: now, schedule)
    return left > 0 ? Backlog(parcels: (left + Self.parcel - 1) / Self.parcel, until: until) : nil
  }

  private func left(at now: Instant, _ schedule: NodeSchedule) -> Int {
    guard now > since, let pace = schedule.parcelsPerHour else { return left }
    guard now < until else { return 0 }
    let worked = schedule.work.workingTime(from: since, until: now, in: schedule.zone).seconds
    return max(0, left - worked * pace)
  }

  private mutating func setOut(from moment: Instant, _ schedule: NodeSchedule) {
    guard let pace = schedule.parcelsPerHour else { return }
    since = moment
    // What no calendar knows is never done.
    until =
      schedule.work.instant(after: .seconds((left + pace - 1) / pace), ofWorkFrom: since, in: schedule.zone)
      ?? Instant(secondsSince1970: .max)
  }
}

extension Planner.State {
  /// Adds parcels to the work of nodes, or takes them away.
  mutating func queue(_ parcels: [ID<Node>: Int], at now: Instant, in network: Network) {
    for (node, count) in parcels where count != 0 {
      guard let schedule = network.site(node)?.schedule, schedule.parcelsPerHour != nil else { continue }
      queues[node, default: WorkQueue(at: now)].add(count, at: now, schedule)
    }
  }
}

extension Planner {
  /// The sites, each with the work that lies before an order that comes now.
  func sites(at now: Instant) -> [Site] {
    let queues = state.withLock { $0.queues }
    guard !queues.isEmpty else { return network.sites }
    return network.sites.map { site in
      queues[site.node.id].map { site.behind($0.backlog(at: now, site.schedule)) } ?? site
    }
  }
}

extension AcceptedOrder {
  /// How many parcels each node prepares for it, of those that are not ready before a moment.
  func work(readyFrom moment: Instant? = nil) -> [ID<Node>: Int] {
    var parcels: [ID<Node>: Int] = [:]
    func isOpen(_ promise: DeliveryPromise) -> Bool { moment.map { promise.readyAt >= $0 } ?? true }
    for leg in lastLegs where isOpen(leg.promise) { parcels[leg.parcel.hub, default: 0] += 1 }
    for parcel in self.parcels where !isAtHub(parcel) && isOpen(parcel.promise) { parcels[parcel.contents.node, default: 0] += 1 }
    return parcels
  }
}
