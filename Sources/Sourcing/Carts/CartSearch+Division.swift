import Inventory
import Logistics

/// Units of up to eight lines, seven bits each.
///
/// With the eighth bit of each byte set no byte borrows from the next when another such number is taken off: whether all units of one are
/// in another is a subtraction and a mask.
struct CartUnits: Hashable {
  static let highBits: UInt64 = 0x8080_8080_8080_8080
  /// The most units of a line.
  static var most: Int { 127 }
  var bits: UInt64 = 0

  subscript(line: Int) -> Int {
    get { Int(truncatingIfNeeded: bits >> UInt64(truncatingIfNeeded: 8 * line) & 0x7F) }
    set {
      let place = UInt64(truncatingIfNeeded: 8 * line)
      bits = bits & ~(0x7F << place) | UInt64(truncatingIfNeeded: newValue) << place
    }
  }

  func isWithin(_ other: CartUnits) -> Bool { ((other.bits | Self.highBits) &- bits) & Self.highBits == Self.highBits }

  /// The lines of which there is a unit.
  var lines: Int {
    // Of each byte that is not zero the high bit, and the high bits gathered into one byte.
    let some = (bits &+ 0x7F7F_7F7F_7F7F_7F7F) & Self.highBits
    return Int(truncatingIfNeeded: ((some >> 7) &* 0x0102_0408_1020_4080) >> 56)
  }

  /// How many there are.
  var count: Int32 {
    let pairs = (bits & 0x00FF_00FF_00FF_00FF) &+ (bits >> 8 & 0x00FF_00FF_00FF_00FF)
    return Int32(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) >> 48)
  }
}

extension CartSearch {
  private static var stepLimit: Int { 200_000 }
  /// The most contents of a parcel that are looked at.
  private static var mostStates: Int { 20_000 }

  /// A node that could be in a better plan.
  struct Sender {
    let node: Int
    let units: CartUnits
    let services: UInt64
    let band: Int
    let perParcel: Int32
    let perUnit: Int32
    let parcelsLeft: Int32

    /// Whether there is enough of all lines of a parcel for everything that is wanted, in however many parcels.
    func isAmple(for content: CartUnits, of wanted: CartUnits) -> Bool {
      guard parcelsLeft == .max else { return false }
      // The bytes of lines that are in the parcel.
      let some = (content.bits &+ 0x7F7F_7F7F_7F7F_7F7F) & CartUnits.highBits
      return CartUnits(bits: wanted.bits & ((some >> 7) &* 0x7F)).isWithin(units)
    }
  }

  /// Looks for a cheaper plan than the one in ``parcels`` among those that divide lines.
  ///
  /// By branch and bound over parcels: each has a unit of the first line that is left, and is sent by whichever node is cheapest for it.
  /// What is left costs no less than by ``contents``, which in most carts say at once that there is no such plan; of too many contents, no
  /// less than in the relaxation.
  ///
  /// - Returns: Whether the plan is now the cheapest of all; if not, it is some plan.
  mutating func divide(_ cart: borrowing CartProblem) -> Bool {
    if tabulate(cart) {
      guard let offer, contents.solve(offer, below: cost, tables) < cost else { return true }
    } else {
      guard tables.isWorthPicking, (0..<tables.lineCount).allSatisfy({ tables.quantity.base[$0] <= CartUnits.most }) else {
        return false
      }
      relaxRest()
    }
    senders.removeAll(keepingCapacity: true)
    if tables.isWorthPicking {
      for node in hopeful(cart) { senders.append(sender(node, cart)) }
    } else {
      for node in 0..<cart.nodeCount where classOf.base[node] >= 0 { senders.append(sender(node, cart)) }
    }
    wanted = CartUnits()
    var states = 1
    for line in 0..<tables.lineCount {
      let quantity = Int(tables.quantity.base[line])
      wanted[line] = contents.isOfDay ? contents.shippable(line) : quantity
      states *= quantity + 1
      guard states <= Self.mostStates else { return false }
    }
    // What nobody can have there by the day is left out in any plan.
    let leftOut = contents.isOfDay ? contents.leftOut(tables) : 0
    sentCost.reserve(states)
    sentBy.reserve(states)
    for state in 0..<states { sentCost.base[state] = -1 }
    (divisionSteps, isSure) = (0, true)
    path.removeAll(keepingCapacity: true)
    if takeContents(leftOut, cart) { return true }
    path.removeAll(keepingCapacity: true)
    branch(wanted, leftOut, cart)
    return isSure
  }

