import Inventory
import Logistics
import Sourcing
import Waves

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A wave with what is needed to judge a plan of it.
struct Case {
  var orders: [SourcingOrder]
  var stock: StockSnapshot
  var parcelsLeft: [ID<Node>: Int]

  func problem() throws -> WaveProblem { try WaveProblem(orders, stock: stock, parcelsLeft: parcelsLeft) }

  /// A wave at random: scarce stock, now and then orders that must ship, whole or in few parcels.
  ///
  /// - Parameter tariffed: The share of orders whose freight depends on the parcel, in fifths.
  static func random(
    _ random: inout SeededGenerator, orders: Int, nodes: Int, skus: Int, units: Int, tariffed: Int = 0
  ) -> Case {
    let names = (0..<nodes).map { ID<Node>("n\($0)") }
    let products = (0..<skus).map { SKU("s\($0)") }
    let weights = products.map { _ in tariffed == 0 ? 0 : Int.random(in: 1...9, using: &random) * 100 }
    let table = (0..<nodes * skus).map { _ in max(0, Int.random(in: -1...units, using: &random)) }
    var list: [SourcingOrder] = []
    for _ in 0..<orders {
      let lines = (0..<Int.random(in: 1...2, using: &random)).map { _ in
        let product = Int.random(in: products.indices, using: &random)
        return SourcingLine(
          products[product], quantity: Int.random(in: 1...2, using: &random), weight: .grams(weights[product]),
          unfilledCost: Int.random(in: 0..<5, using: &random) == 0 ? nil : MinorUnits(Int.random(in: 100...900, using: &random)))
      }
      let isTariffed = tariffed > 0 && Int.random(in: 0..<5, using: &random) < tariffed
      let lanes = names.filter { _ in Int.random(in: 0..<5, using: &random) > 0 }.map {
        Lane(
          from: $0,
          freight: isTariffed ? tariff(&random) : .flat(MinorUnits(Int.random(in: 0...400, using: &random))),
          handlingPerUnit: MinorUnits(Int.random(in: 0...40, using: &random)))
      }
      list.append(
        SourcingOrder(
          lines: lines, lanes: lanes, maximumParcels: Bool.random(using: &random) ? nil : Int.random(in: 1...2, using: &random),
          shipsComplete: Int.random(in: 0..<4, using: &random) == 0,
          extraParcelCost: MinorUnits(max(0, Int.random(in: -60...60, using: &random)))))
    }
    var limits: [ID<Node>: Int] = [:]
    for name in names where Int.random(in: 0..<3, using: &random) == 0 {
      limits[name] = Int.random(in: 0...orders, using: &random)
    }
    return Case(
      orders: list, stock: StockSnapshot(nodes: names, skus: products, units: table, takenAt: Instant(secondsSince1970: 0)),
      parcelsLeft: limits)
  }
}

extension Case {
  /// A tariff so steep that two parcels are often cheaper than one; it may refuse heavy ones.
  private static func tariff(_ random: inout SeededGenerator) -> FreightRate {
    let light = Int.random(in: 1...6, using: &random) * 100
    let price = Int.random(in: 0...150, using: &random)
    let heavy = light + Int.random(in: 1...12, using: &random) * 100
    return try! FreightRate(
      brackets: [
        FreightRate.Bracket(upTo: .grams(light), price: MinorUnits(price)),
        FreightRate.Bracket(upTo: .grams(heavy), price: MinorUnits(price + Int.random(in: 0...400, using: &random))),
      ],
      beyond: Bool.random(using: &random)
        ? .refused : .step(every: .grams(300), price: MinorUnits(Int.random(in: 0...200, using: &random))))
  }
}

