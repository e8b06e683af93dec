import Interchange
import Logistics
import Sourcing
import Waves

/// What was found for the orders of a file.
struct SourceAnswer {
  /// For each order how it ships; `nil` for one that must ship and cannot. Fewer if the search was broken off.
  let plans: [SourcingPlan?]
  /// What is proved, where all were planned together.
  var wave: WavePlan?
  let time: Swift.Duration
}

/// What `lastmile source` prints.
struct SourceReport: Encodable {
  struct Line: Encodable, Hashable {
    let sku: String
    let quantity: Int
  }

  struct Parcel: Encodable, Hashable {
    let node: String
    let lines: [Line]
  }

  struct Order: Encodable {
    let id: String
    let cost: Double
    let parcels: [Parcel]
    let unfilled: [Line]
  }

  struct Price: Encodable {
    let node: String
    let sku: String
    let price: Double
  }

  /// What changes where stock or nodes are changed.
  struct WhatIf: Encodable {
    @OrNull var costBefore: Double?
    @OrNull var difference: Double?
    /// The orders that ship otherwise, or no longer.
    let changed: [String]
  }

  /// The same orders under other rules.
  struct Shadow: Encodable {
    let rules: String
    let choice: String
    /// Of what was planned.
    let cost: Double
    let parcels: Int
    let splitOrders: Int
    let unfilledUnits: Int
    let impossible: Int
    /// The orders that ship otherwise than in the answer.
    let differing: [String]
    let orders: [Order]
  }

  let status: String
  @OrNull var cost: Double?
  @OrNull var bound: Double?
  @OrNull var gap: Double?
  let orders: [Order]
  /// Orders that must ship and do not.
  let impossible: [String]
  /// What one more unit would save, and one more parcel of a node.
  var stockPrices: [Price]?
  var parcelPrices: [String: Double]?
  var whatIf: WhatIf?
  var shadows: [Shadow]?
  let seconds: Double

  private enum CodingKeys: String, CodingKey {
    case status, cost, bound, gap, orders, impossible, stockPrices, parcelPrices, whatIf, shadows, seconds
  }

  init(_ file: SourcingFile, _ answer: SourceAnswer, before: SourceAnswer? = nil) {
    let orders = Self.orders(file, answer.plans)
    self.orders = orders.found
    impossible = orders.impossible
    let total = orders.found.reduce(0) { $0 + $1.cost }
    let isWhole = impossible.isEmpty
    cost = isWhole ? total : nil
    if let wave = answer.wave {
      let isProved = wave.termination == .optimal && file.isExact
      let bound = isProved && isWhole ? total : isWhole ? min(total, file.bound(wave.lowerBound)) : file.bound(wave.lowerBound)
      self.bound = wave.termination == .infeasible ? nil : bound
      let gap = total > bound ? (total - bound) / total : 0
      self.gap = isWhole ? gap : nil
      // Where decimals had to be given up, an optimum is one up to what they are worth.
      let isOptimal = isWhole && wave.termination == .optimal && gap <= 1e-6
      status = wave.termination == .infeasible ? "infeasible" : isOptimal ? "optimal" : "timeLimit"
      stockPrices = wave.stockPrices.map { Price(node: $0.node.text, sku: $0.sku.text, price: file.amount($0.price)) }
      parcelPrices = Dictionary(uniqueKeysWithValues: wave.parcelPrices.map { ($0.key.text, file.amount($0.value)) })
    } else {
      // Each order is at its own optimum, which is all that is asked.
      let isDone = answer.plans.count == file.orders.count
      let isProved = answer.plans.allSatisfy { $0?.proven ?? true }
      bound = isWhole && isDone && isProved ? total : nil
      gap = isWhole && isDone && isProved ? 0 : nil
      status = !isWhole ? "infeasible" : isDone && isProved ? "optimal" : "timeLimit"
    }
    seconds = ((answer.time / .seconds(1)) * 1e6).rounded() / 1e6
    if let before {
      let old = Self.orders(file, before.plans)
      let oldCost = old.impossible.isEmpty ? old.found.reduce(0) { $0 + $1.cost } : nil
      let parcels = Dictionary(uniqueKeysWithValues: old.found.map { ($0.id, Set($0.parcels)) })
      let changed = orders.found.filter { parcels[$0.id] != Set($0.parcels) }.map(\.id)
      whatIf = WhatIf(
        costBefore: oldCost, difference: oldCost.flatMap { old in cost.map { $0 - old } },
        changed: changed + impossible.filter { parcels[$0] != nil })
    }
  }

