public import Logistics

extension WorkingCalendar {
  /// The first working day on or after a day; `nil` if there is none in ``knownDays``.
  ///
  /// - Complexity: O(days passed over), at most the days of ``knownDays``.
  public func nextWorkingDay(onOrAfter date: LocalDate) -> LocalDate? {
    var day = max(date, knownDays.lowerBound)
    while day <= knownDays.upperBound {
      if isWorkingDay(day) { return day }
      day = day.adding(days: 1)
    }
    return nil
  }

  /// The last working day on or before a day; `nil` if there is none in ``knownDays``.
  public func previousWorkingDay(onOrBefore date: LocalDate) -> LocalDate? {
    var day = min(date, knownDays.upperBound)
    while day >= knownDays.lowerBound {
      if isWorkingDay(day) { return day }
      day = day.adding(days: -1)
    }
    return nil
  }

  /// The day that lies so many working days after a day: with 1, the first working day after it. With 0 it is the first working
  /// day on or after it. `nil` if ``knownDays`` ends before.
  ///
  /// - Precondition: `workingDays` is not negative.
  /// - Complexity: O(days passed over), at most the days of ``knownDays``.
  public func adding(workingDays: Int, to date: LocalDate) -> LocalDate? {
    precondition(workingDays >= 0, "\(workingDays) working days")
    guard workingDays > 0 else { return nextWorkingDay(onOrAfter: date) }
    guard date < knownDays.upperBound else { return nil }
    var day = date
    for _ in 0..<workingDays {
      guard let next = nextWorkingDay(onOrAfter: day.adding(days: 1)) else { return nil }
      day = next
    }
    return day
  }
}
