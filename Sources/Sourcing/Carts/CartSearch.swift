import Inventory
import Logistics

/// The cheapest plan of a small order by a day, over hundreds of nodes in microseconds, by what every set of its lines costs.
///
/// A plan that divides no line among parcels is a partition of the lines into parcels; the cheapest one is found by dynamic programming
/// over sets of lines, at the true price of each parcel by its weight. That nothing is gained by dividing a line, or by leaving out a
/// part of it, is proven by the same program over a relaxation: a node that has one unit of a line counts as if it had all, a parcel
/// weighs as if it had one unit of each of its lines. Where the proof fails, the nodes that could be in a better plan are few, and the
/// parcels of single units that they could send are looked at one by one, bounded by the relaxation: see `CartSearch+Division`.
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
    var perUnit: Int32
  }

  /// Units that go in one parcel, of each line.
  struct Parcel {
    var node: Int
    var units: [Int32]
  }

  enum Answer {
    /// The cheapest plan.
    case plan
    /// Nothing ships.
    case nothing
    /// It is not known: all that is known is that the nodes beside these are in no cheaper plan than one that costs so much.
    case open(nodes: [Int])
  }

  var tables = CartTables()

  // For each node: the days of its services since the first of all, eight to a number; the lines of which it has all that is wanted, and of which it has any; its class by the day looked at.
  private var days = Scratch<UInt64>()
  private var firstDay: Int32 = 0
  var columns = Scratch<Int>()
  var full = Scratch<UInt8>()
  var any = Scratch<UInt8>()
  var classOf = Scratch<Int16>()
  var classes: [Class] = []
  /// The classes met on the day looked at.
  var present: [Int] = []
  /// Where a class is, by a hash of what makes it.
  private var slots = Scratch<Int16>()
  private var keys = Scratch<UInt64>()
  /// For each node its band and what picking costs there, as one number above those of the services.
  private var kinds = Scratch<UInt64>()
  private var perParcel = Scratch<Int32>()
  /// On which of the days looked at each class was last met.
  private var met = Scratch<Int>()
  private var look = 0
  private var kindList: [(band: Int16, perUnit: Int32)] = []

  // For each class, then each set of lines: what a parcel costs but for its packing, and what packing costs at the cheapest node that has
  // all of them; then the same in the relaxation.
  var rows = Scratch<Int32>()
  var packing = Scratch<Int32>()
  var relaxedRows = Scratch<Int32>()
  private var relaxedPacking = Scratch<Int32>()

  // For each set of lines: what it costs in one parcel, and in whatever parcels is best; relaxed in one parcel, as all of one, in more.
  var single = Scratch<Int32>()
  var best = Scratch<Int32>()
  var relaxed = Scratch<Int32>()
  var one = Scratch<Int32>()
  var more = Scratch<Int32>()

  // For plans that divide lines: what any units of each set of lines cost at least; the nodes that could send some, and what the cheapest
  // of them asks for each content of a parcel; the parcels of the branch.
  var rest = Scratch<Int32>()
  var senders: [Sender] = []
  var sentCost = Scratch<Int32>()
  var sentBy = Scratch<Int32>()
  var path: [(sender: Int, units: CartUnits)] = []
  var wanted = CartUnits()
  var divisionSteps = 0
  /// Whether no better plan was missed.
  var isSure = true

  var parcels: [Parcel] = []
  /// What the plan in ``parcels`` costs.
  var cost: Int32 = 0
  /// The least that any parcel costs.
  var leastParcel: Int32 = 0
  /// Whether a plan may be better, or possible, that is no partition of the lines among the nodes that are cheapest for each part.
  var canDivide: Bool { tables.canDivide }

  /// Looks at what is the same for every day.
  ///
  /// - Returns: Whether all costs, and the days from the first to the last, are small enough to be looked at.
  mutating func prepare(_ cart: borrowing CartProblem) -> Bool {
    guard tables.fill(cart), pack(cart) else { return false }
    see(cart)
    guard findKinds(cart) else { return false }
    classes.removeAll(keepingCapacity: true)
    met.reserve(Self.mostClasses)
    slots.reserve(Self.slotCount)
    keys.reserve(Self.slotCount)
    for slot in 0..<Self.slotCount { keys.base[slot] = 0 }
    single.reserve(tables.sets)
    best.reserve(tables.sets)
    relaxed.reserve(tables.sets)
    one.reserve(tables.sets)
    more.reserve(tables.sets)
    let most = Self.mostClasses * tables.sets
    rows.reserve(most)
    packing.reserve(most)
    relaxedRows.reserve(most)
    relaxedPacking.reserve(most)
    return true
  }

  /// The latest day that can be told, since the first.
  private static var latest: Int { 126 }

  private mutating func pack(_ cart: borrowing CartProblem) -> Bool {
    let count = cart.days.count / 8
    days.reserve(count)
    return cart.days.withUnsafeBufferPointer { all in
      var first = CartProblem.noDay
      for day in all { first = min(first, day) }
      firstDay = first
      for chunk in 0..<count {
        var packed: UInt64 = 0
        for place in 0..<8 {
          let day = all[8 * chunk + place]
          let offset = min(Int(day) &- Int(first), Self.latest + 1)
          guard offset <= Self.latest || day == CartProblem.noDay else { return false }
          packed |=
            UInt64(truncatingIfNeeded: day == CartProblem.noDay ? Self.latest + 1 : offset)
            << UInt64(truncatingIfNeeded: 8 * place)
        }
        days.base[chunk] = packed
      }
      return true
    }
  }

  /// Numbers the kinds of nodes: those in the same band at which picking costs the same.
  ///
  /// - Returns: Whether they fit into a key beside the services.
  private mutating func findKinds(_ cart: borrowing CartProblem) -> Bool {
    guard cart.serviceNames.count <= Int(Self.kindShift) else { return false }
    kindList.removeAll(keepingCapacity: true)
    kinds.reserve(cart.nodeCount)
    perParcel.reserve(cart.nodeCount)
    for node in 0..<cart.nodeCount {
      kinds.base[node] = 0
      perParcel.base[node] = Int32(truncatingIfNeeded: cart.handlingPerParcel[node])
      let band = cart.bands[node]
      guard band >= 0 else { continue }
      let perUnit = Int32(truncatingIfNeeded: cart.handlingPerUnit[node])
      var kind = 0
      while kind < kindList.count, kindList[kind].band != band || kindList[kind].perUnit != perUnit { kind += 1 }
      if kind == kindList.count {
        guard kind < 255 else { return false }
        kindList.append((band, perUnit))
      }
      kinds.base[node] = UInt64(kind + 1) << Self.kindShift
    }
    return true
  }

  /// Notes of which lines each node has all, and of which it has any.
  private mutating func see(_ cart: borrowing CartProblem) {
    let nodes = cart.nodeCount
    full.reserve(nodes)
    any.reserve(nodes)
    classOf.reserve(nodes)
    columns.reserve(tables.lineCount)
    for (line, wanted) in cart.lines.enumerated() { columns.base[line] = cart.stock.column(of: wanted.sku) ?? -1 }
    let width = cart.stock.skus.count
    let (columns, quantity, lineCount) = (columns.base, tables.quantity.base, tables.lineCount)
    cart.stock.withUnits { units in
      guard var row = units.baseAddress else { return }
      for node in 0..<nodes {
        var (all, some): (UInt8, UInt8) = (0, 0)
        for line in 0..<lineCount where columns[line] >= 0 {
          let there = row[columns[line]]
          // Without a branch: whether a store has something is as good as random.
          all |= (there >= Int(quantity[line]) ? 1 : 0) << UInt8(truncatingIfNeeded: line)
          some |= (there > 0 ? 1 : 0) << UInt8(truncatingIfNeeded: line)
        }
        full.base[node] = all
        any.base[node] = some
        row += width
      }
    }
    for (node, left) in cart.parcelsLeft where left <= 0 { (full.base[node], any.base[node]) = (0, 0) }
  }

  /// The cheapest plan that is there by a day. What ships is then in ``parcels``.
  mutating func solve(_ cart: borrowing CartProblem, by day: Int32) -> Answer {
    guard classify(cart, by: day) else { return .open(nodes: Array(0..<cart.nodeCount)) }
    priceSets()
    combine()
    cost = best.base[tables.sets - 1]
    parcels.removeAll(keepingCapacity: true)
    if tables.nothing <= cost { cost = tables.nothing } else if cost < CartTables.never { trace(cart) }
    if !fitsLimits(cart) {
      // Nothing is known but what it costs to ship nothing.
      cost = tables.nothing
      parcels.removeAll(keepingCapacity: true)
    }
    if canDivide, divided(cart) < cost, !divide(cart) {
      return .open(nodes: tables.isWorthPicking ? hopeful(cart) : Array(0..<cart.nodeCount))
    }
    return parcels.isEmpty ? .nothing : .plan
  }

  private func fitsLimits(_ cart: borrowing CartProblem) -> Bool {
    guard !cart.parcelsLeft.isEmpty else { return true }
    return parcels.allSatisfy { parcel in
      guard let left = cart.parcelsLeft[parcel.node] else { return true }
      return parcels.count { $0.node == parcel.node } <= left
    }
  }
}

