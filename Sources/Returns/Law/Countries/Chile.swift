import Logistics

extension CountryLaw {
  /// Chile: Ley 19.496, as amended by Ley 21.398 of 24 December 2021.
  static let chile = CountryLaw(
    country: "CL", zoneName: "America/Santiago", holidayCountry: "CL",
    withdrawal: [
      WithdrawalRule(
        .through("2021-12-23"), basis: "Ley 19.496 art. 3 bis",
        periods: [.distance: .unread(.days(10)), .awayFromPremises: .unread(.days(10))], start: .read(.delivery),
        uninformed: .unread(.instead(.days(90))), returnFreight: .unread(.unstated), outboundFreight: .unread(.unstated),
        refund: .unread(.within(.days(45))),
        notes: ["Before 24 December 2021 a shop could exclude the right for goods if it said so beforehand; not verified."]),
      WithdrawalRule(
        .since("2021-12-24"), basis: "Ley 19.496 art. 3 bis",
        periods: [.distance: .read(.days(10)), .awayFromPremises: .unread(.days(10))], start: .read(.delivery),
        uninformed: .read(.instead(.days(90))),
        exclusions: [
          // DS 42 of the Ministry of the Economy: published on 27 August 2024, in force six months later.
          .read(.installed, since: chileanExclusions), .read(.used, since: chileanExclusions),
          .read(.perishable, since: chileanExclusions), .read(.madeToOrder, since: chileanExclusions),
          .read(.hygiene, .opened, since: chileanExclusions), .read(.personalUse, .opened, since: chileanExclusions),
        ],
        returnFreight: .unread(.unstated), outboundFreight: .unread(.all), refund: .unread(.within(.days(45))),
        notes: ["The exclusions are those of DS 42 of 2024, in force since 28 February 2025."]),
    ],
    guarantee: [
      chileanGuarantee(.through("2021-12-23"), .months(3)), chileanGuarantee(.since("2021-12-24"), .months(6)),
    ])

  private static let chileanExclusions = LocalDate("2025-02-28")!

  private static func chileanGuarantee(_ validity: Validity, _ period: LegalPeriod) -> GuaranteeRule {
    GuaranteeRule(
      validity, basis: "Ley 19.496 arts. 20 and 21", terms: [.init(.any, .read(period))],
      ladder: [.init(.fromTheStart, .read([.refund, .replacement, .repair]))], repair: .unread(.pause),
      freight: .unread(.seller),
      notes: ["A voluntary warranty does not shorten it and need not be used up first."])
  }
}
