public import Logistics

/// A product that may ship in the place of another, to customers who allow it.
///
/// The customer pays no more than for what was ordered: where the substitute is sold for more, the house bears the difference.
public struct ProductSubstitute: Hashable, Sendable {
  public let sku: SKU
  /// What each unit costs in goodwill.
  public let goodwill: MinorUnits

  /// A substitute.
  public init(_ sku: SKU, goodwill: MinorUnits) {
    self.sku = sku
    self.goodwill = goodwill
  }
}

extension Network {
  /// What may take the place of each line of an order, as its customer allows.
  func substitutes(for order: Order) -> [[Substitute]] {
    order.lines.map { line in
      guard order.allowsSubstitutes, let ordered = product(line.sku) else { return [] }
      return (substitutes[line.sku] ?? []).compactMap { choice in
        product(choice.sku).map {
          Substitute(
            $0.id, weight: $0.weight, volume: $0.volume, goodwill: choice.goodwill,
            priceDifference: MinorUnits(max(0, $0.price.amount - ordered.price.amount)))
        }
      }
    }
  }
}
