import Logistics

extension CountryLaw {
  /// Argentina: Ley 24.240 and Código Civil y Comercial.
  static let argentina = CountryLaw(
    country: "AR", zoneName: "America/Argentina/Buenos_Aires", holidayCountry: "AR",
    withdrawal: [
      WithdrawalRule(
        basis: "Ley 24.240 art. 34, CCyC arts. 1110 to 1116",
        periods: [.distance: .read(.days(10)), .awayFromPremises: .read(.days(10))],
        start: .read(.laterOfContractAndDelivery),
        exclusions: [
          .unread(.madeToOrder), .unread(.perishable), .unread(.sealedMedia, .opened), .unread(.digital, .opened),
          .unread(.press),
        ],
        returnFreight: .read(.seller), outboundFreight: .unread(.all), refund: .unread(.unstated),
        notes: [
          "The right cannot be waived.",
          "A shop on the web shows the link \"Botón de arrepentimiento\" and asks for no registration (Res. SCI 424/2020).",
        ])
    ],
    guarantee: [
      GuaranteeRule(
        basis: "Ley 24.240 arts. 11 to 17",
        terms: [.init(.secondHand, .read(.months(3))), .init(.any, .read(.months(6)))],
        ladder: [
          .init(.fromTheStart, .read([.repair])), .init(.afterRepair, .read([.replacement, .refund, .priceReduction])),
        ], repair: .unread(.pause), replacement: .read(.newClock), freight: .read(.seller),
        notes: ["A refund is of the current price."])
    ])
}
