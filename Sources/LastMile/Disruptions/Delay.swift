import Inventory
import Logistics
import Promising
import Sourcing

/// One order under news of a delay: promised anew, part by part.
struct Delay {
  /// The order as it is promised by now.
  private(set) var order: AcceptedOrder
  private let disruption: Disruption
  private let waiting: [Allocation]
  private let delivered: Set<ID<Node>>
  /// All that is known of delays, this one included.
  private let news: [Disruption.Kind]
  private let network: Network
  /// The visits of the order that no vehicle can make any more.
  private let stranded: Set<Planner.State.Room.Visit>

  /// How long a shop says "full" before it says "no".
  private static let fullDays = 14

  init(
    _ disruption: Disruption, of order: AcceptedOrder, waiting: [Allocation], delivered: Set<ID<Node>>,
    news: [Disruption.Kind], stranded: Set<Planner.State.Room.Visit>, in network: Network
  ) {
    self.disruption = disruption
    self.order = order
    self.waiting = waiting
    self.delivered = delivered
    self.news = news
    self.network = network
    self.stranded = stranded
  }

  /// Promises anew what the news concerns, and takes the room for it; `nil` if it concerns nothing of the order.
  mutating func judge(_ state: inout Planner.State) -> Disruption.Impact? {
    let before = order
    var parcels: Set<Int> = []
    var legs: Set<Int> = []
    var obstacle: Disruption.Impact.Obstacle?
    func note(_ outcome: Outcome, _ number: Int, in numbers: inout Set<Int>) {
      if case .untouched = outcome { return }
      numbers.insert(number)
      if case .failed(let found) = outcome { obstacle = obstacle ?? found }
    }
    for number in before.parcels.indices where !before.isAtHub(before.parcels[number]) {
      let parcel = before.parcels[number]
      let part = Part(
        promise: parcel.promise, node: parcel.contents.node, service: parcel.service, skus: parcel.contents.lines.map(\.sku),
        isStranded: network.visit(of: parcel).map(stranded.contains) ?? false)
      guard let lane = network.lane(of: parcel, in: before), concerns(part, lane) else { continue }
      let outcome = delay(part, lane, notBefore: behind(part), &state) { $0.parcels[number].remake($1) }
      note(outcome, number, in: &parcels)
    }
    for number in before.lastLegs.indices {
      let feeders = before.parcels.indices.filter { before.lastLeg(after: before.parcels[$0]) == number }
      let leg = before.lastLegs[number]
      let atHub = before.parcels.indices.filter { before.parcels[$0].isAtHub(of: leg) }
      let part = Part(promise: leg.promise, node: leg.parcel.hub, service: leg.service, skus: nil)
      guard let lane = network.lane(of: leg, in: before) else { continue }
      let gathered = feeders.contains(where: parcels.contains) ? gathered(feeders, leg, lane) : nil
      guard gathered != nil || concerns(part, lane) else { continue }
      let outcome = delay(part, lane, notBefore: [gathered, behind(part)].compactMap { $0 }.max(), &state) { order, promise in
        order.lastLegs[number].remake(promise)
        for place in atHub { order.parcels[place].remake(promise) }
      }
      note(outcome, number, in: &legs)
      if legs.contains(number) { parcels.formUnion(feeders + atHub) }
    }
    guard !parcels.isEmpty || !legs.isEmpty else { return nil }
    order.promisedDate = max(before.promisedDate, order.lastDay ?? before.promisedDate)
    return impact(on: before, parcels.sorted(), legs.sorted(), obstacle)
  }

  private func impact(
    on before: AcceptedOrder, _ parcels: [Int], _ legs: [Int], _ obstacle: Disruption.Impact.Obstacle?
  ) -> Disruption.Impact {
    let was = before.promisedDate
    let promise: Disruption.Impact.Promise
    if let obstacle {
      promise = .open(since: was, because: obstacle)
    } else {
      promise = order.promisedDate > was ? .remade(from: was, to: order.promisedDate) : .kept(was)
    }
    let waits = parcels.map { before.parcels[$0] }.filter { !hasLeft($0.promise) }
    return Disruption.Impact(
      disruption: disruption, order: order.order.id, promise: promise, parcels: parcels.map { order.parcels[$0] },
      lastLegs: legs.map { order.lastLegs[$0] },
      waiting: waiting.filter { units in
        waits.contains { $0.contents.node == units.node && $0.contents.lines.contains { $0.sku == units.sku } }
      })
  }

  // MARK: What the news concerns

  /// A parcel or a last leg.
  private struct Part {
    let promise: DeliveryPromise
    let node: ID<Node>
    let service: ID<DeliveryService>
    /// What is in it; `nil` for a last leg, which the books do not know.
    let skus: [SKU]?
    /// Whether no vehicle of the house can bring it when it was promised.
    var isStranded = false
  }

  private func concerns(_ part: Part, _ lane: PromisedLane) -> Bool {
    guard !delivered.contains(part.node) else { return false }
    if case .vehicleOut = disruption.kind { return part.isStranded }
    if case .nodeBehind = disruption.kind { return behind(part) != nil }
    return days(disruption.kind, part, lane, leaving: part.promise.leavesOn) > 0
  }