// MARK: Classes

extension CartSearch {
  private static var slotCount: Int { 2048 }
  /// The services of a key are below it.
  private static var kindShift: UInt64 { 56 }
  static var mostClasses: Int { 1024 }

  /// Puts nodes that have anything into classes, and notes for each class what packing costs for the sets of lines that its nodes have.
  ///
  /// - Returns: Whether there were not too many classes.
  private mutating func classify(_ cart: borrowing CartProblem, by day: Int32) -> Bool {
    look += 1
    present.removeAll(keepingCapacity: true)
    let chunks = cart.stride / 8
    let sets = tables.sets
    guard day >= firstDay else { return true }
    // Days beyond the latest of all are as good as it.
    let offset = UInt64(clamping: min(Int(day) - Int(firstDay), Self.latest)) &* 0x0101_0101_0101_0101
    let (days, any, full, kinds, perParcel, classOf) = (days.base, any.base, full.base, kinds.base, perParcel.base, classOf.base)
    let (packing, relaxedPacking) = (packing.base, relaxedPacking.base)
    let isRelaxed = canDivide
    for node in 0..<cart.nodeCount {
      classOf[node] = -1
      guard any[node] != 0, kinds[node] != 0 else { continue }
      var services: UInt64 = 0
      for chunk in 0..<chunks {
        services |= Self.within(days[node &* chunks &+ chunk], offset) << UInt64(truncatingIfNeeded: 8 &* chunk)
      }
      guard services != 0 else { continue }
      let number = number(services | kinds[node])
      guard number >= 0 else { return false }
      classOf[node] = Int16(truncatingIfNeeded: number)
      let cell = number &* sets &+ Int(full[node])
      packing[cell] = min(packing[cell], perParcel[node])
      if isRelaxed {
        let cell = number &* sets &+ Int(any[node])
        relaxedPacking[cell] = min(relaxedPacking[cell], perParcel[node])
      }
    }
    return true
  }

