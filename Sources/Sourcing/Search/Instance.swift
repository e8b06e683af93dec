import Logistics

/// One order as flat numbers: products with their quantities, and the lanes that can ship any of them.
///
/// Costs inside a search count `extraParcelCost` for every parcel, the first included; ``offset`` takes it off again.
struct Instance {
  /// Bounds are kept in these parts of a minor unit, so that rounding them down costs nothing once they are rounded up again.
  static let scale = 1024
  /// The price of leaving out a unit that must ship.
  static let never = Int.max

  /// Units of one product that cost the same to leave out.
  struct Tier {
    let quantity: Int
    /// The cost of a unit left out, or `never`.
    let unfilledCost: Int
  }

  /// One product; several lines of it are one item.
  struct Item {
    let sku: SKU
    var quantity: Int
    let weight: Int
    let volume: Int
    /// Dearest first: that is the order in which units are filled.
    var tiers: [Tier]
    /// Units that must ship.
    var required: Int
  }

  struct Candidate {
    let lane: Int
    let rate: FreightRate
    let perParcel: Int
    let perUnit: Int
    let lateness: Int
    let parcelLimit: Int
    /// Whether one price holds for any parcel of what it could ship.
    let flat: Bool
    let growth: Fraction
    /// What shipping anything costs at least, scaled.
    let fixed: Int
  }

  let items: [Item]
  var candidates: [Candidate] = []
  /// Units each candidate could ship of each item, candidate by candidate, at most what is wanted.
  var available: [Int] = []
  /// What a unit of each item costs at least beside `fixed`, scaled, candidate by candidate.
  var unitCost: [Int] = []
  /// What a unit counts for in a candidate's tariff, in milligrams.
  var measure: [Int] = []
  let maximumParcels: Int
  let offset: Int
  /// The cost of shipping nothing, or `nil` if that is not allowed.
  let nothing: Int?

  var width: Int { items.count }

  /// What `count` units of an item cost to leave out, the cheapest first; `nil` if some of them must ship.
  func unfilledCost(_ item: Int, _ count: Int) -> Int? {
    var left = count
    var cost = 0
    for tier in items[item].tiers.reversed() where left > 0 {
      if tier.unfilledCost == Self.never { return nil }
      let units = min(left, tier.quantity)
      cost += units * tier.unfilledCost
      left -= units
    }
    return cost
  }

  /// The price of a parcel of a candidate, with packing; `nil` if the carrier refuses it.
  func price(_ candidate: Int, weight: Int, volume: Int) -> (price: Int, upTo: Int)? {
    let it = candidates[candidate]
    let grams = it.rate.chargeable(weight: Weight(weight), volume: Volume(volume)).grams
    return it.rate.price(chargeable: grams).map { ($0.price.count + it.perParcel, $0.upTo) }
  }
}
