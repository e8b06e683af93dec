import Logistics

extension StockState {
  mutating func track(_ item: StockItem) throws(InvalidInput) -> MoveOutcome {
    if case .lots(let life) = item.tracking {
      var faults = FaultList()
      faults.check(
        (0...TimeSpan.limit).contains(life.seconds), at: "$.minimumLife", found: "\(life)", expected: "0 to 10^12 s")
      try faults.throwIfAny("product \(item.sku)")
    }
    let product = makeProduct(item.sku)
    let before = products[product].tracking
    guard before != item.tracking else { return .done }
    if products[product].isKit {
      return .conflicts([Fault(at: "$.sku", found: "kit \(item.sku)", expected: "a product that lies somewhere")])
    }
    if case .lots = before, case .lots = item.tracking {
    } else if products[product].hasMoved {
      return .conflicts([
        Fault(at: "$.tracking", found: "units of \(item.sku) already came or left", expected: "no units yet")
      ])
    }
    products[product].tracking = item.tracking
    for cell in products[product].cells where cells[cell].extra >= 0 {
      for entry in extras[cells[cell].extra].shelf.entries { outdateLater(entry.lot, in: cell) }
    }
    return .done
  }

  mutating func setKit(_ kit: SKU, of components: [OrderLine]) throws(InvalidInput) -> MoveOutcome {
    let product = makeProduct(kit)
    let known = products[product].cells.contains { cell in
      var balance = cells[cell].balance
      balance.safety = 0
      return balance != .zero
    }
    if !components.isEmpty, known || products[product].tracking != .count {
      return .conflicts([Fault(at: "$.sku", found: "\(kit), which lies or is due somewhere", expected: "a product that does not")]
      )
    }
    try bill.set(components, of: kit)
    products[product].isKit = !components.isEmpty
    for line in components { _ = makeProduct(line.sku) }
    return .done
  }

  /// What is wrong with products that are to lie somewhere: kits do not.
  func faults(ofKitsAmong skus: some Sequence<SKU>) -> [Fault] {
    skus.enumerated().compactMap { index, sku in
      let product = product(sku)
      guard product >= 0, products[product].isKit else { return nil }
      return Fault(at: "$[\(index)].sku", found: "kit \(sku)", expected: "its components")
    }
  }

  mutating func allot(
    _ quantity: Int, of sku: SKU, at node: ID<Node>?, for channel: Channel, reference: ID<StockRequest>, at now: Instant
  ) throws(InvalidInput) -> MoveOutcome {
    var faults = FaultList()
    faults.check((0...Allocation.limit).contains(quantity), at: "$.quantity", found: "\(quantity) units", expected: "0 to 10^12")
    try faults.throwIfAny("allotment")
    if let fault = self.faults(ofKitsAmong: [sku]).first {
      return .conflicts([Fault(at: "$.sku", found: fault.found, expected: fault.expected)])
    }
    let cell = makeCell(sku, node)
    let extra = makeExtra(cell)
    let index = extras[extra].allotments.firstIndex { $0.channel == channel } ?? extras[extra].allotments.count
    let rounds = extras[extra].allotments.map(\.round).max() ?? 0
    if index == extras[extra].allotments.count {
      extras[extra].allotments.append(ChannelAllotment(channel: channel, remaining: 0, round: 0))
    }
    let change = quantity - extras[extra].allotments[index].remaining
    extras[extra].allotments[index].remaining = quantity
    extras[extra].allotments[index].round = rounds + 1
    if change != 0 {
      post(cell, .allotment, StockBalance(allotted: change), .text(reference.text), at: now, parts: [.channel(channel)])
    }
    return .done
  }

  func allotments(of sku: SKU) -> [Allotment] {
    let product = product(sku)
    guard product >= 0 else { return [] }
    let anywhere = products[product].anywhere
    let kept = ((anywhere < 0 ? [] : [anywhere]) + products[product].cells).filter { cells[$0].extra >= 0 }
    let allotments = kept.flatMap { cell in
      extras[cells[cell].extra].allotments.filter { $0.remaining > 0 }.map {
        Allotment(sku, at: places[cells[cell].place], for: $0.channel, quantity: $0.remaining)
      }
    }
    // Anywhere comes before every node.
    return allotments.sorted { left, right in
      if (left.node == nil) != (right.node == nil) { return left.node == nil }
      return (left.node ?? "", left.channel.rawValue) < (right.node ?? "", right.channel.rawValue)
    }
  }
}
