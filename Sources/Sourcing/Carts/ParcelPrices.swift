import Logistics

/// What many parcels cost by every rate: sets of lines, or contents of single units.
///
/// Costs are so small that a few of them add up in 32 bits, of which a processor adds twice as many at once.
struct ParcelPrices: ~Copyable {
  /// How many parcels there are.
  private(set) var count = 0
  /// For each rate, then each parcel: what it costs; ``CartTables/never`` where the rate does not take it.
  private var prices = Scratch<Int32>()
  /// The most that any rate asks for any parcel.
  private(set) var dearest = 0

  private var weight = Scratch<Int>()
  private var volume = Scratch<Int>()
  /// What a carrier charges each parcel as.
  private var grams = Scratch<Int32>()
  private var heaviest: Int32 = 0

  /// The prices of all parcels by a rate.
  func row(_ rate: Int) -> UnsafeMutablePointer<Int32> { prices.base + rate * count }

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

  /// Prices every parcel at every rate of the bands that are asked for; the other rates have no row to look at.
  ///
  /// - Returns: Whether all costs are small enough.
  mutating func price(_ rates: borrowing RateTable, in bands: borrowing Scratch<Bool>) -> Bool {
    prices.reserve(rates.count * count)
    dearest = 0
    var divisor = -1
    for rate in 0..<rates.count where bands.base[rate % rates.bandCount] {
      let row = row(rate)
      if rates.isAbsent(rate) {
        row.update(repeating: CartTables.never, count: count)
        continue
      }
      if divisor != rates.divisor(rate) {
        divisor = rates.divisor(rate)
        guard charge(divisor) else { return false }
      }
      guard fill(row, rate, rates) else { return false }
    }
    return true
  }

  /// Notes what a carrier that divides volume like this charges each parcel as.
  ///
  /// - Returns: Whether it is little enough.
  private mutating func charge(_ divisor: Int) -> Bool {
    grams.reserve(count)
    var most = 0
    for parcel in 0..<count {
      let charged = RateTable.charged(weight.base[parcel], volume.base[parcel], divisor: divisor)
      most = max(most, charged)
      grams.base[parcel] = Int32(truncatingIfNeeded: charged)
    }
    guard most < Int(Int32.max) else { return false }
    heaviest = Int32(most)
    return true
  }

  private mutating func fill(_ row: UnsafeMutablePointer<Int32>, _ rate: Int, _ rates: borrowing RateTable) -> Bool {
    let (brackets, grams) = (rates.brackets(rate), grams.base)
    let last = rates.limit(brackets.upperBound - 1)
    // The brackets that a parcel can be in.
    let asked = brackets.lowerBound...(brackets.first { rates.limit($0) >= Int(heaviest) } ?? brackets.upperBound - 1)
    var most = asked.reduce(0) { max($0, rates.price($1)) }
    if last < Int(heaviest) {
      for parcel in 0..<count where Int(grams[parcel]) > last {
        let price = rates.priceBeyond(rate, Int(grams[parcel]))
        row[parcel] = price < 0 ? CartTables.never : Int32(clamping: price)
        most = max(most, price)
      }
    }
    // From the heaviest bracket to the lightest, each over all parcels at once.
    for bracket in asked.reversed() {
      let (limit, price) = (Int32(clamping: rates.limit(bracket)), Int32(clamping: rates.price(bracket)))
      for parcel in 0..<count { row[parcel] = grams[parcel] <= limit ? price : row[parcel] }
    }
    dearest = max(dearest, most)
    return most <= CartTables.most
  }
}
