import Logistics

/// One sentence of a holiday law as data: which day, in which years, what happens on which weekday, and who says so.
struct HolidayRule: Sendable {
  let name: String
  let localName: String
  let basis: HolidayBasis
  let observance: HolidayObservance
  /// The years in which the rule holds; the year is that of the day before it is moved.
  let years: ClosedRange<Int>
  /// Years in `years` for which another law put the day elsewhere.
  let exceptions: Set<Int>
  let source: String
  let verified: Bool

  init(
    _ name: String, _ localName: String, _ basis: HolidayBasis, _ observance: HolidayObservance = .asItFalls,
    from first: Int = 1, through last: Int = 9998, except exceptions: Set<Int> = [], source: String, verified: Bool = false
  ) {
    self.name = name
    self.localName = localName
    self.basis = basis
    self.observance = observance
    self.years = first...last
    self.exceptions = exceptions
    self.source = source
    self.verified = verified
  }

  /// The days off that the rule gives for a day of `year`; a moved one may lie in the year before or after.
  func days(of year: Int) -> [Holiday] {
    guard years.contains(year), !exceptions.contains(year), let date = basis.date(in: year) else { return [] }
    return observance.daysOff(for: date).map { day in
      let substitute = observance.isSubstitute(day, for: date)
      return Holiday(
        date: day, name: substitute ? name + " (observed)" : name, localName: localName, source: source, verified: verified)
    }
  }
}
