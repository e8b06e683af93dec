import Logistics

extension QuoteOption {
  /// What a customer is told of the option: the promise, then why it is not sooner, in the order in which it happens.
  public func messages(in network: Network) -> [CustomerMessage] { [promiseMessage(in: network)] + reasonMessages(in: network) }

  /// When it comes and where.
  ///
  /// - Parameter tellsProbability: whether it says how sure that is.
  public func promiseMessage(in network: Network, tellsProbability: Bool = false) -> CustomerMessage {
    .promised(
      on: promisedDate, within: network.hours(of: window, on: promisedDate), network.handover(of: offer.order, offer.parcels),
      probability: tellsProbability ? probability : nil)
  }

  /// Why it is not sooner: each of its ``reasons``.
  public func reasonMessages(in network: Network) -> [CustomerMessage] { reasons.map { CustomerMessage($0, in: network) } }
}
