import Foundation
import Logistics
import Returns
import Testing

@Suite struct StoreCreditTests {
  @Test func `a credit is used up to what it is, each use once, until it expires`() throws {
    var credit = try StoreCredit("c", eur(100), expires: Desk.start)
    let use = StoreCredit.Use("u1", at: Desk.start, eur(60))
    #expect(credit.use(use) == nil && credit.use(use) == nil && credit.left == eur(40))
    #expect(credit.use(StoreCredit.Use("u1", at: Desk.start, eur(1))) == .differentUse)
    #expect(credit.use(StoreCredit.Use("u2", at: Desk.start, eur(41))) == .exceeds(left: eur(40)))
    #expect(credit.use(StoreCredit.Use("u2", at: Desk.start, clp(1))) == .otherCurrency(.eur))
    #expect(credit.use(StoreCredit.Use("u2", at: Desk.start, eur(0))) == .noAmount)
    #expect(credit.use(StoreCredit.Use("u2", at: Desk.start + .seconds(1), eur(1))) == .expired(Desk.start))
    #expect(credit.use(StoreCredit.Use("u2", at: Desk.start, eur(40))) == nil && credit.left == eur(0))
    #expect(try JSONDecoder().decode(StoreCredit.self, from: JSONEncoder().encode(credit)) == credit)
    #expect(throws: InvalidInput.self) { try StoreCredit("c", eur(-1)) }
  }
}
