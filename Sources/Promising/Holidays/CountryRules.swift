/// The holiday law of one country.
struct CountryRules: Sendable {
  /// The code of ISO 3166-1, two capital letters.
  let country: String
  /// The years for which the rules are complete.
  let years: ClosedRange<Int>
  /// The last year whose days by yearly decree are known; `nil` where no holiday depends on such a decree.
  let announcedThrough: Int?
  let rules: [HolidayRule]

  init(_ country: String, years: ClosedRange<Int>, announcedThrough: Int? = nil, _ rules: [HolidayRule]) {
    self.country = country
    self.years = years
    self.announcedThrough = announcedThrough
    self.rules = rules
  }

  /// Every country that is known, by code.
  static let all: [CountryRules] = [
    argentina, brazil, chile, colombia, ecuador, mexico, peru, portugal, spain, unitedKingdom, unitedStates, uruguay,
  ]
}
