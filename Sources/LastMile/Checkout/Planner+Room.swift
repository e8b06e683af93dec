import Logistics
import Routing

extension Planner.State {
  /// What one order takes of what nodes and vehicles can do in a day.
  struct Room {
    /// A time at which the vehicles of a node come.
    struct Visit: Hashable {
      let day: Planner.NodeDay
      let window: TimeWindow
    }

    /// Compartments of one size in a locker on a day.
    struct Compartment: Hashable {
      let locker: ID<Node>
      let place: LockerBook.Place
    }

    let order: ID<Order>
    var parcels: [Planner.NodeDay: Int] = [:]
    /// What the house's vehicles bring, at each time at which they come.
    var visits: [Visit: SlotRequest] = [:]
    /// Where its parcels lie until they are fetched.
    var compartments: [Compartment: Int] = [:]

    init(of order: ID<Order>) { self.order = order }

    init(_ offer: Offer, in network: Network) {
      self.init(offer.order, offer.parcels, offer.lastLeg.map { [$0] } ?? [], in: network)
    }

    init(_ accepted: AcceptedOrder, in network: Network) {
      self.init(accepted.order, accepted.parcels, accepted.lastLegs, in: network)
    }

    private init(_ order: Order, _ shipped: [OfferedParcel], _ lastLegs: [OfferedLeg], in network: Network) {
      self.order = order.id
      for leg in lastLegs { parcels[Planner.NodeDay(node: leg.parcel.hub, day: leg.promise.leavesOn), default: 0] += 1 }
      for parcel in shipped {
        // What lies at the hub leaves it in the last leg.
        guard !lastLegs.contains(where: parcel.isAtHub) else { continue }
        parcels[Planner.NodeDay(node: parcel.contents.node, day: parcel.promise.leavesOn), default: 0] += 1
      }
      if case .pickup(let locker) = order.fulfilment {
        for stay in shipped.lazy.compactMap(\.stay) {
          for day in stay.days {
            let place = LockerBook.Place(compartment: stay.compartment, day: day)
            compartments[Compartment(locker: locker, place: place), default: 0] += 1
          }
        }
      }
      for visit in network.visits(of: order, shipped) { visits[Visit(day: visit.day, window: visit.window)] = visit.request }
    }

    /// What is enough for either.
    func union(_ other: Room) -> Room {
      var both = self
      both.parcels.merge(other.parcels) { max($0, $1) }
      both.visits.merge(other.visits) { $0.covering($1) }
      both.compartments.merge(other.compartments) { max($0, $1) }
      return both
    }

    /// The compartments that it takes beyond another room, and nothing else.
    func without(_ other: Room) -> Room {
      var rest = Room(of: order)
      rest.compartments = compartments.merging(other.compartments.mapValues { -$0 }, uniquingKeysWith: +).filter { $0.value > 0 }
      return rest
    }

    /// What is enough for itself and for any of some offers.
    func union(_ offers: some Sequence<Offer>, in network: Network) -> Room {
      offers.reduce(self) { $0.union(Room($1, in: network)) }
    }

    fileprivate func name(_ visit: Visit) -> ID<Job> { Self.name(order, visit.window) }

    /// What the tentative plan of a day calls the visit of an order.
    static func name(_ order: ID<Order>, _ window: TimeWindow) -> ID<Job> {
      ID("\(order) \(window.opens.secondsSince1970) \(window.closes.secondsSince1970)")
    }

    /// The order of a visit by its name.
    static func order(of name: ID<Job>) -> ID<Order> {
      ID(name.text.split(separator: " ", omittingEmptySubsequences: false).dropLast(2).joined(separator: " "))
    }
  }

  /// Takes the visits, the parcels and the compartments that an order needs now and did not need before, and gives back what it
  /// no longer needs; or, if there is too little of something, changes nothing.
  mutating func exchange(_ old: Room, for new: Room, in network: Network) -> Bool {
    for (key, count) in new.parcels where count > old.parcels[key] ?? 0 {
      guard let limit = network.site(key.node)?.parcelLimit else { continue }
      guard (parcels[key] ?? 0) - (old.parcels[key] ?? 0) + count <= limit else { return false }
    }
    for (key, count) in new.compartments where count > old.compartments[key] ?? 0 {
      guard let locker = network.locker(key.locker) else { continue }
      let others = (lockers[key.locker]?.taken[key.place] ?? 0) - (old.compartments[key] ?? 0)
      guard others + count <= locker.compartments[key.place.compartment].count else { return false }
    }
    let more = new.visits.filter { old.visits[$0.key]?.covers($0.value) != true }
    let fewer = new.visits.filter { more[$0.key] == nil }
    // What grows gives up its place for a larger one, and gets it back if there is none.
    var before: [Planner.NodeDay: TentativePlan] = [:]
    for visit in more.keys where old.visits[visit] != nil {
      before[visit.day] = days[visit.day]
      days[visit.day]?.remove(new.name(visit))
    }
    var taken: [Room.Visit] = []
    for (visit, request) in more.sorted(by: { $0.key.window.opens < $1.key.window.opens }) {
      guard days.hold(request, as: new.name(visit), at: visit, in: network) else {
        for visit in taken { days[visit.day]?.remove(new.name(visit)) }
        days.merge(before) { $1 }
        return false
      }
      taken.append(visit)
    }
    var kept = new
    kept.visits = fewer
    var given = old
    given.visits = old.visits.filter { more[$0.key] == nil }
    move(given, to: kept)
    return true
  }

  /// Gives back what an order needed before and does not need now.
  ///
  /// - Precondition: what is needed now of visits was held before.
  mutating func move(_ old: Room, to new: Room) {
    for (key, count) in old.parcels { parcels[key, default: 0] -= count }
    for (key, count) in new.parcels { parcels[key, default: 0] += count }
    for (key, count) in old.compartments { lockers[key.locker, default: LockerBook()].take(-count, at: key.place) }
    for (key, count) in new.compartments { lockers[key.locker, default: LockerBook()].take(count, at: key.place) }
    for (visit, request) in old.visits {
      guard let smaller = new.visits[visit] else {
        days[visit.day]?.remove(old.name(visit))
        continue
      }
      if smaller != request { days[visit.day]?.reduce(old.name(visit), to: smaller) }
    }
  }
}

extension [Planner.NodeDay: TentativePlan] {
  /// Holds a visit in the routes of its day.
  fileprivate mutating func hold(
    _ request: SlotRequest, as name: ID<Job>, at visit: Planner.State.Room.Visit, in network: Network
  ) -> Bool {
    if self[visit.day] == nil { self[visit.day] = network.emptyDay(visit.day) }
    if case .held = try? self[visit.day]?.insert(request, as: name, in: visit.window) { return true }
    return false
  }
}

extension OfferedParcel {
  /// Whether it lies at the hub of a last leg and goes on with it.
  func isAtHub(of leg: OfferedLeg) -> Bool {
    leg.parcel.hub == contents.node && leg.service == service && leg.promise == promise
  }
}

extension AcceptedOrder {
  /// Whether a parcel lies at a hub already, from which it leaves in a last leg.
  func isAtHub(_ parcel: OfferedParcel) -> Bool { lastLegs.contains(where: parcel.isAtHub) }
}
