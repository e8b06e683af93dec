public import Forecasting
public import Logistics
import Promising
import Synchronization

extension Planner {
  /// How late parcels came so far, lane by lane: what the probabilities of quotes are taken from.
  public var lateness: LatenessRecord { state.withLock { $0.lateness } }

  /// A parcel, or all parcels of an order from one node, came to the customer.
  ///
  /// From then on the lanes that they came by promise a little more surely, or less. How late they are is counted from the day that was
  /// promised first, whatever news of a delay was told meanwhile: see ``report(_:)``, which leaves alone what has come.
  ///
  /// - Parameter date: the day on which they came, on the calendar of the destination.
  /// - Returns: Whether there is such an order, and it ships from there.
  @discardableResult
  public func noteDelivery(of order: ID<Order>, from node: ID<Node>, on date: LocalDate) -> Bool {
    state.withLock { state in
      guard let place = state.index[order] else { return false }
      let accepted = state.accepted[place]
      let parcels = accepted.parcels.filter { $0.contents.node == node }
      for parcel in parcels {
        state.lateness.observe(
          network.lane(parcel.contents.node, parcel.service, accepted.order.fulfilment),
          daysLate: (parcel.firstPromise ?? parcel.promise).deliveryDate.days(until: date), on: date)
      }
      if !parcels.isEmpty { state.delivered[order, default: [:]][node] = date }
      return !parcels.isEmpty
    }
  }

  /// The probability that every part of an offer is there on its promised day, if they are late independently of each other.
  func probability(of offer: Offer, by record: LatenessRecord, on date: LocalDate) -> Double {
    let legs =
      offer.lastLeg.map { [($0.parcel.hub, $0.service, $0.promise)] }
      ?? offer.parcels.map { ($0.contents.node, $0.service, $0.promise) }
    return legs.reduce(1) { probability, leg in
      let slack = leg.2.deliveryDate.days(until: offer.promisedDate)
      return probability * record.probability(network.lane(leg.0, leg.1, offer.order.fulfilment), within: slack, on: date)
    }
  }
}

extension Network {
  /// The lane of a parcel, by the names of its node, service and band.
  fileprivate func lane(_ node: ID<Node>, _ service: ID<DeliveryService>, _ fulfilment: Fulfilment) -> LatenessRecord.Lane {
    let area = destination(of: fulfilment).flatMap { place in site(node).flatMap { site in self.band(from: site.node, to: place) }
    }
    return LatenessRecord.Lane(node: node.text, service: service.text, area: area?.text ?? "")
  }
}