  /// When a part is ready at the earliest, if its node is behind with it.
  private func behind(_ part: Part) -> Instant? {
    guard case .nodeBehind(part.node, let moment) = disruption.kind, part.promise.readyAt < moment, !hasLeft(part.promise),
      part.skus.map({ skus in waiting.contains { $0.node == part.node && skus.contains($0.sku) } }) ?? true
    else { return nil }
    return moment
  }

  private func hasLeft(_ promise: DeliveryPromise) -> Bool { promise.leavesOn < network.zone.date(at: disruption.at) }

  /// By how many working days news makes a part late that leaves on a day.
  private func days(_ kind: Disruption.Kind, _ part: Part, _ lane: PromisedLane, leaving date: LocalDate) -> Int {
    if case .orderLate(order.order.id, part.node, let days) = kind { return days }
    return kind.workingDaysLate(part.service, from: part.node, to: lane.zone, leaving: date)
  }

  // MARK: The new day

  private enum Outcome {
    case untouched
    case promised
    case failed(Disruption.Impact.Obstacle)
  }

  /// When an order that is gathered could leave its hub at the earliest, if something for it comes there later than it was to leave.
  private func gathered(_ feeders: [Int], _ leg: OfferedLeg, _ lane: PromisedLane) -> Instant? {
    guard let last = feeders.map({ order.parcels[$0].promise.deliveryDate }).max(), last > leg.parcel.leg.feederBy ?? last else {
      return nil
    }
    let next = network.zone.instant(last.adding(days: 1), .midnight)
    // Where nothing can be promised, that is found again when the leg is.
    return promise(from: lane.schedule, by: lane.service, to: lane.zone, placedAt: next).promise?.readyAt ?? next
  }

  /// Promises a part anew, on the first day on which there is room for it.
  private mutating func delay(
    _ part: Part, _ lane: PromisedLane, notBefore moment: Instant?, _ state: inout Planner.State,
    _ put: (inout AcceptedOrder, DeliveryPromise) -> Void
  ) -> Outcome {
    let today = network.zone.date(at: disruption.at)
    var ready = moment
    var more = 0
    for _ in 0..<Self.fullDays {
      let new: DeliveryPromise
      switch walk(part, lane, ready, &more) {
      case .notServed(let reason): return .failed(.notServed(reason))
      case .promised(let promise): new = promise
      }
      // It has come by now, as far as anybody knows.
      if new.deliveryDate < today { return .untouched }
      var after = order
      put(&after, new)
      for after in inCompartments(after) where state.exchange(room(of: order), for: room(of: after), in: network) {
        order = after
        return .promised
      }
      // What has not left may leave on the next day; what has can only be brought on the next.
      if moment == nil { more += 1 } else { ready = lane.schedule.zone.instant(new.leavesOn.adding(days: 1), .midnight) }
    }
    return .failed(.full)
  }

  /// The order with the parcel that comes on another day in each compartment that it fits in, the smallest first.
  private func inCompartments(_ after: AcceptedOrder) -> [AcceptedOrder] {
    guard let locker = network.locker(of: order.order.fulfilment),
      let number = after.parcels.indices.first(where: { after.parcels[$0].promise != order.parcels[$0].promise })
    else { return [after] }
    let parcel = after.parcels[number]
    return locker.sizes(for: parcel.contents.weight, parcel.contents.volume).map { size in
      var after = after
      after.parcels[number].stay = LockerStay(parcel.promise, in: locker, compartment: size)
      return after
    }
  }

  /// What an order takes, without the visits that are not held any more.
  private func room(of order: AcceptedOrder) -> Planner.State.Room {
    var room = Planner.State.Room(order, in: network)
    for visit in stranded { room.visits[visit] = nil }
    return room
  }

  /// The chain from the moment at which a part is ready on, late by all that is known and some days more, never earlier than promised.
  private func walk(_ part: Part, _ lane: PromisedLane, _ ready: Instant?, _ more: inout Int) -> PromiseOutcome {
    func promise(late days: Int) -> PromiseOutcome {
      part.promise.delayed(
        readyFrom: ready, workingDaysLate: days, from: lane.schedule, by: lane.service, to: lane.zone)
    }
    let timetable = promise(late: 0)
    guard let leaves = timetable.promise?.leavesOn else { return timetable }
    let late = news.map { days($0, part, lane, leaving: leaves) }.max() ?? 0
    while true {
      let outcome = promise(late: late + more)
      let soonest = part.promise.deliveryDate.adding(days: part.isStranded ? 1 : 0)
      guard let new = outcome.promise, new.deliveryDate < soonest else { return outcome }
      more += 1
    }
  }
}

extension OfferedParcel {
  fileprivate mutating func remake(_ new: DeliveryPromise) {
    guard new != promise else { return }
    firstPromise = firstPromise ?? promise
    promise = new
  }
}

extension OfferedLeg {
  fileprivate mutating func remake(_ new: DeliveryPromise) {
    guard new != promise else { return }
    firstPromise = firstPromise ?? promise
    promise = new
  }
}
