import Logistics

extension CheckoutProblem {
  func check() throws(InvalidInput) {
    var faults = FaultList()
    SourcingProblem.check(order, [], greatestPrice: prices?.greatest ?? 0, &faults)
    if let prices {
      faults.check(
        prices.fits(stock), at: "$.prices", found: "prices for other stock", expected: "the nodes and products of the snapshot")
    }
    faults.check(
      substitutes.count == order.lines.count, at: "$.substitutes", found: "\(substitutes.count) lists",
      expected: "\(order.lines.count), one a line, or none")
    if substitutes.count == order.lines.count { checkSubstitutes(&faults) }
    var seen: [ID<Node>: Int] = [:]
    for (index, hub) in hubs.enumerated() {
      let path = "$.hubs[\(index)]"
      if let first = seen[hub.node] {
        faults.add(at: "\(path).node", found: "\(hub.node), as $.hubs[\(first)]", expected: "a hub given once")
      } else {
        seen[hub.node] = index
      }
      check(hub, path, &faults)
    }
    if faults.isEmpty, !hubs.isEmpty || substitutes.contains(where: { !$0.isEmpty }) { checkSizes(&faults) }
    try faults.throwIfAny("order")
  }

  private func checkSubstitutes(_ faults: inout FaultList) {
    var sizes: [SKU: (Weight, Volume)] = [:]
    for line in order.lines { sizes[line.sku] = (line.weight, line.volume) }
    for (number, list) in substitutes.enumerated() {
      for (index, substitute) in list.enumerated() {
        let path = "$.substitutes[\(number)][\(index)]"
        let sku = substitute.sku
        faults.check(
          sku != order.lines[number].sku && !list[..<index].contains { $0.sku == sku }, at: "\(path).sku", found: "\(sku)",
          expected: "another product than the one ordered, named once")
        let ranges = [
          ("weight", substitute.weight.count, 0), ("volume", substitute.volume.count, 0),
          ("goodwill", substitute.goodwill.count, 0),
          ("priceDifference", substitute.priceDifference.count, -MinorUnits.limit),
        ]
        for (key, value, least) in ranges {
          faults.check(
            (least...MinorUnits.limit).contains(value), at: "\(path).\(key)", found: "\(value)", expected: "\(least) to 10^12")
        }
        if let (weight, volume) = sizes[sku] {
          faults.check(
            substitute.weight == weight && substitute.volume == volume, at: path,
            found: "\(substitute.weight) and \(substitute.volume)", expected: "\(weight) and \(volume), as \(sku) elsewhere")
        } else {
          sizes[sku] = (substitute.weight, substitute.volume)
        }
      }
    }
  }

  private func check(_ hub: Hub, _ path: String, _ faults: inout FaultList) {
    faults.check(!hub.lastLegs.isEmpty, at: "\(path).lastLegs", found: "none", expected: "at least one")
    let amounts = [
      ("pickingPerUnit", hub.pickingPerUnit), ("handlingPerParcel", hub.handlingPerParcel),
      ("handlingPerUnit", hub.handlingPerUnit),
    ]
    let legs = hub.lastLegs.enumerated().flatMap { index, leg in
      [
        ("lastLegs[\(index)].service.lateness", leg.service.lateness),
        ("lastLegs[\(index)].service.rate", leg.service.rate.lowest),
      ]
    }
    for (key, amount) in amounts + legs {
      faults.check(
        (0...MinorUnits.limit).contains(amount.count), at: "\(path).\(key)", found: "\(amount)", expected: "0 to 10^12")
    }
    var own = FaultList()
    SourcingProblem.check(SourcingOrder(lines: [SourcingLine("", quantity: 1)], lanes: hub.transfers), [], &own)
    for fault in own.faults {
      faults.add(
        at: fault.place.replacing("$.lanes", with: "\(path).transfers"), found: fault.found, expected: fault.expected)
    }
    for (index, lane) in hub.transfers.enumerated() where lane.node == hub.node {
      faults.add(at: "\(path).transfers[\(index)].node", found: "a lane from the hub", expected: "lanes from other nodes")
    }
  }

  /// Whether every sum fits with the heaviest and dearest choice on every line.
  private func checkSizes(_ faults: inout FaultList) {
    var extra = 0.0
    let lines = order.lines.enumerated().map { index, line in
      let choices = substitutes[index]
      let dearest = choices.reduce(0) { max($0, Int($1.cost.count.magnitude)) }
      extra += Double(line.quantity) * Double(dearest)
      // Names of their own: the sizes need not agree with those of other lines.
      return SourcingLine(
        ID("\(index)"), quantity: line.quantity, weight: choices.reduce(line.weight) { max($0, $1.weight) },
        volume: choices.reduce(line.volume) { max($0, $1.volume) }, unfilledCost: line.unfilledCost)
    }
    faults.check(extra <= 4e15, at: "$.substitutes", found: "costs of \(extra)", expected: "at most 4 × 10^15")
    let units = lines.reduce(0) { $0 + $1.quantity }
    for (index, lanes) in ([order.lanes] + hubs.map(\.lanes)).enumerated() {
      var own = FaultList()
      let largest = SourcingOrder(
        lines: lines, lanes: lanes, maximumParcels: order.maximumParcels, extraParcelCost: order.extraParcelCost)
      SourcingProblem.check(largest, [], greatestPrice: prices?.greatest ?? 0, &own)
      let path = index == 0 ? "$" : "$.hubs[\(index - 1)]"
      for fault in own.faults { faults.add(at: path, found: fault.found, expected: fault.expected) }
      guard index > 0, own.isEmpty else { continue }
      let hub = hubs[index - 1]
      let weight = lines.reduce(Weight.zero) { $0 + $1.weight * $1.quantity }
      let volume = lines.reduce(Volume.zero) { $0 + $1.volume * $1.quantity }
      var most = Double(hub.handlingPerParcel.count) + Double(units) * Double(hub.handlingPerUnit.count)
      // A price beyond `Int` is no price: the carrier is then as good as none.
      most += hub.lastLegs.reduce(0) { most, leg in
        let price = leg.service.rate.price(weight: weight, volume: volume)
        return max(most, Double(price?.count ?? 0) + Double(leg.service.lateness.count))
      }
      faults.check(most <= 4e15, at: path, found: "a hub that could cost \(most)", expected: "at most 4 × 10^15")
    }
  }
}
