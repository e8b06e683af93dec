public import Logistics
public import Promising

/// What the law of one country, or of a union of countries, grants to who buys: data that the rights are worked out from.
///
/// A country is added by a value of this type; nothing else knows any country.
public struct CountryLaw: Hashable, Sendable {
  /// The code of ISO 3166-1, or `EU` for the directives alone.
  public let country: String
  /// The IANA name of the zone on whose calendar its days are counted.
  public let zoneName: String
  /// The country whose public holidays are no business days; `nil` for none.
  public let holidayCountry: String?
  /// The days of the week that are no business days.
  public let weekend: Set<Weekday>
  /// For contracts of different times.
  public let withdrawal: [WithdrawalRule]
  /// For contracts of different times.
  public let guarantee: [GuaranteeRule]

  /// A law.
  public init(
    country: String, zoneName: String, holidayCountry: String?, weekend: Set<Weekday> = [.saturday, .sunday],
    withdrawal: [WithdrawalRule], guarantee: [GuaranteeRule]
  ) {
    self.country = country
    self.zoneName = zoneName
    self.holidayCountry = holidayCountry
    self.weekend = weekend
    self.withdrawal = withdrawal
    self.guarantee = guarantee
  }

  /// The zone of ``zoneName``; UTC if this machine does not know it. Some milliseconds when first asked for.
  public var zone: Zone { ZoneTable.zone(named: zoneName) }

  /// The public holidays of ``holidayCountry``.
  public var holidays: Holidays? { holidayCountry.flatMap { Holidays(country: $0) } }

  /// The rule on withdrawal for a contract of a day, or `nil`: of two that hold the later one.
  public func withdrawal(on contract: LocalDate) -> WithdrawalRule? {
    withdrawal.filter { $0.validity.contains(contract) }
      .max { ($0.validity.since?.dayNumber ?? .min) < ($1.validity.since?.dayNumber ?? .min) }
  }

  /// The rule on the guarantee for a contract of a day, or `nil`: of two that hold the later one.
  public func guarantee(on contract: LocalDate) -> GuaranteeRule? {
    guarantee.filter { $0.validity.contains(contract) }
      .max { ($0.validity.since?.dayNumber ?? .min) < ($1.validity.since?.dayNumber ?? .min) }
  }
}
