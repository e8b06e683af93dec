extension CountryLaw {
  /// Peru: Ley 29571, Código de Protección y Defensa del Consumidor.
  static let peru = CountryLaw(
    country: "PE", zoneName: "America/Lima", holidayCountry: "PE",
    withdrawal: [
      WithdrawalRule(
        basis: "Ley 29571 arts. 58 and 59", periods: [:], start: .unread(.delivery), returnFreight: .unread(.unstated),
        outboundFreight: .unread(.unstated), refund: .unread(.unstated),
        notes: [
          "There is no general right of withdrawal; seven days after aggressive or misleading selling (art. 59), not verified."
        ])
    ],
    guarantee: [
      GuaranteeRule(
        basis: "Ley 29571 art. 97", terms: [.init(.any, .unread(nil))],
        ladder: [.init(.fromTheStart, .read([.repair, .replacement, .refund]))],
        notes: ["A refund is of the price at the time of the return if that is higher, with interest (art. 97)."])
    ])
}
