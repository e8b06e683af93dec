package import Logistics

extension SourcingPlan {
  /// The plan that takes some units from some lanes of an order, one parcel from each.
  ///
  /// - Parameters:
  ///   - parts: by lane, then by item: the distinct products of the order in the order of its lines.
  ///   - opportunity: what the units were worth where they lay.
  ///   - lowerBound: what no plan costs less than, or `nil` if this one is the cheapest.
  /// - Precondition: The order needs no other parcels to be taken by its carriers.
  package init(
    _ order: SourcingOrder, parts: some Sequence<(lane: Int, item: Int, units: Int)>, lowerBound: MinorUnits?,
    opportunity: MinorUnits = .zero, steps: Int
  ) {
    self.init(
      order, parts: parts.lazy.map { (lane: $0.lane, parcel: 0, item: $0.item, units: $0.units) }, lowerBound: lowerBound,
      opportunity: opportunity, steps: steps)
  }

  /// The plan that takes some units from some lanes of an order.
  ///
  /// - Parameters:
  ///   - parts: by lane, then by parcel of the lane, then by item: the distinct products of the order in the order of its lines.
  ///   - opportunity: what the units were worth where they lay.
  ///   - lowerBound: what no plan costs less than, or `nil` if this one is the cheapest.
  /// - Precondition: The carriers take these parcels.
  package init(
    _ order: SourcingOrder, parts: some Sequence<(lane: Int, parcel: Int, item: Int, units: Int)>, lowerBound: MinorUnits?,
    opportunity: MinorUnits = .zero, steps: Int
  ) {
    var lines: [SourcingLine] = []
    var left: [Int] = []
    for line in order.lines {
      if let known = lines.firstIndex(where: { $0.sku == line.sku }) {
        left[known] += line.quantity
      } else {
        lines.append(line)
        left.append(line.quantity)
      }
    }
    var cost = SourcingCost()
    cost.opportunity = opportunity
    var parcels: [SourcedParcel] = []
    var contents: [OrderLine] = []
    var (lane, parcel) = (-1, -1)
    var weight = Weight.zero
    var volume = Volume.zero
    func close() {
      guard lane >= 0 else { return }
      let packed = SourcedParcel(order.lanes[lane], contents, weight: weight, volume: volume)
      cost.add(packed)
      parcels.append(packed)
      contents = []
      (weight, volume) = (.zero, .zero)
    }
    for part in parts {
      if part.lane != lane || part.parcel != parcel { close() }
      (lane, parcel) = (part.lane, part.parcel)
      let line = lines[part.item]
      contents.append(OrderLine(line.sku, quantity: part.units))
      weight += line.weight * part.units
      volume += line.volume * part.units
      left[part.item] -= part.units
    }
    close()
    cost.extraParcels = order.extraParcelCost * max(0, parcels.count - 1)
    var unfilled: [OrderLine] = []
    for (line, units) in zip(lines, left) where units > 0 {
      unfilled.append(OrderLine(line.sku, quantity: units))
      cost.unfilled += Self.unfilledCost(order, line.sku, units)
    }
    self.init(
      parcels: parcels, unfilled: unfilled, cost: cost, lowerBound: lowerBound ?? cost.total, steps: steps)
  }

  /// What so many units of a product cost to leave out, the cheapest first.
  static func unfilledCost(_ order: SourcingOrder, _ sku: SKU, _ units: Int) -> MinorUnits {
    var left = units
    var cost = MinorUnits.zero
    let lines = order.lines.filter { $0.sku == sku && $0.unfilledCost != nil }
    for line in lines.sorted(by: { $0.unfilledCost! < $1.unfilledCost! }) where left > 0 {
      let taken = min(left, line.quantity)
      cost += line.unfilledCost! * taken
      left -= taken
    }
    return cost
  }
}
