public import Inventory
import Logistics

extension Scenario {
  /// The stock before the first order, in memory.
  ///
  /// - Throws: `InvalidInput` if an amount is out of range.
  public func openingStock() async throws -> InMemoryInventory {
    let inventory = InMemoryInventory()
    let opening = orders.first?.placedAt ?? network.zone.instant(date, .midnight)
    let units = stock.filter { $0.onHand > 0 }.map { Allocation($0.sku, at: $0.node, quantity: $0.onHand) }
    if !units.isEmpty {
      _ = try await inventory.receive(units, as: .delivery, reference: "opening", requestID: "opening", at: opening)
    }
    for entry in stock where entry.safety > 0 {
      try await inventory.setSafetyStock(entry.safety, of: entry.sku, at: entry.node, at: opening)
    }
    return inventory
  }

  /// Places every order, one after the other, as its moment comes.
  ///
  /// - Parameters:
  ///   - planner: A planner on this scenario's network and ``openingStock()``.
  ///   - progress: Told how many orders are through, every now and then.
  /// - Returns: What became of each order.
  public func replay(on planner: Planner, progress: (Int) -> Void = { _ in }) async throws -> [Acceptance] {
    var outcomes: [Acceptance] = []
    outcomes.reserveCapacity(orders.count)
    for order in orders {
      outcomes.append(try await planner.place(order))
      if outcomes.count % 100 == 0 { progress(outcomes.count) }
    }
    return outcomes
  }
}
