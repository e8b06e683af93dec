import Inventory
import Logistics
import Returns
import Testing

@Suite struct RefundLedgerTests {
  /// Three kettles for 100.00 and a pot for 50.00, a tenth off the pot, 10.00 off the order, 5.00 freight and 4.00 for speed.
  static let order = try! PaidOrder(
    "o-1", in: .eur,
    lines: [
      PaidLine("kettle", quantity: 3, gross: eur(10_000), taxes: [ContainedTax(rate: 1900, eur(1490))]),
      PaidLine("pot", quantity: 1, gross: eur(5_000), discount: eur(500), taxes: [ContainedTax(rate: 1900, eur(669))]),
    ],
    discount: eur(1_000), freight: PaidFreight(standard: eur(500), extra: eur(400)),
    tenders: [
      Tender("card", .card, eur(10_000)), Tender("gift", .giftCard, eur(3_000)),
      Tender("points", .points, eur(1_400), points: 280),
    ])

  func request(
    _ id: ID<RefundRequest> = "r1", _ items: RefundRequest.Item..., reductions: [RefundRequest.Reduction] = [],
    to use: RefundRequest.Use = .original, on terms: RefundTerms = RefundTerms()
  ) -> RefundRequest {
    RefundRequest(id, at: Desk.start, items, reductions: reductions, to: use, on: terms)
  }

  @Test func `a discount on the order is spread by largest remainder`() {
    // 10.00 over 100.00 and 45.00: 6.896... and 3.103...
    #expect(Self.order.lines.map(\.orderDiscount) == [eur(690), eur(310)])
    #expect(Self.order.lines.map(\.paid) == [eur(9_310), eur(4_190)])
    #expect(Self.order.total == eur(14_400))
  }

