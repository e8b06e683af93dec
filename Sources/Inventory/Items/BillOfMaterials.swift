public import Logistics

/// Which products are kits, and of what: a kit lies nowhere itself; it is as many as its components allow.
///
/// A component may be a kit again, and kits may share components.
///
/// ```swift
/// var bill = BillOfMaterials()
/// try bill.set([OrderLine("cup", quantity: 6), OrderLine("tray", quantity: 1)], of: "tea-set")
/// try bill.explode([OrderLine("tea-set", quantity: 2), OrderLine("cup", quantity: 1)])   // 13 cups and 2 trays
/// ```
public struct BillOfMaterials: Hashable, Sendable {
  /// What each kit is made of, as it was set.
  public private(set) var kits: [SKU: [OrderLine]] = [:]
  /// The same down to what is no kit, each product once, by its name.
  private var exploded: [SKU: [OrderLine]] = [:]
  /// The kits that name a product directly.
  private var users: [SKU: Set<SKU>] = [:]

  /// No kits.
  public init() {}

  /// Whether a product is a kit.
  public func isKit(_ sku: SKU) -> Bool { kits[sku] != nil }

  /// What one unit of a kit needs in all, each product once, by its name; empty for what is no kit.
  public func components(of kit: SKU) -> [OrderLine] { exploded[kit] ?? [] }

  /// Whether a product goes into a kit, directly or by way of another.
  public func contains(_ sku: SKU, in kit: SKU) -> Bool {
    var seen: Set<SKU> = []
    var ahead = [kit]
    while let next = ahead.popLast() {
      for line in kits[next] ?? [] where seen.insert(line.sku).inserted {
        if line.sku == sku { return true }
        ahead.append(line.sku)
      }
    }
    return false
  }

  /// Says what a kit is made of; with no components it is no kit any more.
  ///
  /// - Throws: `InvalidInput` with every component that is the kit itself or contains it, of which a line asks for more than
  ///   10⁶, or of which a kit would need more than 10¹². Nothing has changed then.
  /// - Complexity: In proportion to the components below the kit, and again for each kit that contains it.
  public mutating func set(_ components: [OrderLine], of kit: SKU) throws(InvalidInput) {
    var faults = FaultList()
    for (index, line) in components.enumerated() where line.sku == kit || contains(kit, in: line.sku) {
      faults.add(at: "$[\(index)].sku", found: "\(line.sku)", expected: "nothing that is or contains \(kit)")
    }
    for (index, line) in components.enumerated() {
      // As many as an order line may have where it is read.
      faults.check(
        line.quantity <= 1_000_000, at: "$[\(index)].quantity", found: "\(line.quantity) units", expected: "1 to 10^6")
    }
    try faults.throwIfAny("kit \(kit)")
    var changed = self
    for line in kits[kit] ?? [] { changed.users[line.sku]?.remove(kit) }
    changed.kits[kit] = components.isEmpty ? nil : components
    for line in components { changed.users[line.sku, default: []].insert(kit) }
    for each in changed.dependents(of: kit) {
      changed.exploded[each] = try changed.kits[each].map { lines throws(InvalidInput) in try changed.explode(lines) }
    }
    self = changed
  }

  /// A kit and all kits that contain it, each after those it contains.
  private func dependents(of kit: SKU) -> [SKU] {
    var affected: Set<SKU> = [kit]
    var ahead = [kit]
    while let next = ahead.popLast() {
      for user in users[next] ?? [] where affected.insert(user).inserted { ahead.append(user) }
    }
    var waiting = Dictionary(
      uniqueKeysWithValues: affected.map { each in (each, Set((kits[each] ?? []).map(\.sku)).count(where: affected.contains)) })
    waiting[kit] = 0
    var order = [kit]
    var next = 0
    while next < order.count {
      for user in (users[order[next]] ?? []).sorted() {
        waiting[user]! -= 1
        if waiting[user] == 0 { order.append(user) }
      }
      next += 1
    }
    return order
  }

  /// The products that order lines need, kits taken apart, each product once, by its name.
  ///
  /// - Throws: `InvalidInput` with every line by which more than 10¹² units of a product are needed.
  /// - Complexity: O(*n* log *n*) in the lines and the components of their kits.
  public func explode(_ lines: [OrderLine]) throws(InvalidInput) -> [OrderLine] {
    var faults = FaultList()
    var units: [SKU: Int] = [:]
    for (index, line) in lines.enumerated() {
      for part in exploded[line.sku] ?? [OrderLine(line.sku, quantity: 1)] {
        let (needed, over) = part.quantity.multipliedReportingOverflow(by: line.quantity)
        let sum = over || needed > Allocation.limit ? Int.max : needed + units[part.sku, default: 0]
        guard
          faults.check(
            sum <= Allocation.limit, at: "$[\(index)].quantity", found: "\(line.quantity) of \(line.sku)",
            expected: "at most 10^12 units of \(part.sku) in all")
        else { continue }
        units[part.sku] = sum
      }
    }
    try faults.throwIfAny("order lines")
    return units.sorted { $0.key < $1.key }.map { OrderLine($0.key, quantity: $0.value) }
  }
}
