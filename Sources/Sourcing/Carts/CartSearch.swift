import Inventory
import Logistics

/// The cheapest plan of a small order by a day, over hundreds of nodes in microseconds, by what every set of its lines costs.
///
/// A plan that divides no line among parcels is a partition of the lines into parcels; the cheapest one is found by dynamic programming
/// over sets of lines, at the true price of each parcel by its weight. That nothing is gained by dividing a line, or by leaving out a
/// part of it, is proven by the same program over a relaxation: a node that has one unit of a line counts as if it had all, a parcel
/// weighs as if it had one unit of each of its lines. Where the proof fails, the nodes that could be in a better plan are few, and are
/// searched as any order.
///
/// Nodes that serve the customer alike, in the same band by the same services, are one class: prices are looked at class by class.
///
/// Keeps its memory from order to order.
///
/// Complexity: nodes + classes × 2^lines + 3^lines.
struct CartSearch: ~Copyable {
  /// What serves the customer alike.
  struct Class {
    var services: UInt64
    var band: Int16
    var perUnit: Int
  }

  /// Lines that go in one parcel.
  struct Parcel {
    var lines: Int
    var node: Int
  }

  enum Answer {
    /// The cheapest plan.
    case plan(cost: Int)
    /// Nothing ships.
    case nothing
    /// The cheapest plan that divides no line costs so much, but it is not proven that no other costs less.
    case unproven(cost: Int)
  }

  var lineCount = 0
  /// How many sets of lines there are.
  var sets = 0
  var serviceCount = 0
  var bandCount = 0
  /// Whether a plan may be better, or possible, that divides a line.
  var canDivide = false

  // For each set of lines.
  var units = Scratch<Int>()
  var weight = Scratch<Int>()
  var volume = Scratch<Int>()
  /// The same with one unit of each line.
  var singleWeight = Scratch<Int>()
  var singleVolume = Scratch<Int>()
  /// What it costs to leave them out.
  var leftOut = Scratch<Int>()
  /// What it costs to ship nothing.
  var nothing = 0

  // For each service and band, then each set of lines: what a parcel of them costs, and of one unit of each.
  var prices = Scratch<Int>()
  var singlePrices = Scratch<Int>()

  // For each node: the lines of which it has all that is wanted, and of which it has any; its class by the day looked at.
  var full = Scratch<UInt8>()
  var any = Scratch<UInt8>()
  var classOf = Scratch<Int16>()
  var classes: [Class] = []
  /// Where a class is, by a hash of what makes it.
  var slots = Scratch<Int16>()

  // For each class, then each set of lines: what packing costs at the cheapest node that has all of them, and that has any of each.
  var packing = Scratch<Int>()
  var anyPacking = Scratch<Int>()

  // For each set of lines: what it costs in one parcel; in whatever parcels is best; relaxed in one, in one and in more parcels.
  var single = Scratch<Int>()
  var best = Scratch<Int>()
  var relaxed = Scratch<Int>()
  var one = Scratch<Int>()
  var more = Scratch<Int>()

  var parcels: [Parcel] = []
  /// The least that any parcel costs.
  var leastParcel = 0
  var leastPerUnit = 0

  /// Looks at what is the same for every day.
  mutating func prepare(_ problem: borrowing CartProblem) {
    lineCount = problem.lines.count
    sets = 1 << lineCount
    serviceCount = problem.serviceNames.count
    bandCount = problem.bandCount
    canDivide = problem.lines.contains { $0.quantity > 1 } || !problem.parcelsLeft.isEmpty
    measure(problem)
    Self.price(&prices, problem.rates, weight, volume, sets)
    if canDivide { Self.price(&singlePrices, problem.rates, singleWeight, singleVolume, sets) }
    see(problem)
    single.reserve(sets)
    best.reserve(sets)
    relaxed.reserve(sets)
    one.reserve(sets)
    more.reserve(sets)
    leastPerUnit = problem.handlingPerUnit.min() ?? 0
  }

