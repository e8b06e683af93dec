import Inventory
import Logistics

/// What every set of the lines of a cart weighs and costs, by every rate: the same for every day.
///
/// A set of lines is a number whose bits are the lines. Costs are so small that a few of them add up in 32 bits, of which a processor adds
/// twice as many at once.
struct CartTables: ~Copyable {
  /// No price: more than any plan costs, and so little that several of it add up.
  static var never: Int32 { 1 << 28 }
  /// The most that a price, or all of one kind of cost, may be.
  static var most: Int { 100_000_000 }

  private(set) var lineCount = 0
  /// How many sets of lines there are.
  private(set) var sets = 0
  private(set) var bandCount = 0
  private(set) var quantity = Scratch<Int32>()
  /// What it costs to leave out a unit of each line.
  private(set) var worth = Scratch<Int32>()
  /// The units in each set, all of them or one of each line, and what it costs to leave them out.
  private(set) var units = Scratch<Int32>()
  private(set) var leftOut = Scratch<Int32>()
  private(set) var oneLeftOut = Scratch<Int32>()
  /// For each service and band, then each set: what a parcel of it costs, of all its units and of one of each line.
  private(set) var prices = Scratch<Int32>()
  private(set) var onePrices = Scratch<Int32>()
  /// What it costs to ship nothing.
  private(set) var nothing: Int32 = 0
  /// The least that picking a unit costs anywhere.
  private(set) var leastPerUnit: Int32 = 0
  /// Whether to pick a unit is nowhere dearer than to leave it out: what parts of lines cost is only then known to be no less than what
  /// picking them does.
  private(set) var isWorthPicking = false
  /// Whether there is a line of more than one unit, or a limit of parcels.
  private(set) var canDivide = false

  /// The most that any rate asks for any set.
  private var dearest = 0
  private var weight = Scratch<Int>()
  private var volume = Scratch<Int>()
  /// What a carrier charges each set as.
  private var grams = Scratch<Int32>()
  private var heaviest: Int32 = 0

  /// - Returns: Whether all costs are small enough.
  mutating func fill(_ cart: borrowing CartProblem) -> Bool {
    lineCount = cart.lines.count
    sets = 1 << lineCount
    bandCount = cart.bandCount
    quantity.reserve(lineCount)
    worth.reserve(lineCount)
    canDivide = !cart.parcelsLeft.isEmpty
    var sum = 0
    for (index, line) in cart.lines.enumerated() {
      quantity.base[index] = Int32(clamping: line.quantity)
      if line.quantity > 1 { canDivide = true }
      sum += line.unfilledCost.map { $0.count * line.quantity } ?? 0
      guard sum <= Self.most, line.quantity <= 1000 else { return false }
      let mayLeaveOut = !cart.shipsComplete && line.unfilledCost != nil
      worth.base[index] = mayLeaveOut ? Int32(line.unfilledCost!.count) : Self.never
    }
    nothing = cart.lines.contains { $0.unfilledCost == nil } ? Self.never : Int32(sum)
    let perUnit = cart.handlingPerUnit.max() ?? 0
    let handling = cart.lines.reduce(0) { $0 + $1.quantity * perUnit } + cart.lines.count * (cart.handlingPerParcel.max() ?? 0)
    guard perUnit <= Self.most, handling <= Self.most else { return false }
    leastPerUnit = Int32(cart.handlingPerUnit.min() ?? 0)
    isWorthPicking = (0..<lineCount).allSatisfy { worth.base[$0] >= leastPerUnit }
    count()
    dearest = 0
    guard price(cart, one: false), !canDivide || price(cart, one: true) else { return false }
    // Each unit in a parcel of its own, as dear as any: what costs as much as no price would be passed over.
    let quantities = cart.lines.reduce(0) { $0 + $1.quantity }
    return quantities * (dearest + perUnit + (cart.handlingPerParcel.max() ?? 0)) + sum < Int(Self.never)
  }

  private mutating func count() {
    units.reserve(sets)
    leftOut.reserve(sets)
    oneLeftOut.reserve(sets)
    (units.base[0], leftOut.base[0], oneLeftOut.base[0]) = (0, 0, 0)
    for index in 0..<lineCount {
      let bit = 1 << index
      let (quantity, worth) = (quantity.base[index], worth.base[index])
      let all = worth == Self.never ? Self.never : worth * quantity
      for set in 0..<bit {
        units.base[bit + set] = units.base[set] + quantity
        leftOut.base[bit + set] = min(Self.never, leftOut.base[set] + all)
        oneLeftOut.base[bit + set] = min(Self.never, oneLeftOut.base[set] + worth)
      }
    }
  }

  /// Prices every set at every rate, of all its units or of one of each line.
  private mutating func price(_ cart: borrowing CartProblem, one: Bool) -> Bool {
    measure(cart, one: one)
    let count = cart.rates.count
    if one { onePrices.reserve(count * sets) } else { prices.reserve(count * sets) }
    let table = one ? onePrices.base : prices.base
    var divisor = -1
    for rate in 0..<count {
      let row = table + rate * sets
      if cart.rates.isAbsent(rate) {
        for set in 0..<sets { row[set] = Self.never }
        continue
      }
      if divisor != cart.rates.divisor(rate) {
        divisor = cart.rates.divisor(rate)
        guard charge(divisor) else { return false }
      }
      guard fill(row, rate, cart.rates) else { return false }
    }
    return true
  }

  private mutating func measure(_ cart: borrowing CartProblem, one: Bool) {
    weight.reserve(sets)
    volume.reserve(sets)
    (weight.base[0], volume.base[0]) = (0, 0)
    for (index, line) in cart.lines.enumerated() {
      let bit = 1 << index
      let units = one ? 1 : line.quantity
      for set in 0..<bit {
        weight.base[bit + set] = weight.base[set] + line.weight.grams * units
        volume.base[bit + set] = volume.base[set] + line.volume.cubicCentimetres * units
      }
    }
  }

  /// Notes what a carrier that divides volume like this charges each set as.
  ///
  /// - Returns: Whether it is little enough.
  private mutating func charge(_ divisor: Int) -> Bool {
    grams.reserve(sets)
    heaviest = 0
    for set in 0..<sets {
      let charged = RateTable.charged(weight.base[set], volume.base[set], divisor: divisor)
      guard charged < Int(Int32.max) else { return false }
      grams.base[set] = Int32(truncatingIfNeeded: charged)
      heaviest = max(heaviest, grams.base[set])
    }
    return true
  }

  private mutating func fill(_ row: UnsafeMutablePointer<Int32>, _ rate: Int, _ rates: borrowing RateTable) -> Bool {
    let (brackets, grams) = (rates.brackets(rate), grams.base)
    let last = rates.limit(brackets.upperBound - 1)
    if last < Int(heaviest) {
      for set in 0..<sets where Int(grams[set]) > last {
        let price = rates.priceBeyond(rate, Int(grams[set]))
        row[set] = price < 0 ? Self.never : Int32(clamping: price)
      }
    }
    // From the heaviest bracket to the lightest, each over all sets at once.
    for bracket in brackets.reversed() {
      let (limit, price) = (Int32(clamping: rates.limit(bracket)), Int32(clamping: rates.price(bracket)))
      for set in 0..<sets { row[set] = grams[set] <= limit ? price : row[set] }
    }
    var most: Int32 = 0
    for set in 0..<sets { most = max(most, row[set] == Self.never ? 0 : row[set]) }
    dearest = max(dearest, Int(most))
    return Int(most) <= Self.most
  }
}
