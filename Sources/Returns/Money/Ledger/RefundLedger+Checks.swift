import Logistics

extension RefundLedger {
  /// Every reason against a request.
  func refusals(of request: RefundRequest) -> [RefundRefusal] {
    let faults = faults(of: request)
    guard faults.isEmpty else { return [.invalid(faults)] }
    var refusals: [RefundRefusal] = []
    for item in request.items {
      guard let index = order.positions[item.line] else {
        refusals.append(.unknownLine(item.line))
        continue
      }
      refusals += unitRefusals(of: index, item.units, item.reduced)
    }
    for item in request.reductions {
      guard let index = order.positions[item.line] else {
        refusals.append(.unknownLine(item.line))
        continue
      }
      let found = unitRefusals(of: index, item.units, item.reduced)
      refusals += found
      guard found.isEmpty else { continue }
      let (line, standing) = (order.lines[index], lines[index])
      // All reductions that stand together, so that a second one cannot bring units below nothing.
      let most = min(
        line.paid(for: standing.reduced + item.units - item.reduced) - standing.reduction,
        line.paid.amount - standing.refunded)
      if item.amount.amount > most {
        refusals.append(.exceedsPaid(item.line, asked: item.amount, open: money(max(0, most))))
      }
    }
    return refusals
  }

  private func unitRefusals(of index: Int, _ units: Int, _ reduced: Int) -> [RefundRefusal] {
    let (line, standing) = (order.lines[index], lines[index])
    var refusals: [RefundRefusal] = []
    let plain = line.quantity - standing.units - standing.reduced
    if units - reduced > plain { refusals.append(.exceedsUnits(line.id, asked: units - reduced, open: plain)) }
    if reduced > standing.reduced { refusals.append(.exceedsReduced(line.id, asked: reduced, open: standing.reduced)) }
    return refusals
  }

  private func faults(of request: RefundRequest) -> [Fault] {
    var checks = PaidOrderChecks(currency: order.currency)
    checks.faults.check(
      !(request.items.isEmpty && request.reductions.isEmpty)
        || request.terms.outboundFreight == .all || request.terms.outboundFreight == .extra,
      at: "items", found: "none, and no reduction and no freight", expected: "something to refund")
    var named: Set<ID<OrderLine>> = []
    func check(_ line: ID<OrderLine>, _ units: Int, _ reduced: Int, _ place: String) {
      checks.faults.check(named.insert(line).inserted, at: place, found: "line \(line) again", expected: "each line once")
      checks.faults.check(
        (1...1_000_000).contains(units), at: place + ".units", found: "\(units)", expected: "1 to 1,000,000")
      checks.faults.check(
        reduced >= 0 && reduced <= units, at: place + ".reduced", found: "\(reduced)", expected: "0 to \(units)")
    }
    for (index, item) in request.items.enumerated() { check(item.line, item.units, item.reduced, "items[\(index)]") }
    for (index, item) in request.reductions.enumerated() {
      check(item.line, item.units, item.reduced, "reductions[\(index)]")
      checks.check(item.amount, at: "reductions[\(index)].amount")
    }
    if case .exchange(_, let price) = request.use { checks.check(price, at: "use.price") }
    if let value = request.terms.diminishedValue { checks.check(value, at: "terms.diminishedValue") }
    if let freight = request.terms.returnFreight { checks.check(freight, at: "terms.returnFreight") }
    for (index, fee) in request.terms.fees.enumerated() {
      switch fee.rate {
      case .fixed(let money): checks.check(money, at: "terms.fees[\(index)].rate")
      case .percent(let hundredths):
        checks.faults.check(
          (0...10_000).contains(hundredths), at: "terms.fees[\(index)].rate", found: "\(hundredths)", expected: "0 to 10,000")
      }
      if let cap = fee.cap { checks.check(cap, at: "terms.fees[\(index)].cap") }
    }
    return checks.faults.faults
  }
}
