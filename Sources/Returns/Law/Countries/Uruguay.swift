import Logistics

extension CountryLaw {
  /// Uruguay: Ley 17.250, with the exclusions of art. 16 bis that came with Ley 19.924.
  static let uruguay = CountryLaw(
    country: "UY", zoneName: "America/Montevideo", holidayCountry: "UY",
    withdrawal: [
      WithdrawalRule(
        basis: "Ley 17.250 arts. 16 and 16 bis",
        periods: [.distance: .read(.businessDays(5)), .awayFromPremises: .read(.businessDays(5))],
        start: .read(.laterOfContractAndDelivery),
        exclusions: [
          .read(.madeToOrder, since: uruguayanExclusions), .read(.perishable, since: uruguayanExclusions),
          .read(.hygiene, since: uruguayanExclusions), .read(.sealedMedia, .opened, since: uruguayanExclusions),
          .read(.press, since: uruguayanExclusions), .read(.datedLeisure, since: uruguayanExclusions),
          .read(.auctioned, since: uruguayanExclusions),
          // Goods come back without having been used.
          .read(.used),
        ],
        returnFreight: .read(.consumer), outboundFreight: .unread(.all), refund: .read(.atOnce),
        notes: [
          "Each party bears the cost of giving back what it got.",
          "The customer may count from the contract or from the delivery.",
        ])
    ],
    guarantee: [
      GuaranteeRule(
        basis: "Ley 17.250 art. 37", terms: [.init(.notDurable, .unread(.days(30))), .init(.any, .unread(.days(90)))],
        ladder: [.init(.fromTheStart, .unread([.repair, .replacement, .refund]))],
        notes: ["The term is that within which to claim."])
    ])

  private static let uruguayanExclusions = LocalDate("2021-01-01")!
}
