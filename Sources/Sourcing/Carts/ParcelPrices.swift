import Logistics

/// What many parcels cost by every rate: sets of lines, or contents of single units.
///
/// Most rates tell no two parcels between the same of their brackets apart: such parcels are of one kind, and priced once. Costs are so
/// small that a few of them add up in 32 bits, of which a processor adds twice as many at once.
struct ParcelPrices: ~Copyable {
  private static var mostKeys: Int { 4096 }

  /// How many parcels there are, and kinds of them.
  private(set) var count = 0
  private(set) var kinds = 0
  /// The kind of each parcel, and a parcel of each kind.
  private var kind = Scratch<Int32>()
  private var example = Scratch<Int32>()
  /// For each rate, then each kind: what it costs; ``CartTables/never`` where the rate does not take it.
  private var prices = Scratch<Int32>()
  /// The most that any rate asks for any parcel.
  private(set) var dearest = 0

  private var weight = Scratch<Int>()
  private var volume = Scratch<Int>()
  /// What a carrier charges each parcel as.
  private var grams = Scratch<Int32>()
  /// Up to which weights prices stay the same, by the carriers that are looked at.
  private var limits: [Int32] = []
  /// The kind of each key, or below zero.
  private var kindOfKey = Scratch<Int32>()
  // For each day, then each kind, what one class of nodes asks; for each day whether it asks less than sooner.
  private var asked = Scratch<Int32>()
  private var isLess = Scratch<Bool>()

  /// What a parcel costs by a rate.
  @inline(__always)
  func price(_ rate: Int, of parcel: Int) -> Int32 { prices.base[rate &* kinds &+ Int(kind.base[parcel])] }

  /// Begins with a parcel of nothing.
  mutating func begin(count: Int) {
    self.count = count
    weight.reserve(count)
    volume.reserve(count)
    (weight.base[0], volume.base[0]) = (0, 0)
  }

  /// Makes of the first parcels as many again that are heavier by something: the first of them is the one at `place`.
  mutating func add(_ first: Int, at place: Int, weight more: Int, volume larger: Int) {
    for parcel in 0..<first {
      weight.base[place + parcel] = weight.base[parcel] + more
      volume.base[place + parcel] = volume.base[parcel] + larger
    }
  }

  /// Prices every kind of parcel at every rate of the bands that are asked for; the other rates have no price to look at.
  ///
  /// - Returns: Whether all costs are small enough.
  mutating func price(_ rates: borrowing RateTable, in bands: borrowing Scratch<Bool>) -> Bool {
    guard sort(rates, bands) else { return false }
    prices.reserve(rates.count * kinds)
    for rate in 0..<rates.count where bands.base[rate % rates.bandCount] {
      let row = prices.base + rate * kinds
      for kind in 0..<kinds {
        let parcel = Int(example.base[kind])
        let price = rates.isAbsent(rate) ? -1 : rates.price(rate, weight.base[parcel], volume.base[parcel])
        row[kind] = price < 0 ? CartTables.never : Int32(clamping: price)
      }
    }
    return true
  }

  /// Lowers what each parcel costs by each day to what it costs from a class of nodes.
  ///
  /// - Parameters:
  ///   - costs: for each day, then each parcel.
  ///   - handling: what each parcel costs there but for freight.
  ///   - offers: the days, ascending. What is there sooner than one of them need not be noted for that day too.
  mutating func lower(
    _ costs: UnsafeMutablePointer<Int32>, to handling: UnsafePointer<Int32>, of found: CartSearch.Class, offers: [UInt8],
    _ cart: borrowing CartProblem
  ) {
    let kinds = kinds
    askDays(of: found, offers, cart)
    for row in offers.indices where isLess.base[row] {
      let (costs, asked, kind) = (costs + row * count, asked.base + row * kinds, kind.base)
      if kinds == 1 {
        let freight = asked[0]
        for parcel in 0..<count { costs[parcel] = min(costs[parcel], handling[parcel] &+ freight) }
      } else {
        for parcel in 0..<count { costs[parcel] = min(costs[parcel], handling[parcel] &+ asked[Int(kind[parcel])]) }
      }
    }
  }

