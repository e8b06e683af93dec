import Logistics

extension SourcingPlan {
  /// The same parcels at the goodwill and the costs of leaving out that another form of the order has, and without what units were
  /// worth to others.
  ///
  /// - Precondition: The order has the same lines and lanes but for these costs.
  package func repriced(for order: SourcingOrder) -> SourcingPlan {
    var cost = cost
    cost.extraParcels = order.extraParcelCost * max(0, parcels.count - 1)
    cost.unfilled = unfilled.reduce(.zero) { $0 + Self.unfilledCost(order, $1.sku, $1.quantity) }
    cost.opportunity = .zero
    return SourcingPlan(parcels: parcels, unfilled: unfilled, cost: cost, lowerBound: .zero, steps: steps)
  }
}

extension SourcingOrder {
  /// Whether some carrier takes one parcel of so many units of each item from a lane. Items are the distinct products of the order in
  /// the order of its lines.
  package func takes(_ contents: [(item: Int, units: Int)], from lane: Int) -> Bool {
    var skus: [SKU] = []
    for line in lines where !skus.contains(line.sku) { skus.append(line.sku) }
    var weight = Weight.zero
    var volume = Volume.zero
    for (item, units) in contents {
      guard let line = lines.first(where: { $0.sku == skus[item] }) else { return false }
      weight += line.weight * units
      volume += line.volume * units
    }
    return lanes[lane].cheapest(weight: weight, volume: volume) != nil
  }
}