  private mutating func measure(_ problem: borrowing CartProblem) {
    units.reserve(sets)
    weight.reserve(sets)
    volume.reserve(sets)
    singleWeight.reserve(sets)
    singleVolume.reserve(sets)
    leftOut.reserve(sets)
    for table in [units.base, weight.base, volume.base, singleWeight.base, singleVolume.base, leftOut.base] { table[0] = 0 }
    nothing = problem.lines.reduce(0) { sum, line in
      min(CartProblem.never, sum + (line.unfilledCost.map { $0.count * line.quantity } ?? CartProblem.never))
    }
    for (index, line) in problem.lines.enumerated() {
      let bit = 1 << index
      let worth =
        problem.shipsComplete ? CartProblem.never : line.unfilledCost.map { $0.count * line.quantity } ?? CartProblem.never
      for set in 0..<bit {
        units.base[bit + set] = units.base[set] + line.quantity
        weight.base[bit + set] = weight.base[set] + line.weight.grams * line.quantity
        volume.base[bit + set] = volume.base[set] + line.volume.cubicCentimetres * line.quantity
        singleWeight.base[bit + set] = singleWeight.base[set] + line.weight.grams
        singleVolume.base[bit + set] = singleVolume.base[set] + line.volume.cubicCentimetres
        leftOut.base[bit + set] = min(CartProblem.never, leftOut.base[set] + worth)
      }
    }
  }

  /// Prices every set of lines as a parcel at every rate.
  private static func price(
    _ prices: inout Scratch<Int>, _ rates: [FreightRate?], _ weight: borrowing Scratch<Int>, _ volume: borrowing Scratch<Int>,
    _ sets: Int
  ) {
    prices.reserve(rates.count * sets)
    for (index, rate) in rates.enumerated() {
      let row = prices.base + index * sets
      guard let rate else {
        for set in 0..<sets { row[set] = CartProblem.never }
        continue
      }
      for set in 0..<sets {
        let grams = rate.chargeable(weight: Weight(weight.base[set]), volume: Volume(volume.base[set])).grams
        row[set] = min(CartProblem.never, rate.price(chargeable: grams)?.price.count ?? CartProblem.never)
      }
    }
  }

  /// Notes of which lines each node has all, and of which it has any.
  private mutating func see(_ problem: borrowing CartProblem) {
    let nodes = problem.nodeCount
    full.reserve(nodes)
    any.reserve(nodes)
    classOf.reserve(nodes)
    let width = problem.stock.skus.count
    let columns = problem.lines.map { problem.stock.column(of: $0.sku) ?? -1 }
    let wanted = problem.lines.map(\.quantity)
    problem.stock.withUnits { units in
      for node in 0..<nodes {
        var (all, some): (UInt8, UInt8) = (0, 0)
        for line in 0..<lineCount where columns[line] >= 0 {
          let there = units[node * width + columns[line]]
          if there >= wanted[line] { all |= 1 << line }
          if there > 0 { some |= 1 << line }
        }
        full.base[node] = all
        any.base[node] = some
      }
    }
    for (node, left) in problem.parcelsLeft where left <= 0 { (full.base[node], any.base[node]) = (0, 0) }
  }

  /// The cheapest plan that is there by a day. What ships is then in ``parcels``.
  mutating func solve(_ problem: borrowing CartProblem, by day: Int32) -> Answer {
    classify(problem, by: day)
    priceSets()
    var cost = combine()
    let divided = canDivide ? divided(problem) : CartProblem.never
    guard min(cost, nothing) < CartProblem.never else { return divided < CartProblem.never ? .unproven(cost: cost) : .nothing }
    if nothing <= cost {
      cost = nothing
      parcels.removeAll(keepingCapacity: true)
    } else {
      trace(problem)
    }
    guard fitsLimits(problem) else { return .unproven(cost: CartProblem.never) }
    if divided < cost { return .unproven(cost: cost) }
    return parcels.isEmpty ? .nothing : .plan(cost: cost)
  }

  private func fitsLimits(_ problem: borrowing CartProblem) -> Bool {
    guard !problem.parcelsLeft.isEmpty else { return true }
    return parcels.allSatisfy { parcel in
      guard let left = problem.parcelsLeft[parcel.node] else { return true }
      return parcels.count { $0.node == parcel.node } <= left
    }
  }
}

// MARK: Classes

extension CartSearch {
  private static var slotCount: Int { 1024 }

