extension CountryLaw {
  /// Ecuador: Ley Orgánica de Defensa del Consumidor, whose article 45 is told in two ways.
  static let ecuador = CountryLaw(
    country: "EC", zoneName: "America/Guayaquil", holidayCountry: "EC",
    withdrawal: [
      WithdrawalRule(
        basis: "Ley Orgánica de Defensa del Consumidor art. 45",
        periods: [.distance: .unread(.days(3)), .awayFromPremises: .unread(.days(3))], start: .read(.delivery),
        exclusions: [.read(.used), .unread(.perishable)], returnFreight: .unread(.unstated),
        outboundFreight: .unread(.unstated), refund: .unread(.unstated),
        notes: [
          "A reform is reported that gives 15 business days on every channel and forbids credit notes: sources differ, verify.",
          "The goods come back in the state in which they came, if their nature allows it.",
        ])
    ],
    guarantee: [
      GuaranteeRule(
        basis: "Ley Orgánica de Defensa del Consumidor", terms: [.init(.any, .unread(nil))],
        ladder: [.init(.fromTheStart, .read([.repair])), .init(.afterRepair, .read([.refund]))],
        notes: ["The term of the guarantee was not looked up."])
    ])
}
