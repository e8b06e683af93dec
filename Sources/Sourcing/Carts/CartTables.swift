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
  /// How many lines there are in each set.
  private(set) var lines = Scratch<Int32>()
  private(set) var leftOut = Scratch<Int32>()
  private(set) var oneLeftOut = Scratch<Int32>()
  /// What a parcel of each set costs, of all its units and of one of each line.
  private(set) var prices = ParcelPrices()
  private(set) var onePrices = ParcelPrices()
  /// What it costs to ship nothing.
  private(set) var nothing: Int32 = 0
  /// The least that picking a unit costs anywhere.
  private(set) var leastPerUnit: Int32 = 0
  /// Whether to pick a unit is nowhere dearer than to leave it out: what parts of lines cost is only then known to be no less than what
  /// picking them does.
  private(set) var isWorthPicking = false
  /// Whether there is a line of more than one unit, or a limit of parcels.
  private(set) var canDivide = false

  /// What all units cost at most but for freight, with what it costs to leave them out.
  private var mostBeside = 0

  /// Looks at the lines.
  ///
  /// - Returns: Whether all costs but for freight are small enough.
  mutating func read(_ cart: borrowing CartProblem) -> Bool {
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
    let (perUnit, perParcel) = (cart.handlingPerUnit.max() ?? 0, cart.handlingPerParcel.max() ?? 0)
    let handling = cart.lines.reduce(0) { $0 + $1.quantity * perUnit } + cart.lines.count * perParcel
    guard perUnit <= Self.most, handling <= Self.most else { return false }
    leastPerUnit = Int32(cart.handlingPerUnit.min() ?? 0)
    isWorthPicking = (0..<lineCount).allSatisfy { worth.base[$0] >= leastPerUnit }
    count()
    let quantities = cart.lines.reduce(0) { $0 + $1.quantity }
    mostBeside = quantities * (perUnit + perParcel) + sum
    return true
  }

  /// Looks at what freight costs in the bands that are asked for.
  ///
  /// - Returns: Whether all costs are small enough.
  mutating func price(_ cart: borrowing CartProblem, in bands: borrowing Scratch<Bool>) -> Bool {
    guard price(cart, bands, one: false), !canDivide || price(cart, bands, one: true) else { return false }
    return isSmall(dearest: max(prices.dearest, canDivide ? onePrices.dearest : 0), cart)
  }

  /// Lowers what each set of lines costs by each day to what it costs from a class of nodes, with all of their units and, if lines can be
  /// divided, with one of each.
  mutating func lower(
    _ costs: UnsafeMutablePointer<Int32>, to handling: UnsafePointer<Int32>, _ oneCosts: UnsafeMutablePointer<Int32>,
    to oneHandling: UnsafePointer<Int32>, of found: CartSearch.Class, offers: [UInt8], _ cart: borrowing CartProblem
  ) {
    prices.lower(costs, to: handling, of: found, offers: offers, cart)
    if canDivide { onePrices.lower(oneCosts, to: oneHandling, of: found, offers: offers, cart) }
  }

  /// Whether each unit in a parcel of its own, as dear as any, costs less than what counts as no price, which would be passed over.
  func isSmall(dearest: Int, _ cart: borrowing CartProblem) -> Bool {
    cart.lines.reduce(0) { $0 + $1.quantity } * dearest + mostBeside < Int(Self.never)
  }

  private mutating func count() {
    units.reserve(sets)
    lines.reserve(sets)
    leftOut.reserve(sets)
    oneLeftOut.reserve(sets)
    (units.base[0], lines.base[0], leftOut.base[0], oneLeftOut.base[0]) = (0, 0, 0, 0)
    for index in 0..<lineCount {
      let bit = 1 << index
      let (quantity, worth) = (quantity.base[index], worth.base[index])
      let all = worth == Self.never ? Self.never : worth * quantity
      for set in 0..<bit {
        units.base[bit + set] = units.base[set] + quantity
        lines.base[bit + set] = lines.base[set] + 1
        leftOut.base[bit + set] = min(Self.never, leftOut.base[set] + all)
        oneLeftOut.base[bit + set] = min(Self.never, oneLeftOut.base[set] + worth)
      }
    }
  }

  /// Prices every set at every rate of the bands that are asked for, of all its units or of one of each line.
  private mutating func price(_ cart: borrowing CartProblem, _ bands: borrowing Scratch<Bool>, one: Bool) -> Bool {
    one
      ? Self.price(&onePrices, cart, bands, sets) { _ in 1 }
      : Self.price(&prices, cart, bands, sets) { $0.quantity }
  }

  @inline(__always)
  private static func price(
    _ prices: inout ParcelPrices, _ cart: borrowing CartProblem, _ bands: borrowing Scratch<Bool>, _ sets: Int,
    _ units: (SourcingLine) -> Int
  ) -> Bool {
    prices.begin(count: sets)
    for (index, line) in cart.lines.enumerated() {
      let units = units(line)
      prices.add(1 << index, at: 1 << index, weight: line.weight.grams * units, volume: line.volume.cubicCentimetres * units)
    }
    return prices.price(cart.rates, in: bands)
  }
}
