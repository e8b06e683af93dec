import Logistics

extension RefundLedger {
  /// What a request comes to. It has been found to be possible.
  func refund(_ request: RefundRequest) -> Refund {
    let parts = request.items.map(line) + request.reductions.map(line)
    let (standard, extra) = freight(request, parts)
    let way = order.freight.standard.amount + order.freight.extra.amount
    let given = standardFreight + extraFreight + standard + extra
    let freightTaxes = order.freight.taxes.enumerated().map { index, tax in
      ContainedTax(
        rate: tax.rate, money(containedTax(tax.amount.amount, given: self.freightTaxes[index], after: given, of: way)))
    }
    let goods = parts.reduce(0) { $0 + $1.goods.amount }
    let entitled = goods + standard + extra
    let deductions = deductions(request.terms, from: entitled, goods: goods)
    let total = entitled - deductions.reduce(0) { $0 + $1.amount.amount }

    var credited = 0
    var owed = 0
    if case .exchange(_, let price) = request.use {
      credited = min(total, price.amount)
      owed = price.amount - credited
    }
    var standing = (tenders, points)
    let shares = shares(total - credited, request.terms.tenderOrder, &standing)
    let carried = self.shares(credited, request.terms.tenderOrder, &standing)
    return Refund(
      request: request, lines: parts, standardFreight: money(standard), extraFreight: money(extra),
      freightTaxes: freightTaxes, deductions: deductions, entitled: money(entitled), total: money(total),
      credited: money(credited), owed: money(owed), shares: shares, carried: carried)
  }

  private func line(_ item: RefundRequest.Item) -> Refund.Line {
    let index = order.positions[item.line]!
    let (line, standing) = (order.lines[index], lines[index])
    let absorbed = item.reduced == 0 ? 0 : share(standing.reduction, item.reduced, of: standing.reduced)
    let units = standing.units + item.units
    let goods = standing.goods(of: line, after: units, standing.reduction - absorbed)
    let discount = share(line.discount.amount + line.orderDiscount.amount, units, of: line.quantity)
    return Refund.Line(
      line: item.line, units: item.units, reduced: item.reduced, absorbed: money(absorbed), newlyReduced: 0,
      reduction: money(0), goods: money(goods), discount: money(max(0, discount - standing.discount)),
      taxes: taxes(of: line, standing, in: goods))
  }

  private func line(_ item: RefundRequest.Reduction) -> Refund.Line {
    let index = order.positions[item.line]!
    let (line, standing) = (order.lines[index], lines[index])
    let goods = standing.goods(of: line, after: standing.units, standing.reduction + item.amount.amount)
    return Refund.Line(
      line: item.line, units: 0, reduced: 0, absorbed: money(0), newlyReduced: item.units - item.reduced,
      reduction: item.amount, goods: money(goods), discount: money(0), taxes: taxes(of: line, standing, in: goods))
  }

  private func taxes(of line: PaidLine, _ standing: LineStanding, in goods: Int) -> [ContainedTax] {
    zip(line.taxes, standing.taxes(of: line, in: goods)).map { ContainedTax(rate: $0.rate, money($1)) }
  }

  private func freight(_ request: RefundRequest, _ parts: [Refund.Line]) -> (standard: Int, extra: Int) {
    let standard = order.freight.standard.amount - standardFreight
    let extra = order.freight.extra.amount - extraFreight
    switch request.terms.outboundFreight {
    case .none: return (0, 0)
    case .extra: return (0, extra)
    case .all: return (standard, extra)
    case .standardWhenWhole:
      var units = lines.map(\.units)
      for part in parts { units[order.positions[part.line]!] += part.units }
      return zip(units, order.lines).allSatisfy { $0 == $1.quantity } ? (standard, 0) : (0, 0)
    }
  }

  /// Each payment's part of an amount that is given back.
  private func shares(_ amount: Int, _ rule: TenderOrder, _ standing: inout ([Int], [Int])) -> [Refund.Share] {
    let open = order.tenders.indices.map { order.tenders[$0].amount.amount - standing.0[$0] }
    let parts: [Int]
    switch rule {
    case .proportional: parts = spread(amount, over: open)
    case .creditsFirst: parts = poured(amount, open, first: true)
    case .creditsLast: parts = poured(amount, open, first: false)
    }
    var shares: [Refund.Share] = []
    for (index, part) in parts.enumerated() where part > 0 {
      let tender = order.tenders[index]
      standing.0[index] += part
      var points: Int?
      if let all = tender.points {
        points = max(0, share(all, standing.0[index], of: tender.amount.amount) - standing.1[index])
        standing.1[index] += points!
      }
      shares.append(Refund.Share(tender: tender.id, amount: money(part), points: points))
    }
    return shares
  }

  /// Fills the payments one after the other, credits first or last.
  private func poured(_ amount: Int, _ open: [Int], first: Bool) -> [Int] {
    var parts = open.map { _ in 0 }
    var left = amount
    for isCredit in [first, !first] {
      for index in open.indices where order.tenders[index].kind.isCredit == isCredit {
        parts[index] = min(left, open[index])
        left -= parts[index]
      }
    }
    return parts
  }

  /// Adds a refund to what stands, or takes it off.
  mutating func book(_ refund: Refund, _ sign: Int) {
    for part in refund.lines {
      let index = order.positions[part.line]!
      lines[index].units += sign * part.units
      lines[index].reduced += sign * (part.newlyReduced - part.reduced)
      lines[index].reduction += sign * (part.reduction.amount - part.absorbed.amount)
      lines[index].refunded += sign * part.goods.amount
      lines[index].discount += sign * part.discount.amount
      for (tax, contained) in part.taxes.enumerated() { lines[index].taxes[tax] += sign * contained.amount.amount }
    }
    standardFreight += sign * refund.standardFreight.amount
    extraFreight += sign * refund.extraFreight.amount
    for (index, tax) in refund.freightTaxes.enumerated() { freightTaxes[index] += sign * tax.amount.amount }
    for part in refund.shares + refund.carried {
      let index = order.tenders.firstIndex { $0.id == part.tender }!
      tenders[index] += sign * part.amount.amount
      points[index] += sign * (part.points ?? 0)
    }
    entitledAmount += sign * refund.entitled.amount
    totalAmount += sign * refund.total.amount
  }
}
