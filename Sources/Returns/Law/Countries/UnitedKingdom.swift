import Logistics

extension CountryLaw {
  /// The United Kingdom: Consumer Contracts Regulations 2013 and Consumer Rights Act 2015.
  static let unitedKingdom = CountryLaw(
    country: "GB", zoneName: "Europe/London", holidayCountry: "GB",
    withdrawal: [
      WithdrawalRule(
        .since("2014-06-13"), basis: "Consumer Contracts Regulations 2013 regs. 27 to 38",
        periods: [.distance: .read(.days(14)), .awayFromPremises: .read(.days(14))], start: .read(.lastDelivery),
        uninformed: .unread(.further(.months(12))),
        exclusions: europeanExclusions.map { WithdrawalRule.Exclusion($0.traits, isVerified: false) },
        returnFreight: .unread(.consumer), outboundFreight: .unread(.standard), refund: .read(.within(.days(14))),
        refundWaitsFor: [.read(.goodsOrProofOfSending)],
        notes: ["The refund may be cut for use beyond what a look in a shop would take."])
    ],
    guarantee: [
      GuaranteeRule(
        .since("2015-10-01"), basis: "Consumer Rights Act 2015 ss. 19 to 24", terms: [.init(.any, .read(.months(72)))],
        presumption: .read(.months(6)),
        ladder: [
          .init(.fromTheStart, .read([.repair, .replacement])),
          .init(.within(days: 30), .read([.refund, .repair, .replacement])),
          .init(.afterRepair, .read([.refund, .priceReduction])),
        ], freight: .unread(.seller),
        notes: ["Up to six years, in Scotland five: how long goods have to last depends on what they are."])
    ])
}
