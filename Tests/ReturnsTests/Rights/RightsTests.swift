import Logistics
import Promising
import Returns
import Testing

/// The rights to an item, for every law that is known.
@Suite struct RightsTests {
  private func instant(_ text: String) -> Instant { Instant(text)! }

  private func purchase(_ delivered: Instant?, setting: SalesSetting = .distance) -> Purchase {
    Purchase(country: "", setting: setting, contract: instant("2026-08-10T12:00:00Z"), delivered: delivered)
  }

  private var laws: [CountryLaw] { LawBook.known.countries.map { LawBook.known[$0]! } }

  @Test func `every right can be used through its last day and not after it, whatever the law and the hour of the delivery`() {
    for law in laws {
      for hour in stride(from: 0, to: 24 * 120, by: 7) {
        let item = purchase(instant("2026-08-12T00:30:00Z") + .hours(hour))
        let rights = law.rights(to: item, at: item.delivered!)
        for right in rights.all where right.isAvailable {
          guard let last = right.until else { continue }
          let midnight = law.zone.instant(last.adding(days: 1), .midnight)
          // Where clocks go forward at midnight the day begins later.
          let after = law.zone.date(at: midnight) > last ? midnight : midnight + .hours(1)
          #expect(law.rights(to: item, at: after - .seconds(1))[right.right].isAvailable, "\(law.country) \(right.right)")
          #expect(!law.rights(to: item, at: after)[right.right].isAvailable, "\(law.country) \(right.right)")
        }
      }
    }
  }