  /// Makes the tables of contents.
  ///
  /// - Returns: Whether there are such.
  private mutating func tabulate(_ cart: borrowing CartProblem) -> Bool {
    let (columns, width) = (columns.base, cart.stock.skus.count)
    return cart.stock.withUnits { stock in
      contents.tabulate(cart, tables, classes, offers: offers, in: bands, classOf) { node, line in
        columns[line] < 0 ? 0 : stock[node * width + columns[line]]
      }
    }
  }

  private func sender(_ node: Int, _ cart: borrowing CartProblem) -> Sender {
    let found = classes[Int(classOf.base[node])]
    var units = CartUnits()
    let row = node * cart.stock.skus.count
    cart.stock.withUnits { stock in
      for line in 0..<tables.lineCount where columns.base[line] >= 0 {
        units[line] = max(0, min(Int(tables.quantity.base[line]), stock[row + columns.base[line]]))
      }
    }
    return Sender(
      node: node, units: units, services: services(found, cart), band: found.band,
      perParcel: Int32(cart.handlingPerParcel[node]), perUnit: found.perUnit,
      parcelsLeft: cart.parcelsLeft[node].map { Int32(clamping: $0) } ?? .max)
  }

  /// Looks at every plan for the units that are left that costs less than the best one known, with what is spent already.
  private mutating func branch(_ left: CartUnits, _ spent: Int32, _ cart: borrowing CartProblem) {
    divisionSteps += 1
    guard divisionSteps <= Self.stepLimit else {
      isSure = false
      return
    }
    guard left.bits != 0 else {
      settle(spent)
      return
    }
    let first = left.bits.trailingZeroBitCount / 8
    // All units of the first line in no parcel, or one of them in this one.
    var without = left
    without[first] -= 1
    if spent &+ tables.worth.base[first] &+ atLeast(without) < cost {
      branch(without, spent &+ tables.worth.base[first], cart)
    }
    var content = CartUnits()
    content[first] = 1
    // Where the parcel and what is left beside it are in the tables of contents, changed with them.
    let isTabled = contents.isOfDay
    let end = isTabled ? contents.place(left) : 0
    var place = isTabled ? contents.place(content) : 0
    repeat {
      let rest = CartUnits(bits: left.bits &- content.bits)
      let beside = isTabled ? contents.atLeast(end &- place) : atLeast(rest)
      if spent &+ beside &+ (isTabled ? contents.cost(place) : atLeast(inOne: content)) < cost {
        send(content, spent, beside: beside, rest, cart)
      }
    } while advance(&content, &place, from: first, within: left)
  }

  /// The next content of some units, as an odometer that never shows less than one of the first line, and where it is in the tables.
  ///
  /// - Returns: Whether there is one.
  @inline(__always)
  private func advance(_ content: inout CartUnits, _ place: inout Int, from first: Int, within left: CartUnits) -> Bool {
    let isTabled = contents.isOfDay
    for line in first..<tables.lineCount {
      if content[line] < left[line] {
        content[line] += 1
        place &+= isTabled ? contents.weight(line) : 0
        return true
      }
      let least = line == first ? 1 : 0
      place &-= isTabled ? (content[line] &- least) &* contents.weight(line) : 0
      content[line] = least
    }
    return false
  }

