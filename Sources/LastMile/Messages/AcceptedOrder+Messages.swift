import Logistics

extension AcceptedOrder {
  /// That it is confirmed, as it was accepted: when it comes and where.
  public func confirmationMessage(in network: Network) -> CustomerMessage {
    .confirmed(
      order: order.id.text, on: offer.promisedDate, within: network.hours(of: offer.window, on: offer.promisedDate),
      network.handover(of: order, offer.parcels))
  }
}
