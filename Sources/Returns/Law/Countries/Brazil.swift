extension CountryLaw {
  /// Brazil: Código de Defesa do Consumidor, Lei 8.078 of 1990.
  static let brazil = CountryLaw(
    country: "BR", zoneName: "America/Sao_Paulo", holidayCountry: "BR",
    withdrawal: [
      WithdrawalRule(
        basis: "CDC (Lei 8.078/90) art. 49, Dec. 7.962/2013",
        periods: [.distance: .read(.days(7)), .awayFromPremises: .read(.days(7))],
        start: .read(.laterOfContractAndDelivery), returnFreight: .read(.seller), outboundFreight: .read(.all),
        refund: .read(.atOnce),
        notes: [
          "The sums are indexed.", "That the seller pays the way back is practice and case law; the text is silent.",
        ])
    ],
    guarantee: [
      GuaranteeRule(
        basis: "CDC (Lei 8.078/90) arts. 18 and 26",
        terms: [.init(.notDurable, .read(.days(30))), .init(.any, .read(.days(90)))], startsAtDiscovery: .read(true),
        ladder: [
          .init(.fromTheStart, .read([.repair])), .init(.uncured(days: 30), .read([.replacement, .refund, .priceReduction])),
          .init(.afterRepair, .read([.replacement, .refund, .priceReduction])),
          .init(.essential, .unread([.replacement, .refund, .priceReduction])),
        ], freight: .unread(.seller), notes: ["The term is that within which to claim."])
    ])
}
