public import Inventory
public import Logistics

/// Units of one order line that a customer asks to return, or that came unasked.
public struct ReturnItem: Hashable, Sendable {
  /// The line they came with; `nil` for goods that arrived and of which nobody knows it yet.
  public let origin: ReturnOrigin?
  public let sku: SKU
  /// How many, 1 to 1,000,000.
  public let quantity: Int
  /// The serial numbers, one a unit; or none, if the product has none or they are not known yet (``ReturnAction/identify(_:)``).
  public let serials: [ID<SerialNumber>]
  /// Whether every unit of the product has a serial number.
  public let isTrackedBySerial: Bool
  public let reason: ReturnReason
  public let claim: ReturnClaim

  /// Units.
  ///
  /// - Throws: `InvalidInput` with every fault: a quantity out of bounds, serial numbers that are not one a unit, twice the
  ///   same, or of a product that has none.
  public init(
    of origin: ReturnOrigin?, _ sku: SKU, quantity: Int, serials: [ID<SerialNumber>] = [], isTrackedBySerial: Bool = false,
    because reason: ReturnReason, by claim: ReturnClaim
  ) throws(InvalidInput) {
    var faults = FaultList()
    faults.check(
      (1...1_000_000).contains(quantity), at: "quantity", found: "\(quantity)", expected: "1 to 1,000,000")
    if !serials.isEmpty {
      faults.check(
        isTrackedBySerial, at: "serials", found: "\(serials.count)", expected: "none, as the product is not tracked by them")
      faults.check(
        serials.count == quantity, at: "serials", found: "\(serials.count)", expected: "one for each of \(quantity) units")
      faults.check(
        Set(serials).count == serials.count, at: "serials", found: "the same twice", expected: "each once")
    }
    try faults.throwIfAny("item of a return")
    self.origin = origin
    self.sku = sku
    self.quantity = quantity
    self.serials = serials
    self.isTrackedBySerial = isTrackedBySerial
    self.reason = reason
    self.claim = claim
  }
}

extension ReturnItem: Codable {
  private enum CodingKeys: String, CodingKey {
    case origin, sku, quantity, serials, isTrackedBySerial, reason, claim
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let origin = try container.decodeIfPresent(ReturnOrigin.self, forKey: .origin)
    let sku = try container.decode(SKU.self, forKey: .sku)
    let quantity = try container.decode(Int.self, forKey: .quantity)
    let serials = try container.decode([ID<SerialNumber>].self, forKey: .serials)
    let isTracked = try container.decode(Bool.self, forKey: .isTrackedBySerial)
    let reason = try container.decode(ReturnReason.self, forKey: .reason)
    let claim = try container.decode(ReturnClaim.self, forKey: .claim)
    do {
      try self.init(
        of: origin, sku, quantity: quantity, serials: serials, isTrackedBySerial: isTracked, because: reason, by: claim)
    } catch {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "\(error)"))
    }
  }
}
