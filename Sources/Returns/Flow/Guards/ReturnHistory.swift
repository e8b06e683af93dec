public import Inventory
public import Logistics

/// What has to be known beside a case to let it ask for units: what was delivered, and what of it other returns have.
public struct ReturnHistory: Hashable, Sendable {
  /// What was delivered with a line of an order.
  public struct Delivery: Hashable, Sendable, Codable {
    public let origin: ReturnOrigin
    public let sku: SKU
    /// Units that reached the customer, replacements of them not counted.
    public let quantity: Int
    /// The serial numbers that reached the customer, those of replacements too, of a product that is tracked by them.
    public let serials: Set<ID<SerialNumber>>

    /// A delivery.
    public init(_ origin: ReturnOrigin, _ sku: SKU, quantity: Int, serials: Set<ID<SerialNumber>> = []) {
      self.origin = origin
      self.sku = sku
      self.quantity = quantity
      self.serials = serials
    }
  }

  /// The deliveries, by their line.
  public private(set) var deliveries: [ReturnOrigin: Delivery]
  /// The units of each line that other returns have.
  public private(set) var taken: [ReturnOrigin: Int]
  /// The serial numbers that other returns have.
  public private(set) var takenSerials: [ReturnOrigin: Set<ID<SerialNumber>>]
  public let record: ReturnRecord
  public let limits: ReturnLimits

  /// A history. Of two deliveries of one line the later in the list counts.
  ///
  /// - Parameter others: The other returns of the same orders, whatever their state.
  public init(
    _ deliveries: [Delivery], others: [ReturnCase] = [], record: ReturnRecord = ReturnRecord(), limits: ReturnLimits = .none
  ) {
    self.deliveries = Dictionary(deliveries.map { ($0.origin, $0) }) { $1 }
    self.record = record
    self.limits = limits
    taken = [:]
    takenSerials = [:]
    for other in others {
      for lot in other.lots where lot.isClaim {
        guard let origin = lot.origin else { continue }
        taken[origin, default: 0] += lot.quantity
        takenSerials[origin, default: []].formUnion(lot.serials)
      }
    }
  }
}