  /// Takes the plan that the costs of contents come from, if there are the units for it: none costs less.
  ///
  /// - Parameter leftOut: what is spent on units that nobody has.
  /// - Returns: Whether it was taken.
  private mutating func takeContents(_ leftOut: Int32, _ cart: borrowing CartProblem) -> Bool {
    guard contents.isOfDay else { return false }
    var (left, spent) = (wanted, leftOut)
    while left.bits != 0 {
      let end = contents.place(left)
      let first = left.bits.trailingZeroBitCount / 8
      let without = end &- contents.weight(first)
      if tables.worth.base[first] &+ contents.atLeast(without) == contents.atLeast(end) {
        spent &+= tables.worth.base[first]
        left[first] -= 1
        continue
      }
      var content = CartUnits()
      content[first] = 1
      var place = contents.place(content)
      while contents.cost(place) &+ contents.atLeast(end &- place) != contents.atLeast(end) {
        guard advance(&content, &place, from: first, within: left) else { return false }
      }
      let (price, sender) = cheapest(content, cart)
      guard price == contents.cost(place), mayAdd(content, at: sender) else { return false }
      path.append((sender, content))
      spent &+= price
      left.bits &-= content.bits
    }
    settle(spent)
    return true
  }

  /// What units cost at least, in parcels or left out.
  @inline(__always)
  private func atLeast(_ units: CartUnits) -> Int32 {
    guard !contents.isOfDay else { return contents.atLeast(contents.place(units)) }
    let lines = units.lines
    return rest.base[lines] &+ (units.count &- Int32(truncatingIfNeeded: lines.nonzeroBitCount)) &* tables.leastPerUnit
  }

  /// What a parcel costs at least, by the relaxation.
  @inline(__always)
  private func atLeast(inOne content: CartUnits) -> Int32 {
    let lines = content.lines
    return relaxedOne(lines)
      &+ (content.count &- Int32(truncatingIfNeeded: lines.nonzeroBitCount)) &* tables.leastPerUnit
  }

  /// Looks at a parcel from the sender that is cheapest for it; and from all others too if that one may lack the units for the rest.
  ///
  /// - Parameter beside: what all else that is left costs at least.
  private mutating func send(
    _ content: CartUnits, _ spent: Int32, beside: Int32, _ rest: CartUnits, _ cart: borrowing CartProblem
  ) {
    let (price, cheapest) = cheapest(content, cart)
    guard spent &+ beside &+ price < cost else { return }
    func go(_ sender: Int, _ price: Int32, _ search: inout CartSearch) {
      search.path.append((sender, content))
      search.branch(rest, spent &+ price, cart)
      search.path.removeLast()
    }
    if senders[cheapest].isAmple(for: content, of: wanted) { return go(cheapest, price, &self) }
    let (weight, volume) = size(content, cart)
    for number in senders.indices where mayAdd(content, at: number) {
      let price = self.price(content, weight, volume, at: number, below: cost &- spent &- beside, cart)
      if spent &+ beside &+ price < cost { go(number, price, &self) }
    }
  }

  /// Whether a sender has units, and parcels, beside those of the path.
  private func mayAdd(_ content: CartUnits, at sender: Int) -> Bool {
    var sum = content
    var parcels: Int32 = 1
    for other in path where other.sender == sender {
      sum.bits &+= other.units.bits
      parcels += 1
    }
    return parcels <= senders[sender].parcelsLeft && sum.isWithin(senders[sender].units)
  }

  /// Takes the path as the best plan.
  private mutating func settle(_ spent: Int32) {
    cost = spent
    parcels.removeAll(keepingCapacity: true)
    for parcel in path {
      parcels.append(
        Parcel(
          node: senders[parcel.sender].node, units: (0..<tables.lineCount).map { Int32(truncatingIfNeeded: parcel.units[$0]) }))
    }
  }

  private func size(_ content: CartUnits, _ cart: borrowing CartProblem) -> (weight: Int, volume: Int) {
    var (weight, volume) = (0, 0)
    for line in 0..<tables.lineCount {
      weight += cart.lines[line].weight.grams * content[line]
      volume += cart.lines[line].volume.cubicCentimetres * content[line]
    }
    return (weight, volume)
  }

