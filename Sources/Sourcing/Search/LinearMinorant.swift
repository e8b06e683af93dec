import Logistics

/// A line under what a node charges: however the goods are packed, shipping `w` milligrams from the node in one or more
/// parcels costs at least `fixed + slope × w`.
///
/// The price of a parcel is a staircase that never falls, so a line lies under it if it lies under the end of every
/// step. Each parcel pays `fixed`, of which at least one is due. Of the line that touches the staircase at the weight of
/// everything the node could ship and the one that touches it at the step before, the one with the larger `fixed` is taken;
/// where several small parcels are cheaper than either, the line goes through the origin.
struct LinearMinorant {
  /// Paid once, in whole minor units over `denominator` of the slope: `fixedPrice − slope × touch`.
  let fixedPrice: Int
  let touch: Int
  let slope: Fraction
  /// The least price of a further milligram, once a parcel's bracket is full.
  let growth: Fraction

  /// The line under a rate, up to a total chargeable weight.
  ///
  /// - Parameters:
  ///   - perParcel: what each parcel costs beside freight.
  ///   - total: the chargeable weight of everything the node could ship, in grams.
  init(_ rate: FreightRate, perParcel: Int, total: Int) {
    let lowest = rate.lowest.count + perParcel
    guard !rate.isFlat, total > rate.brackets[0].upTo.grams else {
      (fixedPrice, touch, slope, growth) = (lowest, 0, .zero, .zero)
      return
    }
    // The ends of the steps below the total. Those beyond the last bracket lie on a straight line, so its ends suffice.
    var ends: [(weight: Int, price: Int)] = []
    for bracket in rate.brackets where bracket.upTo.grams < total {
      ends.append((bracket.upTo.grams, bracket.price.count + perParcel))
    }
    let last = rate.price(chargeable: total).map { (weight: total, price: $0.price.count + perParcel) }
    if case .step(let every, let price) = rate.beyond, let end = rate.brackets.last, total > end.upTo.grams {
      let steps = (total - end.upTo.grams - 1) / every.grams
      if steps > 0 {
        ends.append((end.upTo.grams + steps * every.grams, end.price.count + perParcel + steps * price.count))
      }
    }
    growth = Self.growth(of: rate, ends: ends)
    if let last {
      let touching = Self.under(ends, touching: last)
      // Close under a step's begin the line that touches the total is steep and says little about what a parcel costs at
      // least: then the line under the ends of the full steps is the better one.
      let next = ends.count > 1 ? Self.under(ends.dropLast() + [last], touching: ends.last!) : (ends[0].price, 0, Fraction.zero)
      if let line = [touching, next].compactMap({ $0 }).max(by: { Self.meets($0) < Self.meets($1) }) {
        (fixedPrice, touch, slope) = line
        return
      }
      ends.append(last)
    }
    (fixedPrice, touch) = (0, 0)
    slope = ends.map { Self.fraction($0.price, $0.weight) }.min(by: <)!
  }

  /// The flattest line through a point that lies under all others, or `nil` if none meets the axis at or above zero.
  private static func under(
    _ ends: [(weight: Int, price: Int)], touching point: (weight: Int, price: Int)
  ) -> (Int, Int, Fraction)? {
    let before = ends.filter { $0.weight < point.weight }
    let after = ends.filter { $0.weight > point.weight }
    guard let steepest = before.map({ fraction(point.price - $0.price, point.weight - $0.weight) }).max(by: <),
      !(fraction(point.price, point.weight) < steepest),
      after.allSatisfy({ !(fraction($0.price - point.price, $0.weight - point.weight) < steepest) })
    else { return nil }
    return (point.price, point.weight * 1000, steepest)
  }

  /// Where a line meets the axis, scaled.
  private static func meets(_ line: (Int, Int, Fraction)) -> Int {
    Instance.scale * line.0 - line.2.ceiling(Instance.scale, times: line.1)
  }

  private static func growth(of rate: FreightRate, ends: [(weight: Int, price: Int)]) -> Fraction {
    var least = fraction(ends[0].price, ends[0].weight)
    func see(_ slope: Fraction) {
      if slope < least { least = slope }
    }
    for end in ends { see(fraction(end.price, end.weight)) }
    for (low, high) in zip(rate.brackets, rate.brackets.dropFirst()) {
      see(fraction(high.price.count - low.price.count, high.upTo.grams - low.upTo.grams))
      see(fraction(high.price.count, high.upTo.grams))
    }
    if case .step(let every, let price) = rate.beyond {
      see(fraction(price.count, every.grams))
    }
    return least
  }

  /// A price for so many grams as a price for each milligram.
  private static func fraction(_ price: Int, _ grams: Int) -> Fraction {
    Fraction(numerator: price, denominator: grams * 1000)
  }
}
