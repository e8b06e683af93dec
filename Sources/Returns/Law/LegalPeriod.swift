public import Logistics
public import Promising

/// How long something may take, as laws count it: the day from which it is counted is not one of its days.
public enum LegalPeriod: Hashable, Sendable {
  /// So many days of the calendar, whatever days they are.
  case days(Int)
  /// So many days that are neither a day of the weekend nor a public holiday.
  case businessDays(Int)
  /// So many months: the last day bears the number of the first, or is the last of its month where there is no such day.
  case months(Int)

  /// The last day of the period, itself included.
  ///
  /// - Parameters:
  ///   - day: the day of the event from which the period is counted.
  ///   - weekend: the days of the week that are no business days.
  ///   - holidays: the public holidays that are none either.
  /// - Complexity: O(1), for business days O(days passed over).
  public func lastDay(after day: LocalDate, weekend: Set<Weekday>, holidays: Holidays?) -> LocalDate {
    switch self {
    case .days(let count): return day.adding(days: count)
    case .months(let count): return day.adding(months: count)
    case .businessDays(let count):
      var last = day
      var counted = 0
      // Ends even where every weekday is a weekend: a year without a business day counts them all.
      var idle = 0
      while counted < count {
        last = last.adding(days: 1)
        let isFree = weekend.contains(last.weekday) || (holidays?.contains(last) ?? false)
        idle = isFree ? idle + 1 : 0
        if !isFree || idle > 366 { counted += 1 }
      }
      return last
    }
  }
}

extension LegalPeriod: CustomStringConvertible {
  /// In words, as "10 days", "5 business days", "6 months".
  public var description: String {
    func words(_ count: Int, _ unit: String) -> String { "\(count) \(unit)\(count == 1 ? "" : "s")" }
    return switch self {
    case .days(let count): words(count, "day")
    case .businessDays(let count): words(count, "business day")
    case .months(let count): words(count, "month")
    }
  }
}
