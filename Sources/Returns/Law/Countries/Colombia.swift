import Logistics

extension CountryLaw {
  /// Colombia: Ley 1480 of 2011, as amended by Ley 2439 of 19 December 2024.
  static let colombia = CountryLaw(
    country: "CO", zoneName: "America/Bogota", holidayCountry: "CO",
    withdrawal: [
      colombianWithdrawal(.through("2024-12-18"), .read(.within(.days(30))), basis: "Ley 1480 de 2011 art. 47"),
      colombianWithdrawal(
        .since("2024-12-19"), .read(.within(.days(15))), basis: "Ley 1480 de 2011 art. 47, Ley 2439 de 2024"),
    ],
    guarantee: [
      GuaranteeRule(
        basis: "Ley 1480 de 2011 arts. 7 to 11",
        terms: [.init(.secondHand, .unread(.months(3))), .init(.any, .unread(.months(12)))],
        ladder: [
          .init(.fromTheStart, .unread([.repair])), .init(.afterRepair, .unread([.repair, .replacement, .refund])),
        ], repair: .unread(.pause), freight: .unread(.seller),
        notes: ["Twelve months hold where the seller states no term."])
    ])

  private static func colombianWithdrawal(
    _ validity: Validity, _ refund: LegalFact<RefundDeadline>, basis: String
  ) -> WithdrawalRule {
    WithdrawalRule(
      validity, basis: basis, periods: [.distance: .read(.businessDays(5)), .awayFromPremises: .read(.businessDays(5))],
      start: .read(.delivery),
      exclusions: [
        .read(.personalUse), .read(.hygiene), .read(.perishable), .read(.madeToOrder), .read(.begunService), .read(.gambling),
        .read(.marketPriced),
      ],
      returnFreight: .read(.consumer), outboundFreight: .read(.all), refund: refund,
      refundWaitsFor: [.read(.paymentDetails), .read(.goods)], notes: ["Nothing may be deducted from the refund."])
  }
}