  /// Which of eight days are not after a day, a bit each: all of seven bits, one to a byte, so that no byte borrows from the next.
  @inline(__always)
  private static func within(_ days: UInt64, _ day: UInt64) -> UInt64 {
    let high: UInt64 = 0x8080_8080_8080_8080
    let some = ((day | high) &- days) & high
    return ((some >> 7) &* 0x0102_0408_1020_4080) >> 56
  }

  /// The number of the class of a key, which is met on this day; −1 if there are too many.
  @inline(__always)
  private mutating func number(_ key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 53)
    while keys.base[slot] != key {
      guard keys.base[slot] != 0 else { return add(key, at: slot) }
      slot = (slot &+ 1) & (Self.slotCount - 1)
    }
    let known = Int(slots.base[slot])
    if met.base[known] != look { meet(known) }
    return known
  }

  private mutating func add(_ key: UInt64, at slot: Int) -> Int {
    guard classes.count < Self.mostClasses else { return -1 }
    let number = classes.count
    keys.base[slot] = key
    slots.base[slot] = Int16(number)
    let kind = kindList[Int(key >> Self.kindShift) - 1]
    classes.append(Class(services: key & (1 << Self.kindShift - 1), band: kind.band, perUnit: kind.perUnit))
    price(number)
    meet(number)
    return number
  }

  private mutating func meet(_ number: Int) {
    met.base[number] = look
    present.append(number)
    let row = number * tables.sets
    for set in row..<row + tables.sets { packing.base[set] = CartTables.never }
    if canDivide {
      for set in row..<row + tables.sets { relaxedPacking.base[set] = CartTables.never }
    }
  }

  /// What each set of lines costs in one parcel by the cheapest service of a class, without packing.
  private mutating func price(_ number: Int) {
    let found = classes[number]
    let sets = tables.sets
    let row = rows.base + number * sets
    let relaxed = relaxedRows.base + number * sets
    for set in 0..<sets { (row[set], relaxed[set]) = (CartTables.never, CartTables.never) }
    var left = found.services
    while left != 0 {
      let place = (left.trailingZeroBitCount * tables.bandCount + Int(found.band)) * sets
      left &= left - 1
      for set in 0..<sets { row[set] = min(row[set], tables.prices.base[place + set]) }
      guard canDivide else { continue }
      for set in 0..<sets { relaxed[set] = min(relaxed[set], tables.onePrices.base[place + set]) }
    }
    for set in 0..<sets {
      row[set] &+= tables.units.base[set] &* found.perUnit
      guard canDivide else { continue }
      let lines = Int32(truncatingIfNeeded: set.nonzeroBitCount)
      relaxed[set] &+= lines &* found.perUnit &+ (tables.units.base[set] &- lines) &* tables.leastPerUnit
    }
  }

  /// What each set of lines costs in one parcel, from whichever node is cheapest.
  private mutating func priceSets() {
    let sets = tables.sets
    for set in 0..<sets { (single.base[set], relaxed.base[set]) = (CartTables.never, CartTables.never) }
    leastParcel = CartTables.never
    for number in present {
      Self.take(packing.base + number * sets, rows.base + number * sets, sets, into: single.base)
      guard canDivide else { continue }
      Self.take(relaxedPacking.base + number * sets, relaxedRows.base + number * sets, sets, into: relaxed.base)
      leastParcel = min(leastParcel, relaxedPacking.base[number * sets] + relaxedRows.base[number * sets])
    }
  }

  /// Who has some lines has each of them: spreads what packing costs to all parts, and takes what parcels cost then.
  @inline(__always)
  private static func take(
    _ packing: UnsafeMutablePointer<Int32>, _ row: UnsafePointer<Int32>, _ sets: Int, into costs: UnsafeMutablePointer<Int32>
  ) {
    var bit = 1
    while bit < sets {
      var block = 0
      while block < sets {
        for set in block..<block + bit { packing[set] = min(packing[set], packing[set + bit]) }
        block += 2 * bit
      }
      bit *= 2
    }
    for set in 0..<sets { costs[set] = min(costs[set], packing[set] &+ row[set]) }
  }
}
