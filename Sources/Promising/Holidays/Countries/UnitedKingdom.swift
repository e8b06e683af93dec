import Logistics

extension CountryRules {
  /// The United Kingdom: the days that are holidays in all its nations. Easter Monday, the late summer holiday and the saints'
  /// days are not among them.
  ///
  /// In lieu of a day at the weekend the next working day is a holiday too; both are listed.
  static let unitedKingdom = CountryRules(
    "GB", years: 2016...2100,
    [
      HolidayRule(
        "New Year's Day", "New Year's Day", .date(month: 1, day: 1), nextWorkday,
        source: "royal proclamation under the Banking and Financial Dealings Act 1971 s. 1"),
      HolidayRule(
        "Good Friday", "Good Friday", .easter(-2),
        source: "common law; in Scotland Banking and Financial Dealings Act 1971 sch. 1"),
      HolidayRule(
        "May Day", "Early May bank holiday", .weekday(.monday, nth: 1, month: 5), except: [2020],
        source: "royal proclamation under the Banking and Financial Dealings Act 1971 s. 1"),
      HolidayRule(
        "May Day", "Early May bank holiday, 75th anniversary of VE Day", .once(year: 2020, month: 5, day: 8),
        source: "royal proclamation under the Banking and Financial Dealings Act 1971 s. 1"),
      HolidayRule(
        "Coronation of Charles III", "Coronation of King Charles III", .once(year: 2023, month: 5, day: 8),
        source: "royal proclamation under the Banking and Financial Dealings Act 1971 s. 1"),
      HolidayRule(
        "Spring Bank Holiday", "Spring bank holiday", .lastWeekday(.monday, month: 5), except: [2022],
        source: "Banking and Financial Dealings Act 1971 sch. 1"),
      HolidayRule(
        "Spring Bank Holiday", "Spring bank holiday", .once(year: 2022, month: 6, day: 2),
        source: "royal proclamation under the Banking and Financial Dealings Act 1971 s. 1"),
      HolidayRule(
        "Platinum Jubilee of Elizabeth II", "Platinum Jubilee bank holiday", .once(year: 2022, month: 6, day: 3),
        source: "royal proclamation under the Banking and Financial Dealings Act 1971 s. 1"),
      HolidayRule(
        "State Funeral of Queen Elizabeth II", "State Funeral of Queen Elizabeth II", .once(year: 2022, month: 9, day: 19),
        source: "royal proclamation under the Banking and Financial Dealings Act 1971 s. 1"),
      HolidayRule(
        "Christmas Day", "Christmas Day", .date(month: 12, day: 25), twoDaysOn,
        source: "common law; Banking and Financial Dealings Act 1971 sch. 1"),
      HolidayRule(
        "Boxing Day", "Boxing Day", .date(month: 12, day: 26), twoDaysOn, source: "Banking and Financial Dealings Act 1971 sch. 1"
      ),
    ])

  private static let nextWorkday = HolidayObservance.substituted([.saturday: 2, .sunday: 1])

  /// Christmas and Boxing Day follow each other, so that the substitute of either lies behind the other or its substitute.
  private static let twoDaysOn = HolidayObservance.substituted([.saturday: 2, .sunday: 2])
}