  @Test func `a later delivery never ends a right sooner`() {
    for law in laws {
      var before: [ConsumerRight: LocalDate] = [:]
      for hour in stride(from: 0, to: 24 * 120, by: 5) {
        let delivered = instant("2026-08-12T00:30:00Z") + .hours(hour)
        for right in law.rights(to: purchase(delivered), at: delivered).all {
          guard let last = right.until else { continue }
          if let known = before[right.right] { #expect(known <= last, "\(law.country) \(right.right)") }
          before[right.right] = last
        }
      }
    }
  }

  @Test func `what the shop grants never takes anything from what the law grants`() {
    let policies = [
      ShopPolicy([.init(name: "short", returnDays: 1, remedies: [.replacement])]),
      ShopPolicy([.init(name: "long", returnDays: 400, returnFreight: .consumer, remedies: [.replacement])]),
      ShopPolicy([.init(name: "free", returnDays: 20, returnFreight: .seller, warrantyMonths: 1)]),
    ]
    for law in laws {
      for policy in policies {
        for day in 0..<60 {
          let item = purchase(instant("2026-08-12T15:00:00Z"))
          let now = item.delivered! + .hours(24 * day)
          let (alone, both) = (law.rights(to: item, at: now), law.rights(to: item, at: now, policy: policy))
          for (legal, better) in zip(alone.all, both.all) {
            #expect(!legal.isAvailable || better.isAvailable)
            if let last = legal.until { #expect(better.until! >= last) }
            if legal.isAvailable {
              #expect(Set(legal.remedies).isSubset(of: better.remedies))
              #expect(better.refundBy == legal.refundBy)
              #expect(legal.returnFreight != .seller || better.returnFreight == .seller)
            }
          }
        }
      }
    }
  }

  @Test func `while pieces of an order are still to come no day of the shop ends what the law has not begun to count`() throws {
    let spain = try #require(LawBook.known["ES"])
    var item = purchase(instant("2026-08-12T15:00:00Z"))
    item.awaitsMore = true
    let policy = ShopPolicy([.init(name: "ten days", returnDays: 10)])
    for day in [0, 10, 11, 40] {
      let right = spain.rights(to: item, at: item.delivered! + .hours(24 * day), policy: policy).withdrawal
      #expect(right.isAvailable && right.until == nil && right.shopRule == nil)
    }
  }

  @Test func `who was not informed never has less time`() {
    for law in laws {
      var item = purchase(instant("2026-08-12T15:00:00Z"))
      let told = law.rights(to: item, at: item.delivered!).withdrawal
      item.isInformed = false
      let untold = law.rights(to: item, at: item.delivered!).withdrawal
      if let last = told.until { #expect(untold.until! >= last) }
    }
  }

  @Test func `no trait that a law does not name takes the right away`() {
    for law in laws {
      for trait in ItemTrait.allCases {
        var item = purchase(instant("2026-08-12T15:00:00Z"))
        item.traits = [trait, .opened]
        let right = law.rights(to: item, at: item.delivered!).withdrawal
        let named = law.withdrawal(on: LocalDate("2026-08-10")!)!.exclusions.contains { $0.traits.isSubset(of: item.traits) }
        let granted = law.withdrawal(on: LocalDate("2026-08-10")!)!.periods[.distance] != nil
        #expect(right.isAvailable == (granted && !named), "\(law.country) \(trait)")
      }
    }
  }

  @Test func `an answer that rests on anything unread says so`() {
    for law in laws {
      for day in [0, 5, 20, 100, 400] {
        for setting in SalesSetting.allCases {
          for informed in [true, false] {
            var item = purchase(instant("2026-08-12T15:00:00Z"), setting: setting)
            item.isInformed = informed
            item.repairs = [.init(from: LocalDate("2026-08-20")!, to: LocalDate("2026-08-30")!)]
            let rights = law.rights(to: item, at: item.delivered! + .hours(24 * day))
            let rule = law.withdrawal(on: LocalDate("2026-08-10")!)!
            if rights.withdrawal.isAvailable {
              let facts = [
                rule.periods[setting]?.isVerified, rule.start.isVerified, informed ? nil : rule.uninformed?.isVerified,
              ]
              #expect(rights.withdrawal.isVerified == facts.allSatisfy { $0 ?? true }, "\(law.country)")
              #expect(rights.withdrawal.unverified.contains(.refundBy) || rule.refund.isVerified)
              #expect(rights.withdrawal.unverified.contains(.returnFreight) == !rule.returnFreight.isVerified)
            }
            let guarantee = law.guarantee(on: LocalDate("2026-08-10")!)!
            if rights.legalGuarantee.isVerified, rights.legalGuarantee.until != nil {
              #expect(guarantee.terms.contains { $0.period.isVerified })
              #expect(guarantee.repair.value == .none || guarantee.repair.isVerified || day < 9, "\(law.country) \(day)")
            }
          }
        }
      }
    }
  }

  @Test(arguments: ["CL", "CO", "AR", "ES"]) func `days in repair do not count, stays that overlap only once`(country: String) {
    let law = LawBook.known[country]!
    var item = purchase(instant("2026-08-12T15:00:00Z"))
    let now = instant("2026-10-20T15:00:00Z")
    let plain = law.rights(to: item, at: now).legalGuarantee.until!
    item.repairs = [
      .init(from: LocalDate("2026-09-01")!, to: LocalDate("2026-09-11")!),
      .init(from: LocalDate("2026-09-05")!, to: LocalDate("2026-09-15")!),
      .init(from: LocalDate("2026-10-10")!, to: nil),
    ]
    #expect(law.rights(to: item, at: now).legalGuarantee.until! == plain.adding(days: 14 + 10))
    // What happened when the guarantee was over revives nothing.
    item.repairs = [.init(from: plain.adding(days: 1), to: plain.adding(days: 40))]
    #expect(law.rights(to: item, at: law.zone.instant(plain.adding(days: 60), .midnight)).legalGuarantee.until == plain)
  }

  @Test func `a period of business days passes over weekends and holidays, even where there is no business day`() {
    let friday = LocalDate("2026-09-11")!
    let chile = Holidays(country: "CL")
    // 18 and 19 September are holidays, the 19th a Saturday.
    #expect(
      LegalPeriod.businessDays(5).lastDay(after: friday, weekend: [.saturday, .sunday], holidays: chile)
        == LocalDate("2026-09-21"))
    #expect(LegalPeriod.businessDays(1).lastDay(after: friday, weekend: Set(Weekday.allCases), holidays: nil) > friday)
    #expect(LegalPeriod.businessDays(0).lastDay(after: friday, weekend: [], holidays: nil) == friday)
  }

  @Test func `a reason calls on its right, the warranty where only that is left, and no law answers for none`() {
    var item = purchase(instant("2026-08-12T15:00:00Z"))
    item.country = "CL"
    item.warrantyMonths = 12
    let soon = instant("2026-08-15T15:00:00Z")
    #expect(ReturnDecision(for: .changedMind, item, at: soon).right == .withdrawal)
    #expect(ReturnDecision(for: .faulty, item, at: soon).right == .legalGuarantee)
    let late = ReturnDecision(for: .faulty, item, at: instant("2027-05-01T15:00:00Z"))
    #expect(late.isAuthorized && late.right == .commercialWarranty)
    #expect(!ReturnDecision(for: .changedMind, item, at: instant("2026-08-23T15:00:00Z")).isAuthorized)
    item.country = "XX"
    #expect(ReturnDecision(for: .faulty, item, at: soon).entitlement == nil)
  }

  @Test func `of two laws for a country the one that was added holds`() {
    let mine = CountryLaw(country: "CL", zoneName: "America/Santiago", holidayCountry: nil, withdrawal: [], guarantee: [])
    let book = LawBook.known.adding(mine)
    #expect(book["CL"] == mine && book.countries == LawBook.known.countries)
    let rights = mine.rights(to: purchase(instant("2026-08-12T15:00:00Z")), at: instant("2026-08-12T15:00:00Z"))
    #expect(!rights.isAnyAvailable && rights.all.dropLast().allSatisfy { !$0.isVerified })
  }
}
