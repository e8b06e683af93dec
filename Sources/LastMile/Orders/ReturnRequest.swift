public import Logistics
public import Returns

/// Goods that a customer sends back and that are to be fetched at the door.
public struct ReturnRequest: Hashable, Sendable {
  public let id: ID<ReturnRequest>
  /// The order they came with, as the customer names it.
  public let order: ID<Order>
  /// Who sends them back; `nil` if nobody said so, and then it is whoever placed ``order``, if that is known.
  public let customer: ID<Customer>?
  /// The day they were handed over.
  public let deliveredOn: LocalDate
  public let requestedAt: Instant
  public let address: Coordinate
  public let line: OrderLine
  public let reason: ReturnReason
  /// The order that brings what takes their place to the same door: old out, new in, one visit. `nil` for goods that are not
  /// replaced. What becomes of the visit if the order comes on another day or in another way, ``ReturnPickup`` says.
  public let replacement: ID<Order>?
  /// The hours that the customer chose; `nil` for any in which the house's vehicles come. A swap keeps those of the delivery.
  public let window: TimeWindow?

  /// A request.
  public init(
    id: ID<ReturnRequest>, order: ID<Order>, customer: ID<Customer>? = nil, deliveredOn: LocalDate, requestedAt: Instant,
    address: Coordinate, line: OrderLine, reason: ReturnReason, replacement: ID<Order>? = nil,
    window: TimeWindow? = nil
  ) {
    self.id = id
    self.order = order
    self.customer = customer
    self.deliveredOn = deliveredOn
    self.requestedAt = requestedAt
    self.address = address
    self.line = line
    self.reason = reason
    self.replacement = replacement
    self.window = window
  }
}
