import Inventory
import Logistics

/// The cheapest plan of a small order by a day, over hundreds of nodes in microseconds, by what every set of its lines costs.
///
/// A plan that divides no line among parcels is a partition of the lines into parcels; the cheapest one is found by dynamic programming
/// over sets of lines, at the true price of each parcel by its weight. That nothing is gained by dividing a line, or by leaving out a
/// part of it, is proven by the same program over a relaxation: a node that has one unit of a line counts as if it had all, a parcel
/// weighs as if it had one unit of each of its lines. Where that fails ``CartContents`` decide, and where they do not, the nodes that
/// could be in a better plan are few, and the parcels of single units that they could send are looked at one by one: see
/// `CartSearch+Division`.
///
/// Nodes that serve the customer alike, in the same band by the same services on the same days, are one class: prices are looked at class
/// by class, and once for all days.
///
/// Keeps its memory from order to order.
///
/// Complexity: nodes + classes × services × 2^lines to begin with, 3^lines for a day.
struct CartSearch: ~Copyable {
  /// Nodes that serve the customer alike: in the same band, by the same services on the same days, with picking at the same price.
  struct Class {
    /// One of them.
    let node: Int
    let band: Int
    let perUnit: Int32
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

  // For each node: the lines of which it has all that is wanted, and of which it has any; its class.
  var columns = Scratch<Int>()
  var full = Scratch<UInt8>()
  var any = Scratch<UInt8>()
  var classOf = Scratch<Int16>()
  var classes: [Class] = []
  /// For each band whether there is a node in it to look at.
  var bands = Scratch<Bool>()
  /// Where a class is, by a hash of what makes it.
  private var slots = Scratch<Int16>()

  /// Nodes that have all that is wanted, which others are compared with; for each, then each band, when it is there for no more.
  var leaders: [Int] = []
  var leaderDays = Scratch<UInt64>()

  // For each class, then each set of lines: what packing and picking cost at the cheapest node that has all of them; the same in the
  // relaxation.
  private var handling = Scratch<Int32>()
  private var relaxedHandling = Scratch<Int32>()

  /// The days on which something can be there, since the first, ascending.
  private(set) var offers: [UInt8] = []
  /// For each of these days, then each set of lines: what it costs in one parcel that is there by then; the same in the relaxation.
  private var byDay = Scratch<Int32>()
  private var relaxedByDay = Scratch<Int32>()
  /// The last of these that is no later than the day looked at.
  private(set) var offer: Int?
  /// The day looked at, since the first.
  private var offset: UInt8 = 0

  // For each set of lines: what it costs in one parcel, and in whatever parcels is best; relaxed in one parcel, as all of one, in more.
  var single = Scratch<Int32>()
  var best = Scratch<Int32>()
  var relaxed = Scratch<Int32>()
  var one = Scratch<Int32>()
  var more = Scratch<Int32>()

  /// What every content of a parcel costs, if a line may be divided and there are not too many.
  var contents = CartContents()

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
    contents.reset()
    guard tables.read(cart) else { return false }
    see(cart)
    prune(cart)
    noteBands(cart)
    guard tables.price(cart, in: bands) else { return false }
    single.reserve(tables.sets)
    best.reserve(tables.sets)
    relaxed.reserve(tables.sets)
    one.reserve(tables.sets)
    more.reserve(tables.sets)
    guard classify(cart) else { return false }
    priceDays(cart)
    return true
  }