  /// What a parcel costs at a sender, if it is less than so much.
  private func price(
    _ content: CartUnits, _ weight: Int, _ volume: Int, at number: Int, below limit: Int32, _ cart: borrowing CartProblem
  ) -> Int32 {
    let sender = senders[number]
    let beside = sender.perParcel &+ sender.perUnit &* content.count
    var best = CartTables.never
    var left = sender.services
    while left != 0 {
      let service = left.trailingZeroBitCount
      left &= left - 1
      let rate = service &* tables.bandCount &+ sender.band
      guard !cart.rates.isAbsent(rate), beside &+ Int32(cart.rates.lowest(rate)) < min(best, limit) else { continue }
      let price = cart.rates.price(rate, weight, volume)
      if price >= 0 { best = min(best, beside &+ Int32(price)) }
    }
    return best
  }

  /// What a parcel costs at the sender that is cheapest for it.
  private mutating func cheapest(_ content: CartUnits, _ cart: borrowing CartProblem) -> (price: Int32, sender: Int) {
    var state = 0
    for line in 0..<tables.lineCount { state = state * (Int(tables.quantity.base[line]) + 1) + content[line] }
    if sentCost.base[state] >= 0 { return (sentCost.base[state], Int(sentBy.base[state])) }
    let (weight, volume) = size(content, cart)
    var best = (price: CartTables.never, sender: 0)
    for number in senders.indices where content.isWithin(senders[number].units) {
      let price = price(content, weight, volume, at: number, below: best.price, cart)
      if price < best.price { best = (price, number) }
    }
    sentCost.base[state] = best.price
    sentBy.base[state] = Int32(best.sender)
    return best
  }

  /// What any units of each set of lines cost at least, but for picking more than one of each: in ``rest``.
  private mutating func relaxRest() {
    rest.reserve(tables.sets)
    rest.base[0] = 0
    for set in 1..<tables.sets {
      let lowest = set & -set
      let others = set ^ lowest
      var least = min(CartTables.never, tables.oneLeftOut.base[lowest] + rest.base[others])
      var with = others
      while true {
        least = min(least, relaxedOne(lowest | with) + rest.base[others ^ with])
        guard with > 0 else { break }
        with = (with - 1) & others
      }
      rest.base[set] = least
    }
  }

  /// What a parcel of any units of some lines costs at least, but for picking more than one of each.
  @inline(__always)
  fileprivate func relaxedOne(_ set: Int) -> Int32 {
    relaxed.base[set] - (tables.units.base[set] - Int32(truncatingIfNeeded: set.nonzeroBitCount)) * tables.leastPerUnit
  }

  /// The nodes that could be in a plan that costs no more than the one that is known.
  ///
  /// By the relaxation in which the program proves its plans: a node in a plan has a parcel of its own, of some lines or of none.
  func hopeful(_ cart: borrowing CartProblem) -> [Int] {
    let sets = tables.sets
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: sets * (classes.count + 1)) { memory in
      // The least that each set of lines costs in any way.
      let left = memory.baseAddress! + sets * classes.count
      left[0] = 0
      for set in 1..<sets { left[set] = min(tables.leftOut.base[set], one.base[set], more.base[set]) }
      for (number, found) in classes.enumerated() {
        let least = memory.baseAddress! + number * sets
        for set in 0..<sets { least[set] = CartTables.never }
        var services = services(found, cart)
        while services != 0 {
          let rate = services.trailingZeroBitCount * tables.bandCount + found.band
          services &= services - 1
          for set in 0..<sets { least[set] = min(least[set], tables.onePrices.price(rate, of: set)) }
        }
        for set in 0..<sets { least[set] &+= relaxedPicking(set, found) &+ left[sets - 1 - set] }
        // Who has some lines may send fewer.
        var bit = 1
        while bit < sets {
          var block = bit
          while block < sets {
            for set in block..<block + bit { least[set] = min(least[set], least[set - bit]) }
            block += 2 * bit
          }
          bit *= 2
        }
      }
      return (0..<cart.nodeCount).filter { node in
        guard classOf.base[node] >= 0 else { return false }
        return Int32(cart.handlingPerParcel[node]) + memory[Int(classOf.base[node]) * sets + Int(any.base[node])] <= cost
      }
    }
  }
}
