import Logistics

extension Planner.State {
  /// What one order takes of what nodes and vehicles can do in a day.
  struct Room {
    var parcels: [Planner.NodeDay: Int] = [:]
    /// A door for each node and day on which the house's vehicles come.
    var doors: [Planner.NodeDay: Goods] = [:]

    init() {}

    /// What an order may take that is not known yet to ship in one way or in another.
    init(anyOf offers: some Sequence<Offer>) {
      for offer in offers {
        let room = Room(Shipping(offer))
        parcels.merge(room.parcels) { max($0, $1) }
        doors.merge(room.doors) { one, other in
          Goods(weight: max(one.weight, other.weight), volume: max(one.volume, other.volume))
        }
      }
    }

    init(_ shipping: Shipping) {
      for leg in shipping.lastLegs {
        parcels[Planner.NodeDay(node: leg.parcel.hub, day: leg.promise.leavesOn), default: 0] += 1
      }
      for parcel in shipping.parcels where !shipping.isAtHub(parcel) {
        let node = parcel.contents.node
        parcels[Planner.NodeDay(node: node, day: parcel.promise.leavesOn), default: 0] += 1
        guard parcel.role == .ownVan else { continue }
        let door = Planner.NodeDay(node: node, day: parcel.promise.deliveryDate)
        doors[door, default: Goods()].weight += parcel.contents.weight
        doors[door, default: Goods()].volume += parcel.contents.volume
      }
    }
  }

  /// Takes the doors, the room and the parcels that an order needs now and did not need before, and gives back what it no longer
  /// needs; or, if there is too little of something, changes nothing.
  mutating func exchange(_ before: Shipping, for after: Shipping, in network: Network) -> Bool {
    exchange(Room(before), for: Room(after), in: network)
  }

  mutating func exchange(_ old: Room, for new: Room, in network: Network) -> Bool {
    for (key, count) in new.parcels where count > old.parcels[key] ?? 0 {
      guard let limit = network.site(key.node)?.parcelLimit else { continue }
      guard (parcels[key] ?? 0) - (old.parcels[key] ?? 0) + count <= limit else { return false }
    }
    for (key, goods) in new.doors where goods != old.doors[key] {
      var others = promised[key] ?? Planner.PromisedDay()
      if let own = old.doors[key] { others.remove(own) }
      guard network.hasRoom(at: key.node, beside: others, for: goods) else { return false }
    }
    move(old, to: new)
    return true
  }

  /// Gives back what an order needed before and takes what it needs now, whether it is there or not.
  mutating func move(_ before: Shipping, to after: Shipping) { move(Room(before), to: Room(after)) }

  mutating func move(_ old: Room, to new: Room) {
    for (key, count) in old.parcels { parcels[key, default: 0] -= count }
    for (key, goods) in old.doors { promised[key, default: Planner.PromisedDay()].remove(goods) }
    for (key, count) in new.parcels { parcels[key, default: 0] += count }
    for (key, goods) in new.doors { promised[key, default: Planner.PromisedDay()].add(goods) }
  }
}

extension Planner.PromisedDay {
  fileprivate mutating func add(_ goods: Goods) {
    doors += 1
    weight += goods.weight
    volume += goods.volume
  }

  fileprivate mutating func remove(_ goods: Goods) {
    doors -= 1
    weight -= goods.weight
    volume -= goods.volume
  }
}

/// What an order sends on its way.
struct Shipping {
  var parcels: [OfferedParcel] = []
  var lastLegs: [OfferedLeg] = []

  init() {}

  init(_ offer: Offer) {
    parcels = offer.parcels
    lastLegs = offer.lastLeg.map { [$0] } ?? []
  }

  /// Whether a parcel lies at the hub already, from which it leaves in a last leg.
  func isAtHub(_ parcel: OfferedParcel) -> Bool {
    lastLegs.contains { $0.parcel.hub == parcel.contents.node && $0.service == parcel.service && $0.promise == parcel.promise }
  }
}

extension AcceptedOrder {
  var shipping: Shipping {
    var shipping = Shipping()
    (shipping.parcels, shipping.lastLegs) = (parcels, lastLegs)
    return shipping
  }
}
