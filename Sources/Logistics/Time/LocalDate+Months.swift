extension LocalDate {
  /// The day so many months later, or earlier if `months` is negative; the last day of the month where that has no such day:
  /// 31 January and a month make 28 or 29 February.
  public func adding(months: Int) -> LocalDate {
    let (year, month, day) = civil
    let index = year * 12 + month - 1 + months
    let newYear = index >= 0 ? index / 12 : (index - 11) / 12
    let newMonth = index - newYear * 12 + 1
    return LocalDate(
      dayNumber: Self.dayNumber(
        year: newYear, month: newMonth, day: min(day, Self.daysIn(month: newMonth, year: newYear))))
  }
}