  /// Finds what a class of nodes asks for parcels of each kind that are there on each day, and whether it is less than sooner.
  private mutating func askDays(of found: CartSearch.Class, _ offers: [UInt8], _ cart: borrowing CartProblem) {
    asked.reserve(offers.count * kinds)
    isLess.reserve(offers.count)
    asked.base.update(repeating: CartTables.never, count: offers.count * kinds)
    for service in 0..<cart.serviceNames.count {
      let day = cart.days.byte(found.node, service)
      let rate = service * cart.bandCount + found.band
      guard day != CartDays.none, !cart.rates.isAbsent(rate) else { continue }
      var row = 0
      while offers[row] != day { row += 1 }
      let (here, prices) = (asked.base + row * kinds, prices.base + rate * kinds)
      for kind in 0..<kinds { here[kind] = min(here[kind], prices[kind]) }
    }
    for row in offers.indices {
      let here = asked.base + row * kinds
      var isLess = false
      for kind in 0..<kinds {
        let sooner = row > 0 ? here[kind - kinds] : CartTables.never
        if here[kind] < sooner { isLess = true } else { here[kind] = sooner }
      }
      self.isLess.base[row] = isLess
    }
  }

  // MARK: Kinds

  /// Finds which parcels no rate of some bands tells apart.
  ///
  /// - Returns: Whether what is asked is little enough.
  private mutating func sort(_ rates: borrowing RateTable, _ bands: borrowing Scratch<Bool>) -> Bool {
    kind.reserve(count)
    grams.reserve(count)
    kind.base.update(repeating: 0, count: count)
    (dearest, kinds) = (0, 1)
    var keys: Int? = 1
    var divisor: Int?
    while let next = rates.divisor(after: divisor, in: bands) {
      divisor = next
      guard let heaviest = charge(next) else { return false }
      let open = noteLimits(rates, next, bands, heaviest: heaviest)
      guard dearest <= CartTables.most else { return false }
      // Beyond its brackets a rate may tell any two apart.
      guard let known = keys, heaviest <= open, known * (limits.count + 1) <= Self.mostKeys else {
        keys = nil
        continue
      }
      let (kind, grams, factor) = (kind.base, grams.base, Int32(truncatingIfNeeded: limits.count + 1))
      if known > 1 { for parcel in 0..<count { kind[parcel] &*= factor } }
      for limit in limits { for parcel in 0..<count { kind[parcel] &+= grams[parcel] > limit ? 1 : 0 } }
      keys = known * Int(factor)
    }
    number(keys)
    return true
  }

  /// Numbers the kinds that there are; without keys each parcel is of its own.
  private mutating func number(_ keys: Int?) {
    example.reserve(count)
    let (kind, example) = (kind.base, example.base)
    guard let keys else {
      for parcel in 0..<count {
        kind[parcel] = Int32(truncatingIfNeeded: parcel)
        example[parcel] = kind[parcel]
      }
      kinds = count
      return
    }
    kindOfKey.reserve(keys)
    let kindOfKey = kindOfKey.base
    kindOfKey.update(repeating: -1, count: keys)
    var found: Int32 = 0
    for parcel in 0..<count {
      let key = Int(kind[parcel])
      if kindOfKey[key] < 0 {
        kindOfKey[key] = found
        example[Int(found)] = Int32(truncatingIfNeeded: parcel)
        found += 1
      }
      kind[parcel] = kindOfKey[key]
    }
    kinds = Int(found)
  }

  /// Notes what a carrier that divides volume like this charges each parcel as.
  ///
  /// - Returns: The most of it, if it is little enough.
  private mutating func charge(_ divisor: Int) -> Int32? {
    var most = 0
    for parcel in 0..<count {
      let charged = RateTable.charged(weight.base[parcel], volume.base[parcel], divisor: divisor)
      most = max(most, charged)
      grams.base[parcel] = Int32(truncatingIfNeeded: charged)
    }
    return most < Int(Int32.max) ? Int32(most) : nil
  }

  /// Notes up to which weights the prices of all rates of a divisor stay the same, and the most that they ask.
  ///
  /// - Returns: Beyond which weight a price may be another for every gram.
  private mutating func noteLimits(
    _ rates: borrowing RateTable, _ divisor: Int, _ bands: borrowing Scratch<Bool>, heaviest: Int32
  ) -> Int32 {
    var open = Int32.max
    limits.removeAll(keepingCapacity: true)
    for rate in 0..<rates.count where bands.base[rate % rates.bandCount] {
      guard !rates.isAbsent(rate), rates.divisor(rate) == divisor else { continue }
      for bracket in rates.brackets(rate) {
        dearest = max(dearest, rates.price(bracket))
        let limit = rates.limit(bracket)
        guard limit < Int(heaviest) else { break }
        if !limits.contains(Int32(truncatingIfNeeded: limit)) { limits.append(Int32(truncatingIfNeeded: limit)) }
      }
      let last = rates.limit(rates.brackets(rate).upperBound - 1)
      guard last < Int(heaviest) else { continue }
      let price = rates.priceBeyond(rate, Int(heaviest))
      dearest = max(dearest, price)
      if price >= 0 { open = min(open, Int32(truncatingIfNeeded: last)) }
    }
    return open
  }
}
