import Inventory
import Logistics
import Sourcing

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

/// An order with the stock it may ship from.
struct Case {
  var order: SourcingOrder
  var available: [[Int]]
  var parcelsLeft: [Int?]
  /// What a unit of each line is worth on each lane; none for nothing.
  var prices: [[Int]] = []

  func problem() throws -> SourcingProblem {
    if prices.isEmpty { return try SourcingProblem(order, available: available, parcelsLeft: parcelsLeft) }
    var skus: [SKU] = []
    for line in order.lines where !skus.contains(line.sku) { skus.append(line.sku) }
    let places = skus.map { sku in order.lines.firstIndex { $0.sku == sku }! }
    let stock = StockSnapshot(
      nodes: order.lanes.map(\.node), skus: skus, units: available.flatMap { row in places.map { row[$0] } },
      takenAt: Instant(secondsSince1970: 0))
    var table = StockPrices(for: stock)
    for lane in order.lanes.indices {
      for (column, place) in places.enumerated() { table[node: lane, sku: column] = MinorUnits(prices[lane][place]) }
    }
    let left = zip(order.lanes, parcelsLeft).compactMap { lane, left in left.map { (lane.node, $0) } }
    return try SourcingProblem(order, stock: stock, parcelsLeft: Dictionary(uniqueKeysWithValues: left), prices: table)
  }

  /// What a unit of a line is worth on a lane.
  func price(_ lane: Int, _ line: Int) -> Int { prices.isEmpty ? 0 : prices[lane][line] }
}

/// The cheapest cost by looking at every plan: every unit has a name of its own, every set of units may be a parcel.
/// Shares nothing with the search but the price of a parcel. `nil` if there is no plan.
struct Exhaustive {
  private struct Unit {
    let line: Int
    let sku: SKU
  }

  /// The least cost over all plans, or over those that ship from one lane alone.
  static func cost(_ problem: Case, onlyLane: Int? = nil) -> Int? {
    let order = problem.order
    var units: [Unit] = []
    for (index, line) in order.lines.enumerated() {
      for _ in 0..<line.quantity { units.append(Unit(line: index, sku: line.sku)) }
    }
    let everything = 1 << units.count
    let limit = min(order.maximumParcels ?? units.count, units.count)
    // best[parcels][shipped units]
    var best = [[Int?]](repeating: [Int?](repeating: nil, count: everything), count: limit + 1)
    best[0][0] = 0
    for lane in order.lanes.indices where onlyLane == nil || onlyLane == lane {
      guard let boxes = boxes(problem, lane, units, limit) else { continue }
      var next = best
      for shipped in 0..<everything {
        for parcels in 0...limit {
          guard let before = best[parcels][shipped] else { continue }
          for more in 1...max(1, limit) where parcels + more <= limit {
            var rest = (everything - 1) & ~shipped
            while rest > 0 {
              if let here = boxes[more][rest] {
                let cost = before + here
                if cost < next[parcels + more][shipped | rest] ?? .max { next[parcels + more][shipped | rest] = cost }
              }
              rest = (rest - 1) & ((everything - 1) & ~shipped)
            }
          }
        }
      }
      best = next
    }
    var least: Int?
    for parcels in 0...limit {
      for shipped in 0..<everything {
        guard let cost = best[parcels][shipped], onlyLane == nil || shipped > 0 else { continue }
        var total = cost + order.extraParcelCost.count * max(0, parcels - 1)
        var allowed = true
        for (number, unit) in units.enumerated() where shipped & (1 << number) == 0 {
          if let unfilled = order.lines[unit.line].unfilledCost { total += unfilled.count } else { allowed = false }
        }
        if order.shipsComplete, shipped != 0, shipped != everything - 1 { allowed = false }
        if allowed, total < least ?? .max { least = total }
      }
    }
    return least
  }

  /// What it costs to ship nothing; `nil` if something must ship.
  static func nothing(_ problem: Case) -> Int? {
    var cost = 0
    for line in problem.order.lines {
      guard let unfilled = line.unfilledCost else { return nil }
      cost += line.quantity * unfilled.count
    }
    return cost
  }