  @Test func `three thirds are the whole, whatever a third is rounded to`() {
    var ledger = RefundLedger(Self.order)
    let parts = (1...3).map { ledger.record(request(ID("r\($0)"), .init("kettle", units: 1))).refund!.total.amount }
    #expect(parts == [3_103, 3_103, 3_104])
    #expect(ledger.open(ofLine: "kettle") == eur(0))
    #expect(
      ledger.record(request("r4", .init("kettle", units: 1))).refusals == [.exceedsUnits("kettle", asked: 1, open: 0)])
  }

  @Test(arguments: [
    (TenderOrder.creditsFirst, ["gift": 3_000, "points": 1_190]), (.creditsLast, ["card": 4_190]),
    // 41.90 over 100.00, 30.00 and 14.00 of 144.00: 29.097, 8.729, 4.073.
    (.proportional, ["card": 2_910, "gift": 873, "points": 407]),
  ])
  func `payments are given back in the order of the terms`(order: TenderOrder, expected: [String: Int]) {
    let refund = RefundLedger(Self.order).quote(request("r", .init("pot", units: 1), on: RefundTerms(tenderOrder: order))).refund!
    #expect(Dictionary(uniqueKeysWithValues: refund.shares.map { ($0.tender.text, $0.amount.amount) }) == expected)
    let points = refund.shares.first { $0.tender == "points" }?.points
    #expect(points == expected["points"].map { 280 * $0 / 1_400 })
  }

  @Test func `standard freight comes back with the last unit, what was paid for speed only by a rule of its own`() {
    var ledger = RefundLedger(Self.order)
    let whole = RefundTerms(outboundFreight: .standardWhenWhole)
    #expect(ledger.record(request("r1", .init("kettle", units: 3), on: whole)).refund!.standardFreight == eur(0))
    let last = ledger.record(request("r2", .init("pot", units: 1), on: whole)).refund!
    #expect(last.standardFreight == eur(500) && last.extraFreight == eur(0) && last.total == eur(4_690))
    let late = ledger.record(request("r3", on: RefundTerms(outboundFreight: .extra))).refund!
    #expect(late.total == eur(400) && ledger.open == eur(0))
  }

  @Test func `fees and use are kept where the law lets them, and told as waived where not`() {
    var terms = RefundTerms(
      returnFreight: eur(350), returnFreightBearer: .consumer,
      fees: [ReturnFee("restocking", .percent(hundredths: 1_000), cap: eur(300)), ReturnFee("handling", .fixed(eur(99)))],
      allowsFees: true, diminishedValue: eur(1_000), allowsDiminishedValue: true)
    let ledger = RefundLedger(Self.order)
    let kept = ledger.quote(request("r", .init("pot", units: 1), on: terms)).refund!
    #expect(kept.deductions.map(\.amount) == [eur(1_000), eur(350), eur(300), eur(99)])
    #expect(kept.total == eur(4_190 - 1_749) && kept.entitled == eur(4_190))
    terms.allowsFees = false
    terms.allowsDiminishedValue = false
    terms.returnFreightBearer = .seller
    let waived = ledger.quote(request("r", .init("pot", units: 1), on: terms)).refund!
    #expect(waived.total == eur(4_190) && waived.deductions.map(\.waived) == [eur(1_000), eur(300), eur(99)])
    terms.allowsDiminishedValue = true
    terms.diminishedValue = eur(999_999)
    let nothing = ledger.quote(request("r", .init("pot", units: 1), on: terms)).refund!
    #expect(nothing.total == eur(0) && nothing.deductions[0].waived == eur(999_999 - 4_190))
  }

  @Test(arguments: [(4_000, 4_000, 0, 190), (4_190, 4_190, 0, 0), (6_000, 4_190, 1_810, 0)])
  func `of an exchange the difference goes either way`(price: Int, credited: Int, owed: Int, back: Int) {
    let refund = RefundLedger(Self.order).quote(
      request("r", .init("pot", units: 1), to: .exchange(for: "o-2", price: eur(price)))
    ).refund!
    #expect(refund.credited == eur(credited) && refund.owed == eur(owed) && refund.paidOut == eur(back))
    let difference = ExchangeDifference(value: refund.total, price: eur(price))
    #expect(difference == (back > 0 ? .customerGets(eur(back)) : owed > 0 ? .customerPays(eur(owed)) : .even))
  }

  @Test func `a lower price counts when the unit comes back after all`() {
    var ledger = RefundLedger(Self.order)
    ledger.record(request("r1", reductions: [.init("kettle", units: 2, by: eur(1_001))]))
    #expect(ledger.total == eur(1_001))
    // The third kettle had no lower price; of the others one half of it is counted each.
    #expect(ledger.record(request("r2", .init("kettle", units: 1))).refund!.total == eur(3_103))
    #expect(
      ledger.record(request("r3", .init("kettle", units: 1))).refusals == [.exceedsUnits("kettle", asked: 1, open: 0)])
    #expect(ledger.record(request("r4", .init("kettle", units: 1, reduced: 1))).refund!.total == eur(3_103 - 500))
    #expect(ledger.reverse("r1").refusals == [.reductionUsed("kettle")])
    #expect(ledger.record(request("r5", .init("kettle", units: 1, reduced: 1))).refund!.total == eur(3_104 - 501))
    #expect(ledger.open(ofLine: "kettle") == eur(0))
    let more = request("r6", reductions: [.init("pot", units: 1, by: eur(4_191))])
    #expect(ledger.record(more).refusals == [.exceedsPaid("pot", asked: eur(4_191), open: eur(4_190))])
  }

  @Test func `units that were reduced to nothing give nothing when they come back one by one`() throws {
    // Two cents for six units: rounding the reduction down at every unit would leave a cent too much for the last ones.
    let order = try PaidOrder(
      "o", in: .eur, lines: [PaidLine("pin", quantity: 6, gross: eur(2))], tenders: [Tender("card", .card, eur(2))])
    var ledger = RefundLedger(order)
    ledger.record(request("r", reductions: [.init("pin", units: 6, by: eur(2))]))
    for unit in 1...6 {
      #expect(ledger.record(request(ID("r\(unit)"), .init("pin", units: 1, reduced: 1))).refund?.total == eur(0))
    }
    #expect(ledger.total == eur(2) && ledger.openUnits(ofLine: "pin") == 0)
  }

  @Test func `the same request is answered the same, another of its name refused`() {
    var ledger = RefundLedger(Self.order)
    let first = ledger.record(request("r1", .init("pot", units: 1)))
    #expect(ledger.record(request("r1", .init("pot", units: 1))) == first && ledger.refunds.count == 1)
    #expect(ledger.record(request("r1", .init("kettle", units: 1))).refusals == [.differentRequest])
  }

  @Test func `a payment that comes back may be made again, once`() {
    var ledger = RefundLedger(Self.order)
    ledger.record(request("r1", .init("pot", units: 1)))
    #expect(ledger.reverse("r1").refund != nil && ledger.total == eur(0) && ledger.openUnits(ofLine: "pot") == 1)
    #expect(ledger.reverse("r1").refusals == [.alreadyReversed] && ledger.reverse("r9").refusals == [.unknownRefund])
    #expect(ledger.record(request("r2", .init("pot", units: 1))).refund!.total == eur(4_190))
  }

  @Test func `money beyond the price stands beside the refunds and counts nowhere`() {
    var ledger = RefundLedger(Self.order)
    let bonus = Compensation("c1", at: Desk.start, .statutoryBonus, eur(99_999))
    #expect(ledger.compensate(bonus) == nil && ledger.compensate(bonus) == nil && ledger.compensations == [bonus])
    #expect(ledger.open == Self.order.total && ledger.total == eur(0))
    #expect(ledger.compensate(Compensation("c1", at: Desk.start, .indexation, eur(1))) == .differentRequest)
    guard case .invalid = ledger.compensate(Compensation("c2", at: Desk.start, .indexation, clp(1))) else {
      Issue.record("pesos on an order of euros")
      return
    }
  }

  @Test func `a request that is none is refused with every fault`() {
    var ledger = RefundLedger(Self.order)
    let terms = RefundTerms(fees: [ReturnFee("x", .percent(hundredths: 10_001))], diminishedValue: clp(5))
    let outcome = ledger.record(
      request("r", .init("pot", units: 0), .init("pot", units: 1, reduced: 2), to: .exchange(for: "o", price: eur(-1)), on: terms)
    )
    guard case .invalid(let faults) = outcome.refusals.first else {
      Issue.record("\(outcome)")
      return
    }
    #expect(
      faults.map(\.place) == [
        "items[0].units", "items[1]", "items[1].reduced", "use.price", "terms.diminishedValue", "terms.fees[0].rate",
      ])
    #expect(ledger.record(request()).refusals.count == 1 && ledger.entries.isEmpty)
    #expect(ledger.record(request("r", .init("pan", units: 1))).refusals == [.unknownLine("pan")])
  }

  @Test func `the largest orders do not overflow`() throws {
    let most = 1_000_000_000_000
    let lines = (0..<100).map { index in
      PaidLine(
        ID("l\(index)"), quantity: 1_000_000 - index, gross: eur(most), taxes: [ContainedTax(rate: 1900, eur(most / 7))])
    }
    let order = try PaidOrder(
      "o", in: .eur, lines: lines, discount: eur(most), freight: PaidFreight(standard: eur(most), extra: eur(most)),
      tenders: [Tender("card", .card, eur(100 * most)), Tender("points", .points, eur(most), points: most)])
    var ledger = RefundLedger(order)
    let terms = RefundTerms(outboundFreight: .standardWhenWhole, tenderOrder: .proportional)
    for (index, part) in [1, 333_333, 600_000].enumerated() {
      let items = lines.map { RefundRequest.Item($0.id, units: part) }
      #expect(ledger.record(RefundRequest(ID("r\(index)"), at: Desk.start, items, on: terms)).refund != nil)
    }
    let items = lines.map { RefundRequest.Item($0.id, units: ledger.openUnits(ofLine: $0.id)!) }
    #expect(ledger.record(RefundRequest("last", at: Desk.start, items, on: terms)).refund != nil)
    #expect(ledger.open == eur(most))
  }

  @Test func `an order that cannot be is refused with every fault`() {
    let fault = #expect(throws: InvalidInput.self) {
      try PaidOrder(
        "o", in: .eur, lines: [PaidLine("a", quantity: 0, gross: clp(1)), PaidLine("a", quantity: 1, gross: eur(-1))],
        tenders: [Tender("p", .points, eur(5)), Tender("c", .card, eur(5), points: 3)])
    }
    #expect(
      fault?.faults.map(\.place) == [
        "lines[0].quantity", "lines[0].gross", "lines[0].discount", "lines[1].id", "lines[1].gross", "tenders[0].points",
        "tenders[1].points",
      ])
    let sums = #expect(throws: InvalidInput.self) {
      try PaidOrder(
        "o", in: .eur, lines: [PaidLine("a", quantity: 1, gross: eur(10), taxes: [ContainedTax(rate: 1, eur(11))])],
        tenders: [Tender("c", .card, eur(9))])
    }
    #expect(sums?.faults.map(\.place) == ["lines[0].taxes", "tenders"])
  }
}
