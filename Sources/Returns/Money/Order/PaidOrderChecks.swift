import Logistics

/// Gathers what is wrong with an order that was paid.
struct PaidOrderChecks {
  let currency: Currency
  var faults = FaultList()

  mutating func check(_ money: Money, at place: String) {
    faults.check(
      money.currency == currency, at: place, found: money.currency.code, expected: "the currency of the order, \(currency.code)")
    faults.check(
      (0...1_000_000_000_000).contains(money.amount), at: place, found: "\(money)", expected: "0 to 10^12 minor units")
  }

  mutating func check(_ lines: [PaidLine], _ discount: Money) {
    faults.check((1...10_000).contains(lines.count), at: "lines", found: "\(lines.count)", expected: "1 to 10,000")
    var ids: Set<ID<OrderLine>> = []
    for (index, line) in lines.enumerated() {
      let place = "lines[\(index)]"
      faults.check(ids.insert(line.id).inserted, at: place + ".id", found: "\(line.id) again", expected: "each once")
      faults.check(
        (1...1_000_000).contains(line.quantity), at: place + ".quantity", found: "\(line.quantity)", expected: "1 to 1,000,000")
      check(line.gross, at: place + ".gross")
      check(line.discount, at: place + ".discount")
      check(line.taxes, at: place + ".taxes")
    }
    check(discount, at: "discount")
  }

  mutating func check(_ freight: PaidFreight) {
    check(freight.standard, at: "freight.standard")
    check(freight.extra, at: "freight.extra")
    check(freight.taxes, at: "freight.taxes")
  }

  private mutating func check(_ taxes: [ContainedTax], at place: String) {
    faults.check(
      Set(taxes.map(\.rate)).count == taxes.count, at: place, found: "a rate twice", expected: "each rate once")
    faults.check(taxes.count <= 100, at: place, found: "\(taxes.count)", expected: "at most 100")
    for (index, tax) in taxes.enumerated() { check(tax.amount, at: "\(place)[\(index)]") }
  }

  mutating func check(_ tenders: [Tender]) {
    faults.check(tenders.count <= 1000, at: "tenders", found: "\(tenders.count)", expected: "at most 1,000")
    var ids: Set<ID<Tender>> = []
    for (index, tender) in tenders.enumerated() {
      let place = "tenders[\(index)]"
      faults.check(ids.insert(tender.id).inserted, at: place + ".id", found: "\(tender.id) again", expected: "each once")
      // A payment is for the whole order, which may be more than any amount in it.
      faults.check(
        tender.amount.currency == currency, at: place, found: tender.amount.currency.code,
        expected: "the currency of the order, \(currency.code)")
      faults.check(
        (0...30_000_000_000_000_000).contains(tender.amount.amount), at: place, found: "\(tender.amount)",
        expected: "0 to 3 * 10^16 minor units")
      let points = tender.points.map { "\($0)" } ?? "none"
      faults.check(
        tender.kind == .points ? (0...1_000_000_000_000).contains(tender.points ?? -1) : tender.points == nil,
        at: place + ".points", found: points, expected: tender.kind == .points ? "0 to 10^12" : "none")
    }
  }

  mutating func checkSums(_ lines: [PaidLine], _ discount: Money, _ freight: PaidFreight, _ tenders: [Tender]) {
    for (index, line) in lines.enumerated() {
      faults.check(
        line.discount.amount <= line.gross.amount, at: "lines[\(index)].discount", found: "\(line.discount)",
        expected: "at most \(line.gross)")
    }
    let nets = lines.map { $0.gross.amount - $0.discount.amount }
    let net = nets.reduce(0, +)
    faults.check(
      discount.amount <= max(0, net), at: "discount", found: "\(discount)",
      expected: "at most what the lines cost, \(Money(net, currency))")
    guard faults.isEmpty else { return }
    for (index, share) in spread(discount.amount, over: nets).enumerated() {
      let tax = lines[index].taxes.reduce(0) { $0 + $1.amount.amount }
      let paid = nets[index] - share
      faults.check(
        tax <= paid, at: "lines[\(index)].taxes", found: "\(Money(tax, currency))",
        expected: "at most what was paid, \(Money(paid, currency))")
    }
    let way = freight.standard.amount + freight.extra.amount
    let tax = freight.taxes.reduce(0) { $0 + $1.amount.amount }
    faults.check(
      tax <= way, at: "freight.taxes", found: "\(Money(tax, currency))", expected: "at most \(Money(way, currency))")
    let total = net - discount.amount + way
    var sum = 0
    for tender in tenders {
      // A thousand payments of 3 * 10^16 would overflow.
      let next = sum.addingReportingOverflow(tender.amount.amount)
      sum = next.overflow ? Int.max : next.partialValue
    }
    faults.check(
      sum == total, at: "tenders", found: "\(Money(sum, currency))", expected: "the total, \(Money(total, currency))")
  }
}
