import Logistics

extension CountryLaw {
  /// Mexico: Ley Federal de Protección al Consumidor.
  static let mexico = CountryLaw(
    country: "MX", zoneName: "America/Mexico_City", holidayCountry: "MX",
    withdrawal: [
      WithdrawalRule(
        basis: "LFPC art. 56",
        // Written for sales at the door; whether it reaches a plain purchase on the web is disputed.
        periods: [.awayFromPremises: .read(.businessDays(5)), .distance: .unread(.businessDays(5))],
        start: .read(.laterOfContractAndDelivery), returnFreight: .read(.consumer), outboundFreight: .unread(.unstated),
        refund: .read(.unstated),
        notes: ["Whether article 56 reaches plain web sales is disputed.", "The consumer pays freight and insurance."])
    ],
    guarantee: [
      GuaranteeRule(
        basis: "LFPC arts. 77, 79, 82, 92", terms: [.init(.any, .unread(.days(90)))],
        ladder: [.init(.fromTheStart, .unread([.replacement, .refund, .priceReduction]))],
        notes: [
          "Where a warranty is offered it lasts 90 days at least (art. 77); a bonus of 20 % may be due (art. 92 ter). Not verified."
        ])
    ])
}
