extension CountryLaw {
  /// The United States: federal law alone, which knows neither right for a purchase on the web. States may.
  static let unitedStates = CountryLaw(
    country: "US", zoneName: "America/New_York", holidayCountry: "US",
    withdrawal: [
      WithdrawalRule(
        basis: "no federal law", periods: [:], start: .read(.delivery), returnFreight: .read(.unstated),
        outboundFreight: .read(.unstated), refund: .read(.unstated),
        notes: [
          "A seller that cannot ship in the time it stated, or in 30 days, refunds unasked unless the buyer agrees to wait (16 CFR 435)."
        ])
    ],
    guarantee: [
      GuaranteeRule(
        basis: "no federal law", terms: [], ladder: [],
        notes: ["States know implied warranties (UCC), and Magnuson-Moss rules written ones; not verified."])
    ])
}