/// The price of a parcel, read off its tariff; `nil` if it is refused.
func price(of grams: Int, by rate: FreightRate) -> Int? {
  if rate.brackets.isEmpty { return rate.lowest.count }
  if let bracket = rate.brackets.first(where: { grams <= $0.upTo.grams }) { return bracket.price.count }
  guard case .step(let every, let step) = rate.beyond, let last = rate.brackets.last else { return nil }
  var (price, weight) = (last.price.count, last.upTo.grams)
  while weight < grams { (price, weight) = (price + step.count, weight + every.grams) }
  return price
}

/// The least cost of a small wave by looking at every way for every order; `nil` if there is none. Shares nothing with the search.
struct Exhaustive {
  private let wave: Case
  private var stock: [[Int]]
  private var parcels: [Int]
  private var best: Int?

  static func cost(_ wave: Case) -> Int? {
    var search = Exhaustive(wave)
    search.order(0, 0)
    return search.best
  }

  private init(_ wave: Case) {
    self.wave = wave
    stock = wave.stock.nodes.indices.map { row in wave.stock.skus.indices.map { wave.stock[node: row, sku: $0] } }
    parcels = wave.stock.nodes.map { wave.parcelsLeft[$0] ?? .max }
  }

  private mutating func order(_ number: Int, _ spent: Int) {
    if let best, spent >= best { return }
    guard number < wave.orders.count else {
      best = spent
      return
    }
    let order = wave.orders[number]
    line(number, 0, taken: order.lanes.map { _ in order.lines.map { _ in 0 } }, lane: 0, left: order.lines[0].quantity, spent)
  }

  /// Decides how many units of a line a lane ships, then the lanes and lines after it.
  private mutating func line(_ number: Int, _ line: Int, taken: [[Int]], lane: Int, left: Int, _ spent: Int) {
    let order = wave.orders[number]
    guard line < order.lines.count else { return settle(number, taken, spent) }
    guard lane < order.lanes.count else {
      if left > 0, order.lines[line].unfilledCost == nil { return }
      let next = line + 1
      return self.line(
        number, next, taken: taken, lane: 0, left: next < order.lines.count ? order.lines[next].quantity : 0,
        spent + left * (order.lines[line].unfilledCost?.count ?? 0))
    }
    let row = wave.stock.row(of: order.lanes[lane].node)!
    let column = wave.stock.column(of: order.lines[line].sku)!
    for units in 0...min(left, stock[row][column]) {
      var more = taken
      more[lane][line] = units
      stock[row][column] -= units
      self.line(number, line, taken: more, lane: lane + 1, left: left - units, spent)
      stock[row][column] += units
    }
  }

  private mutating func settle(_ number: Int, _ taken: [[Int]], _ spent: Int) {
    let order = wave.orders[number]
    var cost = spent
    let used = order.lanes.indices.filter { taken[$0].contains { $0 > 0 } }
    let units = taken.reduce(0) { $0 + $1.reduce(0, +) }
    if order.shipsComplete, units > 0, units < order.lines.reduce(0, { $0 + $1.quantity }) { return }
    for lane in used { cost += order.lanes[lane].handlingPerUnit.count * taken[lane].reduce(0, +) }
    pack(number, used[...], taken, count: 0, cost)
  }

  /// Decides in how many parcels each used lane ships what it does, and in which.
  private mutating func pack(_ number: Int, _ used: ArraySlice<Int>, _ taken: [[Int]], count: Int, _ spent: Int) {
    let order = wave.orders[number]
    guard let lane = used.first else {
      if count <= order.maximumParcels ?? .max { self.order(number + 1, spent + order.extraParcelCost.count * max(0, count - 1)) }
      return
    }
    let row = wave.stock.row(of: order.lanes[lane].node)!
    let weights = order.lines.indices.flatMap { [Int](repeating: order.lines[$0].weight.grams, count: taken[lane][$0]) }
    for (boxes, cost) in Self.splits(weights, order.lanes[lane].services[0].rate) where parcels[row] >= boxes {
      if parcels[row] < .max { parcels[row] -= boxes }
      pack(number, used.dropFirst(), taken, count: count + boxes, spent + cost)
      if wave.parcelsLeft[order.lanes[lane].node] != nil { parcels[row] += boxes }
    }
  }

