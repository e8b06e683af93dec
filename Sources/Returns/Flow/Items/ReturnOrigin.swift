public import Inventory
public import Logistics

/// The line of an order that units came with.
public struct ReturnOrigin: Hashable, Sendable, Codable {
  /// The order, as the shipment to the customer names it.
  public let order: ID<StockReference>
  /// The line, unique within its order.
  public let line: ID<OrderLine>

  /// A line of an order.
  public init(order: ID<StockReference>, line: ID<OrderLine>) {
    self.order = order
    self.line = line
  }
}

extension ReturnOrigin: Comparable {
  public static func < (left: Self, right: Self) -> Bool {
    (left.order, left.line) < (right.order, right.line)
  }
}

extension ReturnOrigin: CustomStringConvertible {
  public var description: String { "line \(line) of order \(order)" }
}
