import Foundation
import Inventory
import Logistics
import Returns
import Testing

/// Refunds of random orders in random parts and order, held beside sums that the tests add up by themselves.
@Suite struct LedgerWalkTests {
  static let rounds = ProcessInfo.processInfo.environment["LASTMILE_FUZZ"] == nil ? 400 : 4_000

  /// What a refund does to what stands, added up from its parts alone.
  struct Tally {
    var units: [ID<OrderLine>: Int] = [:]
    var goods: [ID<OrderLine>: Int] = [:]
    var taxes: [ID<OrderLine>: [Int: Int]] = [:]
    var discounts: [ID<OrderLine>: Int] = [:]
    var tenders: [ID<Tender>: Int] = [:]
    var points: [ID<Tender>: Int] = [:]
    var standard = 0
    var extra = 0
    var freightTax = 0
    var entitled = 0
    var total = 0

    mutating func add(_ refund: Refund, _ sign: Int = 1) {
      for line in refund.lines {
        units[line.line, default: 0] += sign * line.units
        goods[line.line, default: 0] += sign * line.goods.amount
        discounts[line.line, default: 0] += sign * line.discount.amount
        for tax in line.taxes { taxes[line.line, default: [:]][tax.rate, default: 0] += sign * tax.amount.amount }
      }
      for share in refund.shares + refund.carried {
        tenders[share.tender, default: 0] += sign * share.amount.amount
        points[share.tender, default: 0] += sign * (share.points ?? 0)
      }
      standard += sign * refund.standardFreight.amount
      extra += sign * refund.extraFreight.amount
      freightTax += sign * refund.freightTaxes.reduce(0) { $0 + $1.amount.amount }
      entitled += sign * refund.entitled.amount
      total += sign * refund.total.amount
    }
  }

  @Test(arguments: [TenderOrder.creditsFirst, .creditsLast, .proportional])
  func `in whatever parts and order units come back, each line gives what was paid for them and the last what was paid`(
    rule: TenderOrder
  ) {
    for seed in 0..<Self.rounds {
      var random = FlowGenerator(seed: UInt64(seed))
      let order = randomOrder(&random)
      var ledger = RefundLedger(order)
      var tally = Tally()
      let terms = RefundTerms(outboundFreight: .standardWhenWhole, tenderOrder: rule)
      var count = 0
      while case let open = order.lines.filter({ ledger.openUnits(ofLine: $0.id)! > 0 }), !open.isEmpty {
        let items = open.shuffled(using: &random).prefix(Int.random(in: 1...open.count, using: &random)).map { line in
          RefundRequest.Item(line.id, units: Int.random(in: 1...ledger.openUnits(ofLine: line.id)!, using: &random))
        }
        count += 1
        let request = RefundRequest(ID("r\(count)"), at: Desk.start, items, on: terms)
        guard let refund = ledger.record(request).refund else {
          Issue.record("seed \(seed): \(ledger.quote(request))")
          return
        }
        tally.add(refund)
        for line in order.lines {
          // By a floating-point division instead of one in full width; exact here, as the numbers are small.
          let expected = (Double(line.paid.amount) * Double(tally.units[line.id] ?? 0) / Double(line.quantity)).rounded(.down)
          if tally.goods[line.id] ?? 0 != Int(expected) { Issue.record("seed \(seed): \(line), \(tally), not \(expected)") }
        }
        check(refund, tally, order, seed)
      }
      // Everything is back: what is left is what was paid for speed.
      #expect(ledger.open == order.freight.extra, "seed \(seed)")
      #expect(ledger.total.amount == order.total.amount - order.freight.extra.amount, "seed \(seed)")
      for line in order.lines {
        #expect(tally.goods[line.id] ?? 0 == line.paid.amount, "seed \(seed)")
        #expect(tally.discounts[line.id] ?? 0 == line.discount.amount + line.orderDiscount.amount, "seed \(seed)")
        for tax in line.taxes where line.paid.amount > 0 {
          #expect(tally.taxes[line.id]?[tax.rate] ?? 0 == tax.amount.amount, "seed \(seed)")
        }
      }
      // The surplus alone may follow, and then nothing is left of any payment.
      let rest = RefundRequest("rest", at: Desk.start, [], on: RefundTerms(outboundFreight: .all, tenderOrder: rule))
      tally.add(ledger.record(rest).refund!)
      #expect(ledger.open.amount == 0 && ledger.total == order.total, "seed \(seed)")
      for tender in order.tenders {
        #expect(tally.tenders[tender.id] ?? 0 == tender.amount.amount, "seed \(seed)")
        #expect(tally.points[tender.id] ?? 0 == tender.points ?? 0, "seed \(seed)")
      }
      #expect(tally.freightTax == order.freight.taxes[0].amount.amount, "seed \(seed)")
    }
  }

