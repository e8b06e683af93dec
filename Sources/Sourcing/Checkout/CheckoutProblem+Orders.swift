import Inventory
import Logistics

/// What a line of an order may ship in.
struct LineChoice {
  /// `nil` for what was ordered.
  let substitute: Substitute?
  /// What it costs to replace the whole line by it.
  let cost: Int
}

extension CheckoutProblem {
  /// The choices of each line, those that cost the least first, what was ordered before what costs the same.
  var choices: [[LineChoice]] {
    zip(order.lines, substitutes).map { line, substitutes in
      let all =
        [LineChoice(substitute: nil, cost: 0)]
        + substitutes.map { LineChoice(substitute: $0, cost: $0.cost.count * line.quantity) }
      return all.enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }.map(\.element)
    }
  }

  /// The lines of the order in the products chosen.
  ///
  /// - Parameter whole: whether every unit must ship, as where it is gathered.
  func lines(_ chosen: [LineChoice], whole: Bool) -> [SourcingLine] {
    zip(order.lines, chosen).map { line, choice in
      guard let substitute = choice.substitute else {
        return SourcingLine(
          line.sku, quantity: line.quantity, weight: line.weight, volume: line.volume,
          unfilledCost: whole ? nil : line.unfilledCost)
      }
      return SourcingLine(
        substitute.sku, quantity: line.quantity, weight: substitute.weight, volume: substitute.volume, unfilledCost: nil)
    }
  }

  func substitutions(_ chosen: [LineChoice]) -> [Substitution] {
    chosen.enumerated().compactMap { number, choice in
      choice.substitute.map {
        Substitution(
          line: number, ordered: order.lines[number].sku, shipped: $0.sku, quantity: order.lines[number].quantity,
          cost: MinorUnits(choice.cost))
      }
    }
  }

  /// The direct problem of what was ordered, under its rules.
  package var asOrdered: SourcingProblem { problem(of: order.lines, at: nil, by: nil) }

  /// The problem of shipping some lines to the customer, or of gathering them at a hub, by a date.
  func problem(of lines: [SourcingLine], at hub: Hub?, by date: LocalDate?) -> SourcingProblem {
    var problem = SourcingProblem(order(of: lines, at: hub), .snapshot(stock, parcelsLeft: parcelsLeft, prices: prices))
    if let exclusions = exclusions(of: problem.order, at: hub) { problem = problem.excluding(exclusions) }
    return date.map { problem.arriving(by: $0) } ?? problem
  }

  /// A problem whose cheapest plan costs no more than that of any combination: each line ships in the lightest of its choices, and has
  /// for itself what there is of all of them, at the lowest of their prices in stock.
  func relaxed(_ choices: [[LineChoice]], at hub: Hub?, by date: LocalDate?) -> SourcingProblem {
    let lanes = hub?.lanes ?? order.lanes
    let rows = lanes.map { stock.row(of: $0.node) }
    let width = order.lines.count
    var units = [Int](repeating: 0, count: lanes.count * width)
    var worth = [Int?](repeating: nil, count: prices == nil ? 0 : lanes.count * width)
    for number in 0..<(choices.map(\.count).max() ?? 0) {
      let lines = lines(choices.map { $0[min(number, $0.count - 1)] }, whole: hub != nil)
      let exclusions = exclusions(of: order(of: lines, at: hub), at: hub)
      for (index, line) in lines.enumerated() where number < choices[index].count {
        guard let column = stock.column(of: line.sku) else { continue }
        for (lane, row) in rows.enumerated() {
          guard let row, exclusions?.excludes(lane: lane, line: index) != true else { continue }
          units[lane * width + index] += max(0, min(line.quantity, stock[node: row, sku: column]))
          if let price = prices?[node: row, sku: column].count {
            worth[lane * width + index] = min(worth[lane * width + index] ?? price, price)
          }
        }
      }
    }
    let lines = order.lines.enumerated().map { index, line in
      SourcingLine(
        ID("\(index)"), quantity: line.quantity, weight: substitutes[index].reduce(line.weight) { min($0, $1.weight) },
        volume: substitutes[index].reduce(line.volume) { min($0, $1.volume) }, unfilledCost: hub == nil ? line.unfilledCost : nil)
    }
    let rest = StockSnapshot(nodes: lanes.map(\.node), skus: lines.map(\.sku), units: units, takenAt: stock.takenAt)
    var own = prices.map { _ in StockPrices(for: rest) }
    for (cell, price) in worth.enumerated() {
      if let price { own?[node: cell / width, sku: cell % width] = MinorUnits(price) }
    }
    let problem = SourcingProblem(order(of: lines, at: hub), .snapshot(rest, parcelsLeft: parcelsLeft, prices: own))
    return date.map { problem.arriving(by: $0) } ?? problem
  }

  /// What a hub has itself counts as one parcel here and stays there, as the hub has room for one.
  private func order(of lines: [SourcingLine], at hub: Hub?) -> SourcingOrder {
    if let hub { return SourcingOrder(lines: lines, lanes: hub.lanes, shipsComplete: true) }
    return SourcingOrder(
      lines: lines, lanes: order.lanes, maximumParcels: order.maximumParcels, shipsComplete: order.shipsComplete,
      extraParcelCost: order.extraParcelCost)
  }

  /// What the rules keep from shipping; distances count where lanes end at the customer.
  private func exclusions(of order: SourcingOrder, at hub: Hub?) -> Exclusions? {
    guard let eligibility, !eligibility.rules.isEmpty else { return nil }
    return eligibility.rules.exclusions(of: order, in: eligibility.context, measuring: hub == nil)
  }

  /// What keeps a hub from sending some lines to the customer.
  func exclusions(of lines: [SourcingLine], from hub: Hub) -> [Exclusion] {
    guard let eligibility, !eligibility.rules.isEmpty else { return [] }
    let order = SourcingOrder(lines: lines, lanes: [Lane(from: hub.node, freight: nil)])
    return eligibility.rules.exclusions(of: order, in: eligibility.context).exclusions(lane: 0)
  }
}
