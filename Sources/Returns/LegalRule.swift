public import Logistics

/// A right as the law of one country grants it from one day on: data, not code, so that a country is added by adding rules.
public struct LegalRule: Hashable, Sendable {
  /// How long a right lasts from the delivery.
  public enum Period: Hashable, Sendable {
    /// So many calendar days: the last is delivery plus so many.
    case days(Int)
    /// So many calendar months.
    case months(Int)
  }

  /// The country, by its ISO 3166 code.
  public let country: String
  public let right: ConsumerRight
  public let period: Period
  /// The first day of delivery that the rule holds for.
  public let since: LocalDate
  /// The law, for people.
  public let basis: String
  /// Whether somebody has read the text of the law itself for this rule.
  public let verified: Bool

  /// A rule, for a country or a shop that grants more than the law.
  public init(country: String, right: ConsumerRight, period: Period, since: LocalDate, basis: String, verified: Bool) {
    self.country = country
    self.right = right
    self.period = period
    self.since = since
    self.basis = basis
    self.verified = verified
  }

  /// The last day on which goods of a delivery may be announced to come back.
  public func lastDay(deliveredOn delivery: LocalDate) -> LocalDate {
    switch period {
    case .days(let days): delivery.adding(days: days)
    case .months(let months): delivery.adding(months: months)
    }
  }

  /// Every rule that is known so far. Not legal advice.
  public static let known: [LegalRule] = [
    LegalRule(
      country: "CL", right: .withdrawal, period: .days(10), since: LocalDate("2021-12-24")!,
      basis: "Ley 19.496 art. 3 bis, as amended by Ley 21.398", verified: false),
    LegalRule(
      country: "CL", right: .legalGuarantee, period: .months(6), since: LocalDate("2021-12-24")!,
      basis: "Ley 19.496 arts. 20 and 21, as amended by Ley 21.398", verified: false),
  ]
}
