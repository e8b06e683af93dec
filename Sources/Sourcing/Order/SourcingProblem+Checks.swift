package import Logistics

extension SourcingProblem {
  /// Notes everything that is wrong with an order. `table` is empty if its shape was wrong.
  package static func check(_ order: SourcingOrder, _ table: [[Int]], greatestPrice: Int = 0, _ faults: inout FaultList) {
    faults.check(!order.lines.isEmpty, at: "$.lines", found: "no line", expected: "at least one")
    checkLines(order, table, &faults)
    checkNodes(order, &faults)
    for (index, lane) in order.lanes.enumerated() {
      checkAmount(lane.handlingPerParcel, at: "$.lanes[\(index)].handlingPerParcel", &faults)
      checkAmount(lane.handlingPerUnit, at: "$.lanes[\(index)].handlingPerUnit", &faults)
      for (number, service) in lane.services.enumerated() {
        checkAmount(service.lateness, at: "$.lanes[\(index)].services[\(number)].lateness", &faults)
        checkAmount(service.rate.lowest, at: "$.lanes[\(index)].services[\(number)].rate", &faults)
      }
    }
    checkAmount(order.extraParcelCost, at: "$.extraParcelCost", &faults)
    if let limit = order.maximumParcels {
      faults.check(limit >= 0, at: "$.maximumParcels", found: "\(limit)", expected: "at least 0")
    }
    if faults.isEmpty { checkSize(order, greatestPrice, &faults) }
  }

  /// Notes each second lane of a node. A `Set` would do, but asks for more memory than all the rest of an order at checkout.
  private static func checkNodes(_ order: SourcingOrder, _ faults: inout FaultList) {
    let slots = 1 << (Int.bitWidth - (2 * order.lanes.count).leadingZeroBitCount)
    LaneDesk.shared.withSlots(slots) { places in
      for slot in 0..<slots { places[slot] = -1 }
      for (index, lane) in order.lanes.enumerated() {
        var slot = lane.node.hashValue & (slots - 1)
        while places[slot] >= 0, order.lanes[Int(places[slot])].node != lane.node { slot = (slot + 1) & (slots - 1) }
        faults.check(
          places[slot] < 0, at: "$.lanes[\(index)].node", found: "a second lane from \(lane.node)",
          expected: "at most one lane from a node")
        places[slot] = Int32(index)
      }
    }
  }

  private static func checkAmount(_ amount: MinorUnits, at place: @autoclosure () -> String, _ faults: inout FaultList) {
    faults.check(
      (0...MinorUnits.limit).contains(amount.count), at: place(), found: "\(amount)", expected: "0 to 10^12")
  }

  private static func checkLines(_ order: SourcingOrder, _ table: [[Int]], _ faults: inout FaultList) {
    for (index, line) in order.lines.enumerated() {
      faults.check(
        (1...1_000_000).contains(line.quantity), at: "$.lines[\(index)].quantity", found: "\(line.quantity) units",
        expected: "1 to 10^6")
      faults.check(
        (0...Weight.limit).contains(line.weight.count), at: "$.lines[\(index)].weight", found: "\(line.weight)",
        expected: "0 to 10^12 g")
      faults.check(
        (0...Volume.limit).contains(line.volume.count), at: "$.lines[\(index)].volume", found: "\(line.volume)",
        expected: "0 to 10^12 cm³")
      if let cost = line.unfilledCost { checkAmount(cost, at: "$.lines[\(index)].unfilledCost", &faults) }
      guard let first = order.lines[..<index].firstIndex(where: { $0.sku == line.sku }) else { continue }
      let other = order.lines[first]
      faults.check(
        line.weight == other.weight && line.volume == other.volume, at: "$.lines[\(index)]",
        found: "\(line.weight) and \(line.volume)",
        expected: "\(other.weight) and \(other.volume), as line \(first) of \(line.sku)")
      guard !table.isEmpty else { continue }
      for lane in order.lanes.indices {
        faults.check(
          table[lane][index] == table[lane][first], at: "$.available[\(lane)][\(index)]",
          found: "\(table[lane][index]) units",
          expected: "\(table[lane][first]), as line \(first) of \(line.sku)")
      }
    }
  }

  /// Whether every sum the search can form fits, with room to spare, in 64 bits.
  private static func checkSize(_ order: SourcingOrder, _ greatestPrice: Int, _ faults: inout FaultList) {
    var weight = 0.0
    var volume = 0.0
    var cost = 0.0
    for line in order.lines {
      weight += Double(line.quantity) * Double(line.weight.count)
      volume += Double(line.quantity) * Double(line.volume.count)
      cost += Double(line.quantity) * Double(line.unfilledCost?.count ?? 0)
    }
    let limit = Double(Weight.limit)
    faults.check(weight <= limit, at: "$.lines", found: "an order of \(weight) g", expected: "at most 10^12 g")
    faults.check(volume <= limit, at: "$.lines", found: "an order of \(volume) cm³", expected: "at most 10^12 cm³")
    guard faults.isEmpty else { return }
    cost += greatestShippingCost(order, greatestPrice)
    faults.check(cost <= 4e15, at: "$", found: "an order that could cost \(cost)", expected: "at most 4 × 10^15")
  }

  /// What the parcels of an order could cost at most: each unit in a parcel of its own, each as dear as one with everything; all nodes
  /// late.
  package static func greatestShippingCost(_ order: SourcingOrder, _ greatestPrice: Int = 0) -> Double {
    var units = 0.0
    var weight = 0.0
    var volume = 0.0
    for line in order.lines {
      units += Double(line.quantity)
      weight += Double(line.quantity) * Double(line.weight.count)
      volume += Double(line.quantity) * Double(line.volume.count)
    }
    var parcel = 0.0
    var unit = 0.0
    for lane in order.lanes {
      var dearest = 0.0
      for service in lane.services {
        let rate = service.rate
        var price = Double(rate.lowest.count)
        if !rate.isFlat {
          price = Double(rate.brackets.last!.price.count)
          let grams = rate.chargeable(weight: Weight(Int(weight)), volume: Volume(Int(volume))).grams
          if case .step(let every, let step) = rate.beyond, grams > rate.brackets.last!.upTo.grams {
            price += (Double(grams) / Double(every.grams) + 1) * Double(step.count)
          }
        }
        dearest = max(dearest, price + Double(service.lateness.count))
      }
      parcel = max(parcel, dearest + Double(lane.handlingPerParcel.count))
      unit = max(unit, Double(lane.handlingPerUnit.count))
    }
    let most = order.lanes.allSatisfy(\.isFlat) ? min(units, Double(order.lanes.count)) : units
    // A price below nothing is taken off where it is lowest, which makes the others dearer by as much.
    return units * (unit + 2 * Double(greatestPrice)) + max(1, most) * (parcel + Double(order.extraParcelCost.count))
  }
}
