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
    /// What every unit costs too much, shipped or left out, so that no price is below nothing.
    var shift = 0
  }

  struct Candidate {
    let lane: Int
    let services: [LaneService]
    /// Packing, and the goodwill of a parcel more.
    let perParcel: Int
    /// The price of the cheapest parcel there can be.
    let lowest: Int
    let parcelLimit: Int
    /// Whether one price holds for any parcel of what it could ship.
    let flat: Bool
    let growth: Fraction
    /// What shipping anything costs at least, scaled.
    let fixed: Int
  }

  var items: [Item]
  var candidates: [Candidate] = []
  /// Units each candidate could ship of each item, candidate by candidate, at most what is wanted.
  var available: [Int] = []
  /// What picking a unit of each item costs, with its price in stock, candidate by candidate.
  var picking: [Int] = []
  /// What a unit of each item costs at least beside `fixed`, scaled, candidate by candidate.
  var unitCost: [Int] = []
  /// What a unit counts for in a candidate's tariff, in milligrams.
  var measure: [Int] = []
  let maximumParcels: Int
  /// What every cost has too much.
  var offset: Int
  /// The cost of shipping nothing, or `nil` if that is not allowed.
  var nothing: Int?

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

  /// The price of a parcel of a candidate, with packing and lateness, and up to which chargeable weight of the cheapest service it
  /// stays; `nil` if every carrier refuses it.
  func price(_ candidate: Int, weight: Int, volume: Int) -> (price: Int, upTo: Int)? {
    var best: (price: Int, upTo: Int)?
    for service in candidates[candidate].services {
      let grams = service.rate.chargeable(weight: Weight(weight), volume: Volume(volume)).grams
      guard let found = service.rate.price(chargeable: grams) else { continue }
      let price = found.price.count + service.lateness.count
      if best.map({ price < $0.price }) ?? true { best = (price, found.upTo) }
    }
    return best.map { ($0.price + candidates[candidate].perParcel, $0.upTo) }
  }
}
