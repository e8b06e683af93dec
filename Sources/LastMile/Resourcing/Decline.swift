public import Inventory
public import Logistics

/// A node's word that it cannot ship what an order was to get from there.
public struct Decline: Hashable, Sendable {
  /// Why it cannot.
  public enum Reason: Hashable, Sendable {
    /// The units are not where the books say: the count is corrected.
    case notFound
    /// The units are there but not fit for sale: they are booked as damaged.
    case damaged
    /// The units are there and fit, but nobody works there until a moment, or (`nil`) nobody knows until when. The books stay as
    /// they are.
    case closed(until: Instant?)
  }

  /// Its name. Said again unchanged, it is answered as the first time.
  public let id: ID<Decline>
  public let order: ID<Order>
  public let node: ID<Node>
  /// What does not ship, all at the node; with lot or serial numbers where the product is tracked by them.
  public let units: [StockUnits]
  public let reason: Reason
  public let at: Instant

  /// A decline. It is judged by ``Planner/decline(_:)``.
  public init(
    id: ID<Decline>, of order: ID<Order>, at node: ID<Node>, _ units: [StockUnits], because reason: Reason, at instant: Instant
  ) {
    self.id = id
    self.order = order
    self.node = node
    self.units = units
    self.reason = reason
    self.at = instant
  }

  /// A decline of products that are not tracked.
  public init(
    id: ID<Decline>, of order: ID<Order>, at node: ID<Node>, lines: [OrderLine], because reason: Reason, at instant: Instant
  ) {
    self.init(
      id: id, of: order, at: node, lines.map { StockUnits($0.sku, at: node, quantity: $0.quantity) }, because: reason, at: instant
    )
  }
}

/// What became of a decline.
public enum DeclineOutcome: Hashable, Sendable {
  /// The stock is corrected and the order ships in another way, or not any more: see ``Resourcing``.
  case resourced(Resourcing)
  case refused(DeclineRefusal)

  /// What changed for the order, if the decline was taken.
  public var resourcing: Resourcing? {
    if case .resourced(let resourcing) = self { resourcing } else { nil }
  }
}

/// Why a decline was not taken. The order stands as before.
public enum DeclineRefusal: Hashable, Sendable {
  /// No order of that name was accepted.
  case unknownOrder
  /// The order is to get fewer units from the node: each product, what was declined and what is still open there.
  case notOpen([Shortage])
  /// The books say otherwise of a lot or a serial number, or need one: each place and what stands there.
  case conflicts([Fault])
  /// The name was used before for another decline.
  case differentDecline
  /// Stock and room moved away again and again. The stock is corrected; say it again.
  case outrun
}

extension Decline {
  /// - Throws: `InvalidInput` with every fault.
  func check() throws(InvalidInput) {
    var faults = FaultList()
    faults.check(!units.isEmpty, at: "$.units", found: "nothing", expected: "at least one unit")
    for (index, each) in units.enumerated() {
      faults.check(
        (1...Allocation.limit).contains(each.quantity), at: "$.units[\(index)].quantity", found: "\(each.quantity) units",
        expected: "1 to 10^12")
      faults.check(each.node == node, at: "$.units[\(index)].node", found: "\(each.node)", expected: "\(node)")
    }
    try faults.throwIfAny("decline \(id)")
  }

  /// What a hold loses by it, as it was asked for: a kit as a whole, whichever of its components is missing.
  func lost(of hold: Hold, kits: BillOfMaterials) throws -> Result<[Allocation], DeclineRefusal> {
    var lost: [SKU: Int] = [:]
    var missing: [SKU: Int] = [:]
    for each in units { missing[each.sku, default: 0] += each.quantity }
    let asked = hold.stillToShip(from: node, kits: kits)
    for each in asked {
      lost[each.sku] = min(missing[each.sku] ?? 0, each.quantity)
      missing[each.sku, default: 0] -= lost[each.sku]!
    }
    for each in asked {
      for component in kits.components(of: each.sku) {
        let short = max(0, missing[component.sku] ?? 0)
        let kits = min((short + component.quantity - 1) / component.quantity, each.quantity)
        lost[each.sku] = max(lost[each.sku]!, kits)
        missing[component.sku] = short - min(short, kits * component.quantity)
      }
    }
    let shortages = missing.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map { sku, units in
      let wanted = self.units.reduce(0) { $1.sku == sku ? $0 + $1.quantity : $0 }
      return Shortage(node: node, sku: sku, wanted: wanted, found: wanted - units)
    }
    guard shortages.isEmpty else { return .failure(.notOpen(shortages)) }
    return .success(asked.compactMap { lost[$0.sku]! > 0 ? Allocation($0.sku, at: node, quantity: lost[$0.sku]!) : nil })
  }
}

extension DeclineRefusal: Error {}

extension Hold {
  /// What of it has not left a node yet, as it was asked for: kits as kits, as far as all their components are there.
  func stillToShip(from node: ID<Node>, kits: BillOfMaterials) -> [Allocation] {
    var open: [SKU: Int] = [:]
    for each in self.open where each.node == node { open[each.sku] = each.quantity }
    // What is asked for by itself first: what kits are made of is told apart only by that.
    let asked = allocations.filter { $0.node == node }
    let single = asked.filter { kits.components(of: $0.sku).isEmpty }.map { each in
      let left = min(each.quantity, open[each.sku] ?? 0)
      open[each.sku, default: 0] -= left
      return Allocation(each.sku, at: node, quantity: left)
    }
    let whole = asked.filter { !kits.components(of: $0.sku).isEmpty }.map { each in
      let components = kits.components(of: each.sku)
      let left = components.reduce(each.quantity) { min($0, (open[$1.sku] ?? 0) / $1.quantity) }
      for component in components { open[component.sku, default: 0] -= left * component.quantity }
      return Allocation(each.sku, at: node, quantity: left)
    }
    return (single + whole).filter { $0.quantity > 0 }.sorted { $0.sku < $1.sku }
  }
}
