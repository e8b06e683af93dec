import Inventory
package import Logistics

/// What a problem was before rules took something from it: asked only for reasons.
final class Screen: Sendable {
  let exclusions: Exclusions
  let supply: SourcingProblem.Supply

  init(_ exclusions: Exclusions, _ supply: SourcingProblem.Supply) {
    self.exclusions = exclusions
    self.supply = supply
  }
}

extension SourcingProblem {
  /// The same problem where excluded lanes and lines count as out of stock, and the rules are named as the reason.
  ///
  /// A problem without exclusions costs nothing more; one with some takes its part of the stock once, lanes × lines.
  ///
  /// Exclusions of a problem that has some already are added to them; reasons are told for the last ones.
  ///
  /// - Precondition: The exclusions are those of this order.
  public func excluding(_ exclusions: Exclusions) -> SourcingProblem {
    precondition(
      exclusions.laneCount == order.lanes.count && exclusions.skus == order.lines.map(\.sku), "exclusions of another order")
    guard !exclusions.isEmpty else { return self }
    let width = order.lines.count
    switch supply {
    case .table(var units, let parcelsLeft):
      for lane in order.lanes.indices {
        for line in 0..<width where exclusions.excludes(lane: lane, line: line) { units[lane][line] = 0 }
      }
      return SourcingProblem(order, .table(units, parcelsLeft: parcelsLeft), screen: Screen(exclusions, supply))
    case .snapshot(let stock, let parcelsLeft, let prices):
      var skus: [SKU] = []
      var lines: [Int] = []
      for (index, line) in order.lines.enumerated() where !skus.contains(line.sku) {
        skus.append(line.sku)
        lines.append(index)
      }
      var units: [Int] = []
      units.reserveCapacity(order.lanes.count * lines.count)
      // Names are looked up once for a row and a column, not for every cell.
      let columns = skus.map { stock.column(of: $0) }
      for (lane, node) in order.lanes.map(\.node).enumerated() {
        let row = stock.row(of: node)
        for (line, column) in zip(lines, columns) {
          guard let row, let column, !exclusions.excludes(lane: lane, line: line) else {
            units.append(0)
            continue
          }
          units.append(stock[node: row, sku: column])
        }
      }
      let nodes = order.lanes.map(\.node)
      let rest = StockSnapshot(
        nodes: nodes, skus: skus, units: units, channel: stock.channel, takenAt: stock.takenAt, sequence: stock.sequence)
      let own = prices.map { prices in
        var own = StockPrices(for: rest)
        for (row, node) in nodes.enumerated() {
          for (column, sku) in skus.enumerated() { own[node: row, sku: column] = prices[sku, at: node] }
        }
        return own
      }
      return SourcingProblem(
        order, .snapshot(rest, parcelsLeft: parcelsLeft, prices: own), screen: Screen(exclusions, supply))
    }
  }

  /// Units of a product on lanes that ship to the address, which rules keep there, and the rules; zero without rules.
  package func heldBack(_ sku: SKU) -> (units: Int, rules: [ID<EligibilityRule>]) {
    guard let screen, let line = order.lines.firstIndex(where: { $0.sku == sku }) else { return (0, []) }
    let before = SourcingProblem(order, screen.supply)
    var units = 0
    var rules: [ID<EligibilityRule>] = []
    for (index, lane) in order.lanes.enumerated() where !lane.services.isEmpty {
      guard let rule = screen.exclusions.rule(lane: index, line: line), before.available(index, line) > 0,
        before.parcelsLeft(index) ?? 1 > 0
      else { continue }
      units += min(before.available(index, line), order.unitsOf(sku))
      if !rules.contains(rule) { rules.append(rule) }
    }
    return (units, rules)
  }

  /// Units of a product that the lanes of the order may ship, in all.
  package func found(_ sku: SKU) -> Int {
    guard let line = order.lines.firstIndex(where: { $0.sku == sku }) else { return 0 }
    return order.lanes.indices.reduce(0) { $0 + max(0, available($1, line)) }
  }

  /// Why there is too little of a product.
  package func shortage(of sku: SKU, wanted: Int, found: Int) -> SourcingObstacle {
    let (units, rules) = heldBack(sku)
    return units > 0
      ? .excluded(sku, wanted: wanted, found: found, heldBack: units, by: rules) : .stock(sku, wanted: wanted, found: found)
  }
}

extension SourcingOrder {
  /// Units wanted of a product on all its lines.
  func unitsOf(_ sku: SKU) -> Int { lines.reduce(0) { $0 + ($1.sku == sku ? $1.quantity : 0) } }
}
