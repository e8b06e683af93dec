import Logistics

extension CountryRules {
  /// The United States: the federal holidays.
  ///
  /// In lieu of a Saturday the federal service rests on Friday (5 U.S.C. 6103(b)), of a Sunday on Monday (Executive Order 11582).
  /// Both days are listed: who works on weekends rests on the day itself.
  static let unitedStates = CountryRules(
    "US", years: 2016...2100,
    [
      HolidayRule("New Year's Day", "New Year's Day", .date(month: 1, day: 1), nearestWorkday, source: "5 U.S.C. 6103(a)"),
      HolidayRule(
        "Martin Luther King Jr. Day", "Birthday of Martin Luther King, Jr.", .weekday(.monday, nth: 3, month: 1),
        source: "5 U.S.C. 6103(a)"),
      HolidayRule(
        "Washington's Birthday", "Washington's Birthday", .weekday(.monday, nth: 3, month: 2), source: "5 U.S.C. 6103(a)"),
      HolidayRule("Memorial Day", "Memorial Day", .lastWeekday(.monday, month: 5), source: "5 U.S.C. 6103(a)"),
      HolidayRule(
        "Juneteenth National Independence Day", "Juneteenth National Independence Day", .date(month: 6, day: 19), nearestWorkday,
        from: 2021, source: "5 U.S.C. 6103(a), as of Public Law 117-17"),
      HolidayRule("Independence Day", "Independence Day", .date(month: 7, day: 4), nearestWorkday, source: "5 U.S.C. 6103(a)"),
      HolidayRule("Labor Day", "Labor Day", .weekday(.monday, nth: 1, month: 9), source: "5 U.S.C. 6103(a)"),
      HolidayRule("Columbus Day", "Columbus Day", .weekday(.monday, nth: 2, month: 10), source: "5 U.S.C. 6103(a)"),
      HolidayRule("Veterans Day", "Veterans Day", .date(month: 11, day: 11), nearestWorkday, source: "5 U.S.C. 6103(a)"),
      HolidayRule("Thanksgiving Day", "Thanksgiving Day", .weekday(.thursday, nth: 4, month: 11), source: "5 U.S.C. 6103(a)"),
      HolidayRule("Christmas Day", "Christmas Day", .date(month: 12, day: 25), nearestWorkday, source: "5 U.S.C. 6103(a)"),
    ])

  private static let nearestWorkday = HolidayObservance.substituted([.saturday: -1, .sunday: 1])
}
