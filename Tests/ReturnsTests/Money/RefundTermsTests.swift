import Logistics
import Returns
import Testing

/// What the law says of the money, put to work.
@Suite struct RefundTermsTests {
  private func refund(_ country: String, _ policy: ShopPolicy = ShopPolicy(), setting: SalesSetting = .distance) throws -> Refund
  {
    let delivered = try #require(Instant("2026-08-12T15:00:00Z"))
    let law = try #require(LawBook.known[country])
    let purchase = Purchase(country: country, setting: setting, contract: delivered - .hours(48), delivered: delivered)
    let right = law.rights(to: purchase, at: delivered + .hours(24), policy: policy).withdrawal
    #expect(right.isAvailable)
    let order = try PaidOrder(
      "o-1", in: .eur, lines: [PaidLine("1", quantity: 1, gross: Money(10_000, .eur))],
      freight: PaidFreight(standard: Money(500, .eur), extra: Money(700, .eur)),
      tenders: [Tender("card", .card, Money(11_200, .eur))])
    var ledger = RefundLedger(order)
    let terms = RefundTerms(
      by: right, returnFreight: Money(450, .eur), fees: [ReturnFee("restocking", .fixed(Money(300, .eur)))])
    let outcome = ledger.record(RefundRequest("r-1", at: delivered + .hours(30), [.init("1", units: 1)], on: terms))
    guard case .refunded(let refund) = outcome else { throw Refused() }
    return refund
  }

  @Test func `a withdrawal gives back what the law of the country says, whatever the shop would charge`() throws {
    // Standard freight alone, and the way back on the consumer; all freight and the way back on the seller.
    #expect(try refund("EU").total == Money(10_000 + 500 - 450, .eur))
    #expect(try refund("BR").total == Money(10_000 + 1_200, .eur))
  }

  @Test func `the shop's own word may cost its fee, where no law gives the right`() throws {
    let own = ShopPolicy([.init(name: "Thirty days", returnDays: 30, returnFreight: .consumer)])
    #expect(try refund("BR", own, setting: .premises).total == Money(10_000 - 450 - 300, .eur))
    #expect(try refund("BR", own).total == Money(11_200, .eur))
  }

  private struct Refused: Error {}
}
