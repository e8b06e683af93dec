public import Logistics

/// What is asked of an inventory: all of these units for one owner, or none.
public struct HoldRequest: Hashable, Sendable, Codable {
  /// Sent again unchanged, it is answered as the first time.
  public let id: ID<StockRequest>
  /// What is wanted; several entries for one node and product are added up, and kits share what they are made of.
  public let allocations: [Allocation]
  public let owner: ID<HoldOwner>
  /// The channel the order is placed on, which decides whether safety stock and what is kept for a channel may be taken.
  public let channel: Channel
  /// The moment from which the hold is void.
  public let until: Instant
  /// The moment until which it may wait for what does not lie there yet (a pre-order, a back-order), or `nil` if it may not
  /// wait. What lies there is taken first, then what is due first; lots that are past their sell-by at that moment are not.
  public let waitsUntil: Instant?

  /// A request.
  public init(
    id: ID<StockRequest>, _ allocations: [Allocation], for owner: ID<HoldOwner>, on channel: Channel, until: Instant,
    waitingUntil waitsUntil: Instant? = nil
  ) {
    self.id = id
    self.allocations = allocations
    self.owner = owner
    self.channel = channel
    self.until = until
    self.waitsUntil = waitsUntil
  }
}