  /// What it costs to ship exactly a set of units from a lane in exactly so many parcels.
  private static func boxes(_ problem: Case, _ lane: Int, _ units: [Unit], _ limit: Int) -> [[Int?]]? {
    let order = problem.order
    guard !order.lanes[lane].services.isEmpty else { return nil }
    let everything = 1 << units.count
    var one = [Int?](repeating: nil, count: everything)
    for set in 1..<everything {
      let members = units.indices.filter { set & (1 << $0) != 0 }
      var counts: [SKU: Int] = [:]
      for member in members { counts[units[member].sku, default: 0] += 1 }
      guard members.allSatisfy({ counts[units[$0].sku]! <= problem.available[lane][units[$0].line] }) else { continue }
      let weight = members.reduce(Weight.zero) { $0 + order.lines[units[$1].line].weight }
      let volume = members.reduce(Volume.zero) { $0 + order.lines[units[$1].line].volume }
      let prices = order.lanes[lane].services.compactMap { service in
        service.rate.price(weight: weight, volume: volume).map { $0 + service.lateness }
      }
      guard let price = prices.min() else { continue }
      let handling = order.lanes[lane].handlingPerParcel + order.lanes[lane].handlingPerUnit * members.count
      one[set] = (price + handling).count + members.reduce(0) { $0 + problem.price(lane, units[$1].line) }
    }
    var boxes = [[Int?]](repeating: [Int?](repeating: nil, count: everything), count: limit + 1)
    let most = min(limit, problem.parcelsLeft.isEmpty ? limit : problem.parcelsLeft[lane] ?? limit)
    for set in 1..<everything {
      // Stock counts for all parcels of the lane together.
      var counts: [SKU: (Int, Int)] = [:]
      for (number, unit) in units.enumerated() where set & (1 << number) != 0 {
        counts[unit.sku, default: (0, problem.available[lane][unit.line])].0 += 1
      }
      guard counts.values.allSatisfy({ $0.0 <= $0.1 }) else { continue }
      let low = set & -set
      for parcels in 1...max(1, most) where parcels <= most {
        var part = set
        while part > 0 {
          if part & low != 0, let first = one[part] {
            let others = parcels == 1 ? (part == set ? 0 : nil) : boxes[parcels - 1][set & ~part]
            if let others, first + others < boxes[parcels][set] ?? .max { boxes[parcels][set] = first + others }
          }
          part = (part - 1) & set
        }
      }
    }
    return boxes
  }
}

/// What is wrong with a plan, judged from the problem alone.
func faults(of plan: SourcingPlan, in problem: Case) throws -> [String] {
  let order = problem.order
  var faults: [String] = []
  var shipped: [SKU: Int] = [:]
  var taken: [ID<Node>: [SKU: Int]] = [:]
  var boxes: [ID<Node>: Int] = [:]
  var cost = order.extraParcelCost.count * max(0, plan.parcels.count - 1)
  var worth = 0
  for parcel in plan.parcels {
    guard let index = order.lanes.firstIndex(where: { $0.node == parcel.node }),
      order.lanes[index].services.contains(parcel.service)
    else { return ["a parcel from \(parcel.node), which no lane serves"] }
    let lane = order.lanes[index]
    let service = parcel.service
    var (weight, volume, count) = (Weight.zero, Volume.zero, 0)
    for line in parcel.lines {
      let wanted = order.lines.first { $0.sku == line.sku }!
      weight += wanted.weight * line.quantity
      volume += wanted.volume * line.quantity
      count += line.quantity
      shipped[line.sku, default: 0] += line.quantity
      taken[parcel.node, default: [:]][line.sku, default: 0] += line.quantity
      let place = order.lines.firstIndex { $0.sku == line.sku }!
      worth += line.quantity * problem.price(index, place)
      if taken[parcel.node]![line.sku]! > problem.available[index][place] { faults.append("too little stock at \(parcel.node)") }
    }
    if parcel.weight != weight || parcel.volume != volume { faults.append("a parcel that weighs something else") }
    boxes[parcel.node, default: 0] += 1
    if let left = problem.parcelsLeft.isEmpty ? nil : problem.parcelsLeft[index], boxes[parcel.node]! > left {
      faults.append("too many parcels from \(parcel.node)")
    }
    guard let price = service.rate.price(weight: weight, volume: volume) else { return ["a parcel the carrier refuses"] }
    if parcel.freight != price { faults.append("freight \(parcel.freight), not \(price)") }
    cost += price.count + service.lateness.count + lane.handlingPerParcel.count + lane.handlingPerUnit.count * count
  }
  if let most = order.maximumParcels, plan.parcels.count > most { faults.append("more than \(most) parcels") }
  var any = false
  for sku in Set(order.lines.map(\.sku)) {
    let lines = order.lines.filter { $0.sku == sku }
    var left = lines.reduce(0) { $0 + $1.quantity } - shipped[sku, default: 0]
    any = any || left > 0
    if left != plan.unfilled.filter({ $0.sku == sku }).reduce(0, { $0 + $1.quantity }) { faults.append("unfilled \(sku)") }
    for line in lines.sorted(by: { ($0.unfilledCost?.count ?? .max) < ($1.unfilledCost?.count ?? .max) }) {
      let units = min(left, line.quantity)
      if units > 0, line.unfilledCost == nil { faults.append("\(sku) must ship") }
      cost += units * (line.unfilledCost?.count ?? 0)
      left -= units
    }
  }
  if order.shipsComplete, any, !plan.parcels.isEmpty { faults.append("ships a part") }
  if cost != plan.cost.own.count { faults.append("costs \(cost), says \(plan.cost.own)") }
  if worth != plan.cost.opportunity.count { faults.append("was worth \(worth), says \(plan.cost.opportunity)") }
  return faults
}
