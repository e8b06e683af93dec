public import Logistics
public import Returns

/// Goods that a customer sends back and that are to be fetched at the door.
public struct ReturnRequest: Hashable, Sendable {
  public let id: ID<ReturnRequest>
  /// The order they came with, as the customer names it.
  public let order: ID<Order>
  /// The day they were handed over.
  public let deliveredOn: LocalDate
  public let requestedAt: Instant
  public let address: Coordinate
  public let line: OrderLine
  public let reason: ReturnReason

  /// A request.
  public init(
    id: ID<ReturnRequest>, order: ID<Order>, deliveredOn: LocalDate, requestedAt: Instant, address: Coordinate,
    line: OrderLine, reason: ReturnReason
  ) {
    self.id = id
    self.order = order
    self.deliveredOn = deliveredOn
    self.requestedAt = requestedAt
    self.address = address
    self.line = line
    self.reason = reason
  }
}