  /// Notes in which bands there is a node to look at.
  private mutating func noteBands(_ cart: borrowing CartProblem) {
    bands.reserve(cart.bandCount)
    bands.base.update(repeating: false, count: cart.bandCount)
    for node in 0..<cart.nodeCount where any.base[node] != 0 && cart.bands[node] >= 0 { bands.base[Int(cart.bands[node])] = true }
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
    take(day, cart.days.first)
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
  private static var slotCount: Int { 4096 }
  private static var mostClasses: Int { 2048 }

  /// Puts nodes that have anything into classes, and notes for each class what packing costs for the sets of lines that its nodes have.
  ///
  /// - Returns: Whether there were not too many classes.
  private mutating func classify(_ cart: borrowing CartProblem) -> Bool {
    let (chunks, sets) = (cart.days.chunks, tables.sets)
    classes.removeAll(keepingCapacity: true)
    slots.reserve(Self.slotCount)
    for slot in 0..<Self.slotCount { slots.base[slot] = -1 }
    handling.reserve(min(cart.nodeCount, Self.mostClasses) * sets)
    relaxedHandling.reserve(min(cart.nodeCount, Self.mostClasses) * sets)
    let (any, full, classOf, slots) = (any.base, full.base, classOf.base, slots.base)
    for node in 0..<cart.nodeCount {
      classOf[node] = -1
      guard any[node] != 0, cart.bands[node] >= 0 else { continue }
      let (band, perUnit) = (Int(cart.bands[node]), Int32(truncatingIfNeeded: cart.handlingPerUnit[node]))
      var hash = UInt64(truncatingIfNeeded: band) << 32 ^ UInt64(truncatingIfNeeded: perUnit)
      for chunk in 0..<chunks { hash = (hash ^ cart.days.words[node &* chunks &+ chunk]) &* 0x9E37_79B9_7F4A_7C15 }
      var slot = Int(truncatingIfNeeded: hash >> 52)
      var number = Int(slots[slot])
      while number >= 0, !Self.isAlike(classes[number], node, band, perUnit, cart.days) {
        slot = (slot &+ 1) & (Self.slotCount - 1)
        number = Int(slots[slot])
      }
      if number < 0 {
        guard classes.count < Self.mostClasses else { return false }
        number = classes.count
        slots[slot] = Int16(truncatingIfNeeded: number)
        classes.append(Class(node: node, band: band, perUnit: perUnit))
        for cell in number * sets..<(number + 1) * sets {
          handling.base[cell] = CartTables.never
          relaxedHandling.base[cell] = CartTables.never
        }
      }
      classOf[node] = Int16(truncatingIfNeeded: number)
      let perParcel = Int32(truncatingIfNeeded: cart.handlingPerParcel[node])
      let (all, some) = (number &* sets &+ Int(full[node]), number &* sets &+ Int(any[node]))
      handling.base[all] = min(handling.base[all], perParcel)
      relaxedHandling.base[some] = min(relaxedHandling.base[some], perParcel)
    }
    return true
  }

  @inline(__always)
  private static func isAlike(_ known: Class, _ node: Int, _ band: Int, _ perUnit: Int32, _ days: CartDays) -> Bool {
    guard known.band == band, known.perUnit == perUnit else { return false }
    for chunk in 0..<days.chunks where days.words[known.node &* days.chunks &+ chunk] != days.words[node &* days.chunks &+ chunk]
    {
      return false
    }
    return true
  }

  /// What each set of lines costs in one parcel that is there by a day, from whichever node is cheapest, for all days at once.
  private mutating func priceDays(_ cart: borrowing CartProblem) {
    let sets = tables.sets
    findDays(cart)
    for number in classes.indices {
      let found = classes[number]
      let (own, relaxedOwn) = (handling.base + number * sets, relaxedHandling.base + number * sets)
      Self.spread(own, sets)
      if canDivide { Self.spread(relaxedOwn, sets) }
      for set in 0..<sets { own[set] &+= tables.units.base[set] &* found.perUnit }
      if canDivide { for set in 0..<sets { relaxedOwn[set] &+= relaxedPicking(set, found) } }
      tables.lower(byDay.base, to: own, relaxedByDay.base, to: relaxedOwn, of: found, offers: offers, cart)
    }
    // What is there sooner is there by every later day.
    for row in offers.indices.dropFirst() {
      Self.lower(byDay.base + row * sets, to: byDay.base + (row - 1) * sets, sets)
      if canDivide { Self.lower(relaxedByDay.base + row * sets, to: relaxedByDay.base + (row - 1) * sets, sets) }
    }
  }

  @inline(__always)
  private static func lower(_ costs: UnsafeMutablePointer<Int32>, to others: UnsafePointer<Int32>, _ count: Int) {
    for cell in 0..<count { costs[cell] = min(costs[cell], others[cell]) }
  }

  /// Notes on which days something can be there.
  private mutating func findDays(_ cart: borrowing CartProblem) {
    var (low, high): (UInt64, UInt64) = (0, 0)
    for found in classes {
      for service in 0..<cart.serviceNames.count {
        let offset = UInt64(cart.days.byte(found.node, service))
        guard offset != UInt64(CartDays.none) else { continue }
        if offset < 64 { low |= 1 << offset } else { high |= 1 << (offset - 64) }
      }
    }
    offers.removeAll(keepingCapacity: true)
    for (bits, first) in [(low, UInt8(0)), (high, 64)] {
      var left = bits
      while left != 0 {
        offers.append(first + UInt8(left.trailingZeroBitCount))
        left &= left - 1
      }
    }
    byDay.reserve(offers.count * tables.sets)
    relaxedByDay.reserve(offers.count * tables.sets)
    for cell in 0..<offers.count * tables.sets {
      (byDay.base[cell], relaxedByDay.base[cell]) = (CartTables.never, CartTables.never)
    }
  }

  /// Takes up what is there by a day.
  private mutating func take(_ day: Int32, _ first: Int32) {
    let sets = tables.sets
    let last = Int(day) - Int(first)
    offset = UInt8(clamping: last)
    contents.leaveDay()
    offer = offers.lastIndex { Int($0) <= last }
    guard let row = offer else {
      for set in 0..<sets { (single.base[set], relaxed.base[set]) = (CartTables.never, CartTables.never) }
      leastParcel = CartTables.never
      return
    }
    single.base.update(from: byDay.base + row * sets, count: sets)
    relaxed.base.update(from: relaxedByDay.base + row * sets, count: sets)
    leastParcel = relaxed.base[0]
  }

  /// The services by which a class is there by the day looked at.
  func services(_ found: Class, _ cart: borrowing CartProblem) -> UInt64 { cart.days.services(found.node, by: offset) }

  /// What picking costs in the relaxation: one unit of each line there, the others wherever it is cheapest.
  @inline(__always)
  func relaxedPicking(_ set: Int, _ found: Class) -> Int32 {
    let lines = tables.lines.base[set]
    return lines &* found.perUnit &+ (tables.units.base[set] &- lines) &* tables.leastPerUnit
  }

  /// Who has some lines has each of them: spreads what packing costs to all parts.
  @inline(__always)
  private static func spread(_ packing: UnsafeMutablePointer<Int32>, _ sets: Int) {
    var bit = 1
    while bit < sets {
      var block = 0
      while block < sets {
        for set in block..<block + bit { packing[set] = min(packing[set], packing[set + bit]) }
        block += 2 * bit
      }
      bit *= 2
    }
  }
}
