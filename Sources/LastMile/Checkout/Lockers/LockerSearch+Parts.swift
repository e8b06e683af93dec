import Logistics
import Sourcing

/// Orders that are larger than any compartment go in several parcels, as those do that are heavier than a carrier takes.
extension LockerSearch {
  /// The rate at which an order goes in parcels that fit; the same rate if all of it fits in one, or if the rate has nothing to
  /// part it by.
  ///
  /// Parcels are parted by what is charged of them, so the limit is the charged weight up to which each of them surely fits; if a
  /// unit that fits has a higher one, then that. What does not fit all the same is found when compartments are looked for.
  func parted(_ rate: FreightRate) -> FreightRate {
    let goods = network.goods(of: order, by: .flat(0))
    guard let largest = locker.compartments.last, locker.sizes(for: goods.weight, goods.volume).isEmpty else { return rate }
    let units = order.lines.compactMap { network.product($0.sku) }.filter { !locker.sizes(for: $0.weight, $0.volume).isEmpty }
    if rate.isFlat {
      // What it counts by is free to choose, as it costs the same. Without a limit of weight none may come of it.
      let volume = largest.volume.cubicCentimetres * 1000
      let limit = largest.weight ?? Weight(volume)
      let divisor = min(1_000_000, max(1, volume / limit.grams))
      return narrowed(rate, to: [FreightRate.Bracket(upTo: limit, price: rate.lowest)], divisor)
    }
    var limit = min(largest.weight ?? goods.weight, max(goods.weight, .grams(1)))
    if goods.volume > largest.volume {
      guard let divisor = rate.cubicCentimetresPerKilogram else { return rate }
      let volume = Weight(largest.volume.cubicCentimetres * 1000 / divisor)
      limit = largest.weight.map { min($0, volume) } ?? volume
    }
    limit = units.reduce(limit) { max($0, rate.chargeable(weight: $1.weight, volume: $1.volume)) }
    guard let price = rate.price(chargedFor: limit), let steps = rate.brackets(below: limit) else { return rate }
    return narrowed(rate, to: steps + [FreightRate.Bracket(upTo: limit, price: price)], rate.cubicCentimetresPerKilogram)
  }

  private func narrowed(_ rate: FreightRate, to brackets: [FreightRate.Bracket], _ divisor: Int?) -> FreightRate {
    (try? FreightRate(brackets: brackets, cubicCentimetresPerKilogram: divisor)) ?? rate
  }
}

extension FreightRate {
  /// The price of a parcel of a charged weight; `nil` if it is refused.
  fileprivate func price(chargedFor weight: Weight) -> MinorUnits? { price(weight: weight, volume: .zero) }

  /// The brackets, and the steps beyond them, that end below a weight; `nil` if they are too many to write down.
  fileprivate func brackets(below limit: Weight) -> [Bracket]? {
    var below = brackets.filter { $0.upTo < limit }
    guard below.count == brackets.count, var last = below.last, case .step(let every, let price) = beyond else { return below }
    while last.upTo + every < limit {
      guard below.count < 200 else { return nil }
      last = Bracket(upTo: last.upTo + every, price: last.price + price)
      below.append(last)
    }
    return below
  }
}