  /// Puts nodes that have anything into classes, and notes for each class what packing costs for each set of lines.
  private mutating func classify(_ problem: borrowing CartProblem, by day: Int32) {
    classes.removeAll(keepingCapacity: true)
    slots.reserve(Self.slotCount)
    for slot in 0..<Self.slotCount { slots.base[slot] = -1 }
    packing.reserve(problem.nodeCount * sets)
    anyPacking.reserve(problem.nodeCount * sets)
    leastParcel = CartProblem.never
    let stride = problem.stride
    problem.days.withUnsafeBufferPointer { days in
      for node in 0..<problem.nodeCount {
        classOf.base[node] = -1
        guard any.base[node] != 0, problem.bands[node] >= 0 else { continue }
        var services: UInt64 = 0
        for chunk in Swift.stride(from: 0, to: stride, by: 8) {
          services |= Self.within(days.baseAddress! + node * stride + chunk, day) << UInt64(chunk)
        }
        guard services != 0 else { continue }
        let number = number(of: Class(services: services, band: problem.bands[node], perUnit: problem.handlingPerUnit[node]))
        classOf.base[node] = Int16(number)
        let perParcel = problem.handlingPerParcel[node]
        let row = packing.base + number * sets
        row[Int(full.base[node])] = min(row[Int(full.base[node])], perParcel)
        if canDivide {
          let row = anyPacking.base + number * sets
          row[Int(any.base[node])] = min(row[Int(any.base[node])], perParcel)
        }
      }
    }
  }

  /// Which of eight days are not after a day, a bit each.
  @inline(__always)
  private static func within(_ days: UnsafePointer<Int32>, _ day: Int32) -> UInt64 {
    let eight = UnsafeRawPointer(days).loadUnaligned(as: SIMD8<Int32>.self)
    let bits = SIMD8<Int32>(1, 2, 4, 8, 16, 32, 64, 128)
    return UInt64(truncatingIfNeeded: bits.replacing(with: 0, where: eight .> day).wrappedSum())
  }

  private mutating func number(of found: Class) -> Int {
    let hash =
      (found.services &+ UInt64(found.band) &* 0x1_0000_0001 &+ UInt64(bitPattern: Int64(found.perUnit)) << 40)
      &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(hash >> 54)
    while slots.base[slot] >= 0 {
      let known = Int(slots.base[slot])
      let other = classes[known]
      if other.services == found.services, other.band == found.band, other.perUnit == found.perUnit { return known }
      slot = (slot + 1) & (Self.slotCount - 1)
    }
    let number = classes.count
    // Beyond that the table would fill up: the classes that come then are each for itself.
    if number < Self.slotCount / 2 { slots.base[slot] = Int16(number) }
    classes.append(found)
    for set in 0..<sets { packing.base[number * sets + set] = CartProblem.never }
    if canDivide {
      for set in 0..<sets { anyPacking.base[number * sets + set] = CartProblem.never }
    }
    return number
  }

  /// What each set of lines costs in one parcel, from whichever node is cheapest.
  private mutating func priceSets() {
    for set in 0..<sets { (single.base[set], relaxed.base[set]) = (CartProblem.never, CartProblem.never) }
    for number in classes.indices {
      spread(packing.base + number * sets)
      let found = classes[number]
      add(found, packing.base + number * sets, prices.base, to: single.base) { units.base[$0] * found.perUnit }
      guard canDivide else { continue }
      spread(anyPacking.base + number * sets)
      leastParcel = min(leastParcel, anyPacking.base[number * sets] + least(singlePrices.base, found, 0))
      add(found, anyPacking.base + number * sets, singlePrices.base, to: relaxed.base) { set in
        let lines = set.nonzeroBitCount
        return lines * found.perUnit + (units.base[set] - lines) * leastPerUnit
      }
    }
  }

  /// Who has some lines has each of them.
  private func spread(_ row: UnsafeMutablePointer<Int>) {
    var bit = 1
    while bit < sets {
      for set in 0..<sets where set & bit == 0 { row[set] = min(row[set], row[set | bit]) }
      bit <<= 1
    }
  }

