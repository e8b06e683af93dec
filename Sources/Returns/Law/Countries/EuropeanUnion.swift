import Logistics

extension CountryLaw {
  /// The European Union: the directives alone. What a member state grants beyond them is not here.
  static let europeanUnion = CountryLaw(
    country: "EU", zoneName: "Europe/Brussels", holidayCountry: nil,
    withdrawal: [
      WithdrawalRule(
        .since("2014-06-13"), basis: "Directive 2011/83/EU arts. 9 to 16",
        periods: [.distance: .read(.days(14)), .awayFromPremises: .read(.days(14))], start: .read(.lastDelivery),
        uninformed: .read(.further(.months(12))), exclusions: europeanExclusions, returnFreight: .read(.consumer),
        outboundFreight: .read(.standard), refund: .read(.within(.days(14))),
        refundWaitsFor: [.read(.goodsOrProofOfSending)],
        notes: [
          "The seller pays the way back if it said so, or did not say that the consumer does.",
          "Goods sent within 14 days of the notice are in time; the money comes back by the means it was paid with.",
          "Since 19 June 2026 a shop on the web has a function to withdraw by (art. 11a).",
          "A period that ends on a day off may end on the next working day (Regulation 1182/71); not applied, verify.",
        ])
    ],
    guarantee: [
      GuaranteeRule(
        .through("2021-12-31"), basis: "Directive 1999/44/EC",
        terms: [.init(.secondHand, .unread(.months(12))), .init(.any, .unread(.months(24)))],
        presumption: .unread(.months(6)), ladder: europeanLadder, freight: .unread(.seller)),
      europeanGuarantee(Validity(since: LocalDate("2022-01-01")!, through: LocalDate("2026-07-30")!), .read(.none)),
      europeanGuarantee(.since("2026-07-31"), .read(.prolongOnce(.months(12)))),
    ])

  /// Goods of article 16.
  static let europeanExclusions: [WithdrawalRule.Exclusion] = [
    .read(.madeToOrder), .read(.perishable), .read(.hygiene, .opened), .read(.mixed), .read(.sealedMedia, .opened),
    .read(.press), .read(.auctioned), .read(.datedLeisure), .read(.marketPriced), .read(.digital, .opened),
  ]

  /// First repair or replacement, at the consumer's choice; then the rest.
  static let europeanLadder: [GuaranteeRule.Stage] = [
    .init(.fromTheStart, .read([.repair, .replacement])), .init(.afterRepair, .read([.priceReduction, .refund])),
  ]

  private static func europeanGuarantee(_ validity: Validity, _ repair: LegalFact<RepairEffect>) -> GuaranteeRule {
    GuaranteeRule(
      validity, basis: "Directive (EU) 2019/771 arts. 10 to 16, Directive (EU) 2024/1799",
      terms: [.init(.secondHand, .read(.months(12))), .init(.any, .read(.months(24)))], presumption: .read(.months(12)),
      ladder: europeanLadder, repair: repair, freight: .unread(.seller),
      notes: [
        "The contract is not ended for a minor defect.",
        "Before a remedy is chosen the seller tells of the choice and, since 31 July 2026, of the twelve months more (art. 13(2a)).",
        "Member states may grant more; used goods may have as little as the year that is told here.",
      ])
  }
}
