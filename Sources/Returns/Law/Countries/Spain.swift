import Logistics

extension CountryLaw {
  /// Spain: RDL 1/2007, as amended by RDL 7/2021.
  static let spain = CountryLaw(
    country: "ES", zoneName: "Europe/Madrid", holidayCountry: "ES",
    withdrawal: [
      WithdrawalRule(
        .since("2014-06-13"), basis: "RDL 1/2007 arts. 102 to 108",
        periods: [.distance: .read(.days(14)), .awayFromPremises: .read(.days(30))], start: .read(.lastDelivery),
        uninformed: .unread(.further(.months(12))), exclusions: europeanExclusions, returnFreight: .unread(.consumer),
        outboundFreight: .unread(.standard), refund: .read(.within(.days(14))),
        refundWaitsFor: [.unread(.goodsOrProofOfSending)],
        notes: ["The seller pays the way back if it took that on, or did not say that the consumer does; not verified."])
    ],
    guarantee: [
      GuaranteeRule(
        .through("2021-12-31"), basis: "RDL 1/2007 arts. 114 to 124, before RDL 7/2021",
        terms: [.init(.secondHand, .unread(.months(12))), .init(.any, .unread(.months(24)))],
        presumption: .unread(.months(6)), ladder: europeanLadder, repair: .unread(.pause), freight: .unread(.seller)),
      GuaranteeRule(
        .since("2022-01-01"), basis: "RDL 1/2007 arts. 114 to 124",
        terms: [
          .init(.digital, .read(.months(24))), .init(.secondHand, .read(.months(12))), .init(.any, .read(.months(36))),
        ],
        presumption: .read(.months(24)), ladder: europeanLadder, repair: .unread(.pause), freight: .unread(.seller),
        notes: ["Used goods: a year at least, if the parties agreed on less than three. Spare parts are kept for ten years."]),
    ])
}