  /// Takes in what other rules would have come to.
  mutating func add(
    _ outcome: ReplayOutcome, _ rules: SourcingRules, named name: String, _ file: SourcingFile, _ answer: SourceAnswer
  ) {
    var names: [Int: String] = [:]
    for (id, place) in zip(file.ids, file.places) { if let place { names[place] = id } }
    let found = Self.orders(file, outcome.plans).found
    shadows =
      (shadows ?? []) + [
        Shadow(
          rules: name, choice: rules.choice.rawValue, cost: found.reduce(0) { $0 + $1.cost }, parcels: outcome.parcels,
          splitOrders: outcome.splitOrders,
          unfilledUnits: outcome.unfilledUnits, impossible: outcome.impossibleOrders,
          differing: ReplayOutcome(plans: answer.plans).differing(from: outcome).compactMap { names[$0] },
          orders: found)
      ]
  }

  private static func orders(_ file: SourcingFile, _ plans: [SourcingPlan?]) -> (found: [Order], impossible: [String]) {
    var found: [Order] = []
    var impossible: [String] = []
    for (id, place) in zip(file.ids, file.places) {
      guard let place else {
        found.append(Order(id: id, cost: 0, parcels: [], unfilled: []))
        continue
      }
      guard place < plans.count else { break }
      guard let plan = plans[place] else {
        impossible.append(id)
        continue
      }
      found.append(
        Order(
          id: id, cost: file.cost(of: plan, order: place),
          parcels: plan.parcels.map { Parcel(node: $0.node.text, lines: lines($0.lines)) }, unfilled: lines(plan.unfilled)))
    }
    return (found, impossible)
  }

  private static func lines(_ lines: [OrderLine]) -> [Line] { lines.map { Line(sku: $0.sku.text, quantity: $0.quantity) } }

  /// The same for people.
  var table: String {
    let proof = gap.map { $0 == 0 ? ", proved the least" : ", at most \(($0 * 1e6).rounded() / 1e4) % above the least" }
    let parcels = orders.reduce(0) { $0 + $1.parcels.count }
    let split = orders.count { $0.parcels.count > 1 }
    let unfilled = orders.reduce(0) { $0 + $1.unfilled.reduce(0) { $0 + $1.quantity } }
    var lines = [
      "\(status): " + (cost.map { "cost \($0)" } ?? "no plan") + (proof ?? ""),
      "\(orders.count) orders in \(parcels) parcels, \(split) split, \(unfilled) units left out, \(impossible.count) impossible; "
        + "\(seconds) s",
    ]
    if let whatIf {
      lines.append(
        "before the change: " + (whatIf.costBefore.map { "cost \($0)" } ?? "no plan")
          + (whatIf.difference.map { ", \($0 < 0 ? "" : "+")\($0)" } ?? "") + "; \(whatIf.changed.count) orders ship otherwise")
    }
    if let shadows {
      let own = [
        "this", "\(orders.reduce(0) { $0 + $1.cost })", "\(parcels)", "\(split)", "\(unfilled)", "\(impossible.count)", "",
      ]
      lines +=
        TextTable(
          ["rules", "cost", "parcels", "split orders", "units left out", "impossible", "ship otherwise"],
          [own]
            + shadows.map {
              [
                $0.rules, "\($0.cost)", "\($0.parcels)", "\($0.splitOrders)", "\($0.unfilledUnits)", "\($0.impossible)",
                "\($0.differing.count)",
              ]
            }, words: 0
        ).lines
    }
    let shown = 40
    lines +=
      TextTable(
        ["order", "cost", "ships", "left out"],
        orders.prefix(shown).map { order in
          let ships = order.parcels.map { "\($0.node): \(Self.words($0.lines))" }.joined(separator: "; ")
          return [order.id, "\(order.cost)", ships, Self.words(order.unfilled)]
        }, words: 2
      ).lines
    if orders.count > shown { lines.append("  and \(orders.count - shown) more; --json has all") }
    if let stockPrices, !stockPrices.isEmpty {
      lines +=
        TextTable(
          ["one more unit at", "of", "saves"],
          stockPrices.sorted { $0.price > $1.price }.prefix(10).map { [$0.node, $0.sku, "\($0.price)"] }
        ).lines
    }
    return lines.joined(separator: "\n")
  }

  private static func words(_ lines: [Line]) -> String {
    lines.map { "\($0.quantity) × \($0.sku)" }.joined(separator: ", ")
  }
}