  @inline(__always)
  private func add(
    _ found: Class, _ packing: UnsafePointer<Int>, _ prices: UnsafePointer<Int>, to costs: UnsafeMutablePointer<Int>,
    _ picking: (Int) -> Int
  ) {
    for set in 1..<sets where packing[set] < CartProblem.never {
      costs[set] = min(costs[set], packing[set] + least(prices, found, set) + picking(set))
    }
  }

  /// What the cheapest service of a class asks for some lines in one parcel.
  @inline(__always)
  func least(_ prices: UnsafePointer<Int>, _ found: Class, _ lines: Int) -> Int {
    var price = CartProblem.never
    var left = found.services
    while left != 0 {
      let service = left.trailingZeroBitCount
      left &= left - 1
      price = min(price, prices[(service * bandCount + Int(found.band)) * sets + lines])
    }
    return price
  }
}

// MARK: Sets of lines

extension CartSearch {
  /// The least that all lines cost, in parcels or left out.
  private mutating func combine() -> Int {
    best.base[0] = 0
    for set in 1..<sets {
      let lowest = set & -set
      var least = leftOut.base[lowest] + best.base[set ^ lowest]
      // The parcel of the lowest line, with each set of the others.
      let others = set ^ lowest
      var with = others
      while true {
        least = min(least, single.base[lowest | with] + best.base[others ^ with])
        guard with > 0 else { break }
        with = (with - 1) & others
      }
      best.base[set] = min(least, CartProblem.never)
    }
    return best.base[sets - 1]
  }

  /// No plan that divides a line among parcels, or leaves out a part of one, costs less.
  private mutating func divided(_ problem: borrowing CartProblem) -> Int {
    (one.base[0], more.base[0]) = (CartProblem.never, CartProblem.never)
    for set in 1..<sets {
      let lowest = set & -set
      let others = set ^ lowest
      var (inOne, inMore) = (leftOut.base[lowest] + one.base[others], leftOut.base[lowest] + more.base[others])
      var with = others
      while true {
        let parcel = relaxed.base[lowest | with]
        let rest = others ^ with
        inOne = min(inOne, parcel + leftOut.base[rest])
        inMore = min(inMore, parcel + min(one.base[rest], more.base[rest]))
        guard with > 0 else { break }
        with = (with - 1) & others
      }
      one.base[set] = min(inOne, CartProblem.never)
      more.base[set] = min(inMore, CartProblem.never)
    }
    // A line is divided among parcels of which each is the main one of some line, or one is of none.
    var least = min(more.base[sets - 1], one.base[sets - 1] + leastParcel)
    for line in problem.lines where line.quantity > 1 {
      guard !problem.shipsComplete, let worth = line.unfilledCost?.count else { continue }
      // Or a part of it is left out.
      guard worth >= leastPerUnit else { return 0 }
      least = min(least, min(one.base[sets - 1], more.base[sets - 1]) + worth - leastPerUnit)
    }
    return least
  }

  /// Finds the parcels of the best plan.
  private mutating func trace(_ problem: borrowing CartProblem) {
    parcels.removeAll(keepingCapacity: true)
    var set = sets - 1
    while set > 0 {
      let lowest = set & -set
      let others = set ^ lowest
      if best.base[set] == leftOut.base[lowest] + best.base[others] {
        set = others
        continue
      }
      var with = others
      while best.base[set] != single.base[lowest | with] + best.base[others ^ with] { with = (with - 1) & others }
      parcels.append(parcel(lowest | with, problem))
      set = others ^ with
    }
    parcels.sort { one, other in
      one.node == other.node ? weight.base[one.lines] > weight.base[other.lines] : one.node < other.node
    }
  }

  /// The parcel of some lines, from the first of the nodes at which it costs least.
  private func parcel(_ lines: Int, _ problem: borrowing CartProblem) -> Parcel {
    for node in 0..<problem.nodeCount where classOf.base[node] >= 0 && Int(full.base[node]) & lines == lines {
      let found = classes[Int(classOf.base[node])]
      let beside = problem.handlingPerParcel[node] + found.perUnit * units.base[lines]
      if beside + least(prices.base, found, lines) == single.base[lines] { return Parcel(lines: lines, node: node) }
    }
    preconditionFailure("a price that no node asks")
  }
}