  private func check(_ refund: Refund, _ tally: Tally, _ order: PaidOrder, _ seed: Int, reversals: Int = 0) {
    func expect(_ holds: Bool, _ what: String) {
      if !holds { Issue.record("seed \(seed), \(what): \(refund) on \(order)") }
    }
    let goods = refund.lines.reduce(0) { $0 + $1.goods.amount }
    expect(goods + refund.standardFreight.amount + refund.extraFreight.amount == refund.entitled.amount, "parts")
    let kept = refund.deductions.reduce(0) { $0 + $1.amount.amount }
    expect(refund.entitled.amount - kept == refund.total.amount, "deductions")
    expect(refund.shares.reduce(0) { $0 + $1.amount.amount } == refund.paidOut.amount, "shares")
    expect(refund.carried.reduce(0) { $0 + $1.amount.amount } == refund.credited.amount, "carried")
    expect((refund.shares + refund.carried).allSatisfy { $0.amount.amount > 0 && $0.points ?? 0 >= 0 }, "shares below nothing")
    expect(refund.lines.allSatisfy { $0.goods.amount >= 0 && $0.discount.amount >= 0 }, "below nothing")
    expect(refund.lines.allSatisfy { line in line.taxes.allSatisfy { $0.amount.amount >= 0 } }, "tax below nothing")
    expect(refund.total.amount >= 0 && tally.total <= order.total.amount && tally.entitled <= order.total.amount, "above paid")
    for line in order.lines {
      expect(tally.goods[line.id] ?? 0 <= line.paid.amount, "line \(line.id) above paid")
      let tax = tally.taxes[line.id]?.values.reduce(0, +) ?? 0
      expect(tax <= line.taxes.reduce(0) { $0 + $1.amount.amount }, "tax of \(line.id) above paid")
      // Down to a minor unit a rate, the tax is the part of the tax that the goods are of the price. What was rounded with a
      // refund that was taken back is made good by the next of the line.
      if line.paid.amount > 0 {
        let part = Double(tally.goods[line.id] ?? 0) / Double(line.paid.amount)
        let all = Double(line.taxes.reduce(0) { $0 + $1.amount.amount })
        expect(abs(Double(tax) - part * all) <= Double(2 + 2 * reversals), "tax of \(line.id)")
      }
    }
    for tender in order.tenders {
      expect(tally.tenders[tender.id] ?? 0 <= tender.amount.amount, "payment \(tender.id) above paid")
      expect(tally.points[tender.id] ?? 0 <= tender.points ?? 0, "points above paid")
    }
    expect(tally.standard <= order.freight.standard.amount && tally.extra <= order.freight.extra.amount, "freight above paid")
  }

  @Test func `with reductions, fees, exchanges and refunds taken back no sum is ever above what was paid, and the end is exact`()
    throws
  {
    var (done, refused, reversals) = (0, 0, 0)
    for seed in 0..<Self.rounds {
      var random = FlowGenerator(seed: UInt64(seed) + 1_000_000)
      let order = randomOrder(&random, most: seed % 2 == 0 ? 20 : 20_000)
      var ledger = RefundLedger(order)
      var tally = Tally()
      var standing: [Refund] = []
      for count in 0..<14 {
        func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        if number(0...6) == 0, let victim = standing.randomElement(using: &random) {
          let outcome = ledger.reverse(victim.request.id)
          guard outcome.refund != nil else {
            #expect(
              outcome.refusals == [.reductionUsed(victim.lines.first { $0.newlyReduced > 0 || $0.reduction.amount > 0 }!.line)])
            continue
          }
          standing.removeAll { $0 == victim }
          tally.add(victim, -1)
          reversals += 1
          #expect(ledger.total.amount == tally.total && ledger.entitled.amount == tally.entitled, "seed \(seed)")
          continue
        }
        let line = order.lines.randomElement(using: &random)!
        let units = number(0...1) == 0 ? 1 : number(1...line.quantity)
        let reduced = number(0...2) == 0 ? number(0...units) : 0
        let use: RefundRequest.Use =
          switch number(0...2) {
          case 0: .original
          case 1: .storeCredit
          default: .exchange(for: "next", price: eur(number(0...9_000)))
          }
        let terms = RefundTerms(
          outboundFreight: OutboundFreightRule.allCases.randomElement(using: &random)!, returnFreight: eur(number(0...300)),
          returnFreightBearer: number(0...1) == 0 ? .consumer : .seller,
          fees: [ReturnFee("restocking", .percent(hundredths: number(0...10_000)), cap: eur(number(0...500)))],
          allowsFees: number(0...1) == 0, diminishedValue: eur(number(0...500)), allowsDiminishedValue: number(0...1) == 0,
          tenderOrder: TenderOrder.allCases.randomElement(using: &random)!)
        let isReduction = number(0...2) == 0
        let request = RefundRequest(
          ID("r\(count)"), at: Desk.start, isReduction ? [] : [.init(line.id, units: units, reduced: reduced)],
          reductions: isReduction ? [.init(line.id, units: units, reduced: reduced, by: eur(number(0...line.paid.amount)))] : [],
          to: use, on: terms)
        guard let refund = ledger.record(request).refund else {
          refused += 1
          continue
        }
        done += 1
        standing.append(refund)
        tally.add(refund)
        check(refund, tally, order, seed, reversals: ledger.reversed.count)
        if case .exchange(_, let price) = use {
          #expect(refund.credited + refund.owed == price && refund.credited.amount <= refund.total.amount)
        }
        #expect(ledger.record(request) == .refunded(refund), "seed \(seed): the second time")
        #expect(ledger.total.amount == tally.total && ledger.entitled.amount == tally.entitled, "seed \(seed)")
      }
      // All units that are left come back, first those with a reduced price.
      for line in order.lines {
        let left = ledger.openUnits(ofLine: line.id)!
        guard left > 0 else { continue }
        var fit: Refund?
        for reduced in 0...left where fit == nil {
          let id = ID<RefundRequest>("end \(line.id)")
          fit = ledger.record(RefundRequest(id, at: Desk.start, [.init(line.id, units: left, reduced: reduced)])).refund
        }
        tally.add(fit!)
        check(fit!, tally, order, seed, reversals: ledger.reversed.count)
        #expect(tally.goods[line.id] == line.paid.amount, "seed \(seed)")
        #expect(ledger.open(ofLine: line.id)!.amount == 0)
      }
      if seed % 20 == 0 {
        #expect(try JSONDecoder().decode(RefundLedger.self, from: JSONEncoder().encode(ledger)) == ledger)
      }
    }
    #expect(done > Self.rounds * 2 && refused > Self.rounds && reversals > Self.rounds / 2, "\(done), \(refused), \(reversals)")
  }
}