  /// The least freight of so many parcels with these units, by looking at every way to fill them.
  private static func splits(_ weights: [Int], _ rate: FreightRate) -> [(boxes: Int, cost: Int)] {
    if rate.brackets.isEmpty { return [(1, rate.lowest.count)] }
    var least: [Int: Int] = [:]
    func fill(_ unit: Int, _ boxes: [Int]) {
      guard unit < weights.count else {
        let prices = boxes.compactMap { price(of: $0, by: rate) }
        if prices.count == boxes.count { least[boxes.count] = min(least[boxes.count] ?? .max, prices.reduce(0, +)) }
        return
      }
      for box in boxes.indices {
        var more = boxes
        more[box] += weights[unit]
        fill(unit + 1, more)
      }
      fill(unit + 1, boxes + [weights[unit]])
    }
    fill(0, [])
    return least.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

/// What is wrong with a plan of a wave, judged from the wave alone.
func faults(of plan: WavePlan, in wave: Case) -> [String] {
  let total = plan.orders.reduce(0) { $0 + ($1?.cost.total.count ?? 0) }
  return faults(of: plan.orders, in: wave) + (total == plan.cost.count ? [] : ["all cost \(total), says \(plan.cost)"])
}

/// What is wrong with plans for the orders of a wave.
func faults(of plans: [SourcingPlan?], in wave: Case) -> [String] {
  var faults: [String] = []
  var stock = wave.stock
  var parcels = wave.parcelsLeft
  for (number, (order, found)) in zip(wave.orders, plans).enumerated() {
    guard let found else { continue }
    var cost = order.extraParcelCost.count * max(0, found.parcels.count - 1)
    var shipped: [SKU: Int] = [:]
    for parcel in found.parcels {
      guard let lane = order.lanes.first(where: { $0.node == parcel.node }), let row = stock.row(of: parcel.node) else {
        return ["order \(number): no lane from \(parcel.node)"]
      }
      let grams = parcel.lines.reduce(0) { sum, line in
        sum + line.quantity * order.lines.first { $0.sku == line.sku }!.weight.grams
      }
      guard let freight = price(of: grams, by: parcel.service.rate) else {
        return ["order \(number): no carrier takes \(grams) g"]
      }
      cost += freight
      for line in parcel.lines {
        let column = stock.column(of: line.sku)!
        stock[node: row, sku: column] -= line.quantity
        if stock[node: row, sku: column] < 0 { faults.append("order \(number) oversells \(line.sku) at \(parcel.node)") }
        cost += lane.handlingPerUnit.count * line.quantity
        shipped[line.sku, default: 0] += line.quantity
      }
      if let left = parcels[parcel.node] { parcels[parcel.node] = left - 1 }
      if parcels[parcel.node] ?? 0 < 0 { faults.append("too many parcels from \(parcel.node)") }
    }
    if found.parcels.count > order.maximumParcels ?? .max { faults.append("order \(number) has too many parcels") }
    var missing = 0
    for sku in Set(order.lines.map(\.sku)) {
      let lines = order.lines.filter { $0.sku == sku }.sorted { $0.unfilledCost ?? 100_000 < $1.unfilledCost ?? 100_000 }
      var left = lines.reduce(0) { $0 + $1.quantity } - shipped[sku, default: 0]
      if left < 0 { faults.append("order \(number) gets too much of \(sku)") }
      missing += left
      for line in lines where left > 0 {
        let units = min(left, line.quantity)
        if line.unfilledCost == nil { faults.append("order \(number): \(sku) must ship") }
        cost += units * (line.unfilledCost?.count ?? 0)
        left -= units
      }
    }
    if order.shipsComplete, missing > 0, !found.parcels.isEmpty { faults.append("order \(number) ships a part") }
    if cost != found.cost.total.count { faults.append("order \(number) costs \(cost), says \(found.cost.total)") }
  }
  return faults
}
