import Logistics

/// Numbers, amounts and times as people read them: a point between thousands, a comma before decimals, hours of the day.
struct ReportFormat {
  let currency: Currency

  /// A whole number with a point between thousands, as "1.234.567".
  func number(_ value: Int) -> String { (value < 0 ? "−" : "") + grouped(value.magnitude) }

  private func grouped(_ value: UInt) -> String {
    let digits = Array(String(value))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(".") }
      text.append(digit)
    }
    return text
  }

  /// An amount of minor units: pesos of Chile as "$1.234.567", all else with its code, as "EUR 12,50".
  func money(_ amount: Int) -> String {
    var scale: UInt = 1
    for _ in 0..<currency.decimals { scale *= 10 }
    let whole = grouped(amount.magnitude / scale)
    let rest = currency.decimals == 0 ? "" : "," + padded(Int(amount.magnitude % scale), currency.decimals)
    return (amount < 0 ? "−" : "") + (currency == .clp ? "$" : currency.code + "\u{a0}") + whole + rest
  }

  /// Thousandths of a unit to one decimal, none if it is zero: grams as kilograms, cubic centimetres as litres.
  func thousandths(_ value: Int) -> String {
    let tenths = (value + (value < 0 ? -50 : 50)) / 100
    let rest = abs(tenths % 10)
    return number(tenths / 10) + (rest == 0 ? "" : ",\(rest)")
  }

  /// Metres as whole kilometres, as "1.030 km".
  func kilometres(_ metres: Int) -> String { number((metres + 500) / 1000) + "\u{a0}km" }

  /// A share of one to one decimal, as "4,2 %".
  func percent(_ share: Double) -> String {
    guard share.isFinite, abs(share) < 1e12 else { return "–" }
    return thousandths(Int((share * 100_000).rounded())) + "\u{a0}%"
  }

  /// A part of a whole in whole percent, halves up; 0 of nothing.
  func percent(_ part: Int, of whole: Int) -> Int {
    whole > 0 ? Int((Double(part) / Double(whole) * 100).rounded()) : 0
  }

  /// Seconds as hours and minutes, as "5 h 07".
  func hours(_ seconds: Int) -> String {
    let minutes = (seconds + 30) / 60
    return "\(minutes / 60)\u{a0}h\u{a0}\(padded(minutes % 60, 2))"
  }

  /// The hours and minutes of a moment in ISO 8601, as "09:07".
  func clock(_ moment: String) -> String { String(moment.dropFirst(11).prefix(5)) }

  /// A span of two moments of one day, as "09:00–13:00".
  func span(_ from: String, _ until: String) -> String { "\(clock(from))–\(clock(until))" }

  /// A date in ISO 8601 in words, as "Wed 9 Dec".
  func day(_ date: String) -> String {
    guard let date = LocalDate(date.prefix(10)) else { return date }
    let (_, month, day) = date.civil
    return "\(Self.weekdays[date.weekday.rawValue - 1].prefix(3)) \(day) \(Self.months[month - 1].prefix(3))"
  }

  /// A date in ISO 8601 in full, as "Wednesday 9 December 2026".
  func fullDay(_ date: String) -> String {
    guard let date = LocalDate(date.prefix(10)) else { return date }
    let (year, month, day) = date.civil
    return "\(Self.weekdays[date.weekday.rawValue - 1]) \(day) \(Self.months[month - 1]) \(year)"
  }

  /// Seconds on the wall clock from midnight of `date` to a moment in ISO 8601; beyond 86,400 on the days after.
  ///
  /// The offset is left out: a timeline shows what the clocks say.
  func wallSeconds(_ moment: String, since date: String) -> Int {
    guard let start = LocalDate(date), let day = LocalDate(moment.prefix(10)),
      let time = LocalTime(moment.dropFirst(11).prefix(8))
    else { return 0 }
    return start.days(until: day) * 86_400 + time.secondOfDay
  }

  /// A count with its noun, as "1 stop" or "12 stops".
  func count(_ value: Int, _ noun: String) -> String { "\(number(value))\u{a0}\(noun)\(value == 1 ? "" : "s")" }

  private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
  ]
}
