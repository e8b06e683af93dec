public import Logistics
import Synchronization

extension Planner {
  /// A customer fetched what lay at a store or a locker: all parcels of an order that have come by then, as far as they were
  /// promised or ``noteDelivery(of:from:on:)`` told.
  ///
  /// Of a locker the compartments are free for others from the next day on.
  ///
  /// - Parameter date: the day on which they were fetched.
  /// - Returns: Whether there is such an order, and something of it lay there.
  @discardableResult
  public func notePickup(of order: ID<Order>, at place: ID<Node>, on date: LocalDate) async -> Bool {
    // Orders change one after the other.
    await resourcing.pass { state.withLock { $0.notePickup(of: order, at: place, on: date, in: network) } }
  }
}

extension Planner.State {
  fileprivate mutating func notePickup(
    of id: ID<Order>, at place: ID<Node>, on date: LocalDate, in network: Network
  ) -> Bool {
    guard let number = index[id], case .pickup(place) = accepted[number].order.fulfilment else { return false }
    let before = accepted[number]
    let fetched = before.parcels.indices.filter { index in
      let parcel = before.parcels[index]
      return parcel.promise.arrivesOn <= date || delivered[id]?[parcel.contents.node] != nil
    }
    guard !fetched.isEmpty else { return false }
    for index in fetched {
      delivered[id, default: [:]][before.parcels[index].contents.node] = date
      if let stay = before.parcels[index].stay { accepted[number].parcels[index].stay!.through = min(stay.through, date) }
    }
    move(Room(before, in: network), to: Room(accepted[number], in: network))
    return true
  }
}
