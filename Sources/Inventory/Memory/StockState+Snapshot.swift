import Logistics

extension StockState {
  /// Nodes that were asked for together, and where in a table each place of the store goes.
  struct AskedNodes {
    private(set) var nodes: [ID<Node>] = []
    private(set) var rows: [ID<Node>: Int] = [:]
    /// The row of each place, or -1.
    private(set) var rowOfPlace: [Int] = []

    func isFor(_ nodes: [ID<Node>], places: Int) -> Bool { rowOfPlace.count == places && self.nodes == nodes }

    init() {}

    init(_ nodes: [ID<Node>], places: Int, number: (ID<Node>) -> Int) {
      self.nodes = nodes
      rows = Dictionary(zip(nodes, nodes.indices), uniquingKeysWith: { first, _ in first })
      rowOfPlace = [Int](repeating: -1, count: places)
      for (node, row) in rows {
        let place = number(node)
        if place >= 0 { rowOfPlace[place] = row }
      }
    }
  }

  mutating func snapshot(of skus: [SKU], at nodes: [ID<Node>], _ asker: Asker, at now: Instant) -> StockSnapshot {
    if !asked.isFor(nodes, places: places.count) { asked = AskedNodes(nodes, places: places.count) { place($0) } }
    let width = skus.count
    var units = [Int](repeating: 0, count: nodes.count * width)
    for (column, sku) in skus.enumerated() {
      let product = product(sku)
      guard product >= 0 else { continue }
      guard products[product].isKit else {
        look(product, asker, into: &units, at: column, every: width)
        continue
      }
      // Of a kit there are as many as of its scarcest component.
      var least = [Int](repeating: .max, count: nodes.count)
      let components = bill.components(of: sku)
      for component in components {
        var here = [Int](repeating: 0, count: nodes.count)
        let part = self.product(component.sku)
        if part >= 0 { look(part, asker, into: &here, at: 0, every: 1) }
        for row in nodes.indices { least[row] = min(least[row], here[row] / component.quantity) }
      }
      for row in nodes.indices { units[row * width + column] = components.isEmpty ? 0 : least[row] }
    }
    if asked.rows.count < nodes.count {
      for (row, node) in nodes.enumerated() {
        guard let first = asked.rows[node], first != row else { continue }
        for column in 0..<width { units[row * width + column] = units[first * width + column] }
      }
    }
    return StockSnapshot(
      nodes: nodes, rows: asked.rows, skus: skus, units: units, channel: asker.channel, takenAt: now, sequence: ledger.count)
  }

  /// Writes what an asker may have of a product at each of the nodes that were asked for and ever had any, into a column of a table.
  private func look(_ product: Int, _ asker: Asker, into units: inout [Int], at column: Int, every width: Int) {
    let cap = cap(product, asker)
    let (isCapped, isKeptFromSafety) = (cap.lying < .max, asker.isKeptFromSafety)
    for shelf in products[product].shelf {
      let row = asked.rowOfPlace[shelf.place]
      guard row >= 0 else { continue }
      let cell = row &* width &+ column
      if isCapped || shelf.hasExtra {
        units[cell] = found(room(shelf.cell, asker), cap).all
      } else {
        units[cell] = max(0, shelf.free - (isKeptFromSafety ? shelf.safety : 0))
      }
    }
  }
}
