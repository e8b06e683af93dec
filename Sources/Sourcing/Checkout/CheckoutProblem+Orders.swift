import Logistics

/// What a line of an order may ship in.
struct LineChoice {
  /// `nil` for what was ordered.
  let substitute: Substitute?
  /// What it costs to replace the whole line by it.
  let cost: Int
  /// The same, less what its units could be worth below nothing: no plan with this choice pays less for it.
  let least: Int
}

extension CheckoutProblem {
  /// The choices of each line, those that cost the least first, what was ordered before what costs the same.
  func choices(over lanes: [Lane]) -> [[LineChoice]] {
    order.lines.enumerated().map { number, line in
      ([nil] + substitutes[number]).enumerated().map { place, substitute in
        let cost = (substitute?.cost.count ?? 0) * line.quantity
        let worth = prices.map { prices in
          lanes.reduce(0) { min($0, prices[substitute?.sku ?? line.sku, at: $1.node].count) }
        }
        return (place, LineChoice(substitute: substitute, cost: cost, least: cost + (worth ?? 0) * line.quantity))
      }.sorted { ($0.1.least, $0.0) < ($1.1.least, $1.0) }.map(\.1)
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
  package var asOrdered: SourcingProblem { direct(order.lines, by: nil) }

  /// The direct problem of some lines.
  func direct(_ lines: [SourcingLine], by date: LocalDate?) -> SourcingProblem {
    let order = SourcingOrder(
      lines: lines, lanes: order.lanes, maximumParcels: order.maximumParcels, shipsComplete: order.shipsComplete,
      extraParcelCost: order.extraParcelCost)
    let problem = ruled(SourcingProblem(order, .snapshot(stock, parcelsLeft: parcelsLeft, prices: prices)), measuring: true)
    return date.map { problem.arriving(by: $0) } ?? problem
  }

  /// The problem of gathering some lines at a hub by a date.
  func gathering(_ lines: [SourcingLine], at hub: Hub, by date: LocalDate?) -> SourcingProblem {
    // What the hub has itself counts as one parcel here and stays there, as the hub has room for one.
    let order = SourcingOrder(lines: lines, lanes: hub.lanes, shipsComplete: true)
    let problem = ruled(SourcingProblem(order, .snapshot(stock, parcelsLeft: parcelsLeft, prices: prices)), measuring: false)
    return date.map { problem.arriving(by: $0) } ?? problem
  }

  private func ruled(_ problem: SourcingProblem, measuring: Bool) -> SourcingProblem {
    guard let eligibility, !eligibility.rules.isEmpty else { return problem }
    return problem.excluding(
      eligibility.rules.exclusions(of: problem.order, in: eligibility.context, measuring: measuring))
  }

  /// What keeps a hub from sending some lines to the customer.
  func exclusions(of lines: [SourcingLine], from hub: Hub) -> [Exclusion] {
    guard let eligibility, !eligibility.rules.isEmpty else { return [] }
    let order = SourcingOrder(lines: lines, lanes: [Lane(from: hub.node, freight: nil)])
    return eligibility.rules.exclusions(of: order, in: eligibility.context).exclusions(lane: 0)
  }
}
