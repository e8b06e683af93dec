import Inventory
import Logistics
import Sourcing

/// An order with hubs, substitutes and rules, and its stock by node and product; solved here by looking at everything.
struct CheckoutCase {
  var order: SourcingOrder
  var stock: [ID<Node>: [SKU: Int]]
  var worth: [ID<Node>: [SKU: Int]] = [:]
  var parcelsLeft: [ID<Node>: Int] = [:]
  var hubs: [Hub] = []
  var substitutes: [[Substitute]]
  var rules: PlainRules?

  func problem() throws -> CheckoutProblem {
    let nodes = Set(order.lanes.map(\.node) + hubs.flatMap { [$0.node] + $0.transfers.map(\.node) }).sorted()
    let skus: [SKU] = ["A", "B", "C", "D"]
    let snapshot = StockSnapshot(
      nodes: nodes, skus: skus, units: nodes.flatMap { node in skus.map { stock[node]?[$0] ?? 0 } },
      takenAt: Instant(secondsSince1970: 0))
    var prices = StockPrices(for: snapshot)
    for (node, row) in worth {
      for (sku, price) in row { prices[sku, at: node] = MinorUnits(price) }
    }
    return try CheckoutProblem(
      order, stock: snapshot, parcelsLeft: parcelsLeft, prices: worth.isEmpty ? nil : prices, hubs: hubs,
      substitutes: substitutes,
      eligibility: rules.map { Eligibility(try EligibilityRules($0.rules), in: $0.context) })
  }

  /// Every combination of products: for each line `nil` or the number of a substitute.
  var combinations: [[Int?]] {
    substitutes.reduce([[]]) { known, list in
      known.flatMap { head in ([nil] + list.indices.map { $0 }).map { head + [$0] } }
    }
  }

  /// The plain case of a combination on some lanes, which end at the customer or not.
  func plain(_ combination: [Int?], lanes: [Lane], hub: ID<Node>? = nil) -> Case {
    let lines = zip(order.lines, combination).enumerated().map { number, pair in
      let (line, choice) = pair
      guard let choice else {
        return SourcingLine(
          line.sku, quantity: line.quantity, weight: line.weight, volume: line.volume,
          unfilledCost: hub == nil ? line.unfilledCost : nil)
      }
      let substitute = substitutes[number][choice]
      return SourcingLine(substitute.sku, quantity: line.quantity, weight: substitute.weight, volume: substitute.volume)
    }
    let available = lanes.map { lane in
      lines.map { line in
        let excluded = rules.map { !$0.against(line.sku, from: lane.node, measuring: hub == nil).isEmpty } ?? false
        return excluded ? 0 : stock[lane.node]?[line.sku] ?? 0
      }
    }
    return Case(
      order: SourcingOrder(
        lines: lines, lanes: lanes, maximumParcels: hub == nil ? order.maximumParcels : nil,
        shipsComplete: hub != nil || order.shipsComplete, extraParcelCost: hub == nil ? order.extraParcelCost : 0),
      available: available, parcelsLeft: lanes.map { $0.node == hub ? nil : parcelsLeft[$0.node] },
      prices: worth.isEmpty ? [] : lanes.map { lane in lines.map { worth[lane.node]?[$0.sku] ?? 0 } })
  }

  static func by(_ date: LocalDate?, _ lanes: [Lane]) -> [Lane] {
    guard let date else { return lanes }
    return lanes.map { lane in
      Lane(
        from: lane.node, services: lane.services.filter { $0.arrives ?? date <= date },
        handlingPerParcel: lane.handlingPerParcel, handlingPerUnit: lane.handlingPerUnit)
    }
  }

  private func extra(_ combination: [Int?]) -> Int {
    combination.enumerated().reduce(0) { sum, pair in
      guard let choice = pair.element else { return sum }
      let substitute = substitutes[pair.offset][choice]
      return sum + order.lines[pair.offset].quantity * (substitute.goodwill + substitute.priceDifference).count
    }
  }

  /// The least cost of shipping directly.
  func directCost(by date: LocalDate? = nil) -> Int? {
    combinations.compactMap { combination in
      Exhaustive.cost(plain(combination, lanes: Self.by(date, order.lanes))).map { $0 + extra(combination) }
    }.min()
  }

  /// The least cost over a hub.
  func cost(over hub: Hub, by date: LocalDate? = nil) -> Int? {
    guard order.maximumParcels != 0, parcelsLeft[hub.node] ?? 1 > 0 else { return nil }
    let lanes = [Lane(from: hub.node, freight: .flat(0), handlingPerUnit: hub.pickingPerUnit)] + hub.transfers
    var least: Int?
    for combination in combinations {
      for leg in hub.lastLegs {
        if let date, let arrives = leg.service.arrives, arrives > date { continue }
        let problem = plain(combination, lanes: Self.by(leg.feederBy, lanes), hub: hub.node)
        if let rules, problem.order.lines.contains(where: { !rules.against($0.sku, from: hub.node).isEmpty }) { continue }
        let weight = problem.order.lines.reduce(Weight.zero) { $0 + $1.weight * $1.quantity }
        let volume = problem.order.lines.reduce(Volume.zero) { $0 + $1.volume * $1.quantity }
        guard let freight = leg.service.rate.price(weight: weight, volume: volume), let cost = Exhaustive.cost(problem)
        else { continue }
        let units = problem.order.lines.reduce(0) { $0 + $1.quantity }
        let total =
          cost + extra(combination) + freight.count + leg.service.lateness.count + hub.handlingPerParcel.count
          + hub.handlingPerUnit.count * units
        least = min(least ?? total, total)
      }
    }
    return least
  }

  /// The least cost of all ways.
  func cost(by date: LocalDate? = nil) -> Int? {
    ([directCost(by: date)] + hubs.map { cost(over: $0, by: date) }).compactMap { $0 }.min()
  }

  /// What is wrong with a plan.
  func faults(of plan: CheckoutPlan) throws -> [String] {
    var faults: [String] = []
    let combination = order.lines.indices.map { line -> Int? in
      guard let one = plan.substitutions.first(where: { $0.line == line }) else { return nil }
      if one.ordered != order.lines[line].sku || one.quantity != order.lines[line].quantity { faults.append("line \(line)") }
      return substitutes[line].firstIndex { $0.sku == one.shipped }
    }
    var lanes = order.lanes
    var fixed = extra(combination)
    if plan.cost.substitution.count != fixed { faults.append("substitutes cost \(fixed)") }
    var hub: Hub?
    switch (plan.way, plan.consolidated) {
    case (.direct, nil): break
    case (.hub(let node), let parcel?):
      hub = hubs.first { $0.node == node }
      lanes = Self.by(
        parcel.leg.feederBy, [Lane(from: node, freight: .flat(0), handlingPerUnit: hub!.pickingPerUnit)] + hub!.transfers)
      fixed += parcel.freight.count + parcel.handling.count + parcel.leg.service.lateness.count
      let weight = plan.sourcing.parcels.reduce(Weight.zero) { $0 + $1.weight }
      if weight != parcel.weight || !plan.sourcing.unfilled.isEmpty { faults.append("not the whole order is gathered") }
    default: faults.append("a way without its parcel")
    }
    if plan.cost.total.count != plan.sourcing.cost.total.count + fixed { faults.append("costs \(plan.cost.total)") }
    return faults + (try SourcingTests.faults(of: plan.sourcing, in: plain(combination, lanes: lanes, hub: hub?.node)))
  }
}
