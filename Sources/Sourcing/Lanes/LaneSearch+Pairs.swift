extension LaneSearch {
  /// Looks at all sets of two lanes, cheapest parcels first.
  ///
  /// Most orders that no single lane ships best are shipped best by two, and two parcels are so much cheaper than three that little
  /// is left to search. A pair is only added up if nothing that is known of both at a glance rules it out: what their parcels cost,
  /// and which items neither of them has, or has enough of.
  ///
  /// Complexity: the square of the lanes at worst, some nanoseconds a pair.
  ///
  /// - Parameter least: what the units cost at least, whatever they ship from.
  mutating func settlePairs(_ least: Int) {
    let lanes = count
    let bytes = (min(itemCount, 64) + 7) / 8
    extras.reserve(2 * 256 * bytes)
    let (without, lacking) = (extras.base, extras.base + 256 * bytes)
    let (all, must) = weigh(without, lacking)
    for first in 0..<lanes - 1 {
      let one = pairs.base[first]
      let base = least + one.fixed
      var limit = hopeless(parcels: 2)
      guard base + pairs.base[first + 1].fixed < limit, step() else { return }
      for second in first + 1..<lanes {
        let other = pairs.base[second]
        var value = base + other.fixed
        guard value < limit else { break }
        let short = all & ~(one.full | other.full | one.any & other.any)
        if short != 0 {
          let none = short & ~(one.any | other.any)
          guard short & must.whole == 0, none & must.part == 0 else { continue }
          value += sum(without, none) + sum(lacking, short & ~none)
          guard value < limit else { continue }
        }
        chosen.base[0] = one.lane
        chosen.base[1] = other.lane
        settle(2)
        limit = hopeless(parcels: 2)
      }
    }
  }

  /// Sorts the lanes by what their parcels cost and, without prices of cells, forgets those of which another has all that is wanted
  /// of whatever they have, for no more: no set needs them. Lanes that are left are in the same order in ``pairs``.
  mutating func dropDominated(_ conditions: Conditions) {
    pairs.reserve(count)
    for lane in 0..<count { pairs.base[lane] = glance(lane) }
    pairs.sort(count) { ($0.fixed, $0.lane) < ($1.fixed, $1.lane) }
    guard conditions.cellPrices == nil, itemCount <= Self.tabulatedItems else { return }
    // For each set of items the least that a unit costs at any lane so far that has all of them.
    let sets = 1 << itemCount
    extras.reserve(sets)
    for set in 0..<sets { extras.base[set] = .max }
    var kept = 0
    for place in 0..<count {
      let glance = pairs.base[place]
      let price = unit.base[glance.lane * itemCount]
      guard price < extras.base[Int(glance.any)] else { continue }
      // This lane and its sets without some items, by the usual walk over subsets.
      let full = Int(glance.full)
      var set = full
      while true {
        extras.base[set] = min(extras.base[set], price)
        guard set > 0 else { break }
        set = (set - 1) & full
      }
      pairs.base[kept] = glance
      kept += 1
    }
    compact(kept)
  }

  /// Keeps of the lanes only the first of ``pairs``.
  private mutating func compact(_ kept: Int) {
    pairs.sort(kept) { $0.lane < $1.lane }
    for place in 0..<kept {
      let lane = pairs.base[place].lane
      if place < lane {
        fixed.base[place] = fixed.base[lane]
        number.base[place] = number.base[lane]
        for item in 0..<itemCount {
          unit.base[place * itemCount + item] = unit.base[lane * itemCount + item]
          available.base[place * itemCount + item] = available.base[lane * itemCount + item]
        }
      }
      pairs.base[place].lane = place
    }
    count = kept
    pairs.sort(kept) { ($0.fixed, $0.lane) < ($1.fixed, $1.lane) }
  }

  /// How many items an order may have for a table of all sets of them.
  private static var tabulatedItems: Int { 8 }

  /// What is known of a lane at a glance, of the first items of an order.
  struct Glance {
    var fixed: Int
    var lane: Int
    /// The items of which it has all that is wanted, a bit each.
    var full: UInt64
    /// The items of which it has anything.
    var any: UInt64
  }

  private func glance(_ lane: Int) -> Glance {
    var glance = Glance(fixed: fixed.base[lane], lane: lane, full: 0, any: 0)
    for item in 0..<min(itemCount, 64) {
      let units = available.base[lane * itemCount + item]
      if units > 0 { glance.any |= 1 << item }
      if units >= items[item].quantity { glance.full |= 1 << item }
    }
    return glance
  }

  /// Tells what an order costs more, above what its units cost at least, for items that are left out whole, and for items that are
  /// left out in one unit: for each eight items a table of what any of them cost together.
  ///
  /// - Returns: All items, and those of which every unit must ship, or some.
  private func weigh(
    _ without: UnsafeMutablePointer<Int>, _ lacking: UnsafeMutablePointer<Int>
  ) -> (all: UInt64, must: (whole: UInt64, part: UInt64)) {
    var all: UInt64 = 0
    var must: (whole: UInt64, part: UInt64) = (0, 0)
    for item in 0..<min(itemCount, 64) {
      all |= 1 << item
      var (whole, one) = (0, 0)
      for tier in items[item].tiers {
        let worth = tiers[tier].worth
        guard worth != LaneTable.never else {
          must.part |= 1 << item
          if tier == items[item].tiers.upperBound - 1 { must.whole |= 1 << item }
          continue
        }
        one = worth - min(worth, cheapest.base[item])
        whole += tiers[tier].quantity * one
      }
      let table = 256 * (item / 8)
      let bit = 1 << (item % 8)
      if bit == 1 { (without[table], lacking[table]) = (0, 0) }
      for others in 0..<bit {
        without[table + bit + others] = without[table + others] + whole
        lacking[table + bit + others] = lacking[table + others] + one
      }
    }
    return (all, must)
  }

  /// What items cost together by a table of ``weigh(_:_:)``.
  @inline(__always)
  private func sum(_ tables: UnsafeMutablePointer<Int>, _ items: UInt64) -> Int {
    var items = items
    var table = tables
    var sum = 0
    while items != 0 {
      sum += table[Int(items & 255)]
      items >>= 8
      table += 256
    }
    return sum
  }
}
