import Logistics
import Promising

/// Times in whole minutes on a clock of 24 hours: "14:05", "9:05" in Spanish, "09:05" in English, "14h05" and "9h" in Portuguese.
extension Language {
  func time(_ time: LocalTime, _ form: WordForm = .plain) -> String {
    let (hour, minute) = (time.secondOfDay / 3600, time.secondOfDay / 60 % 60)
    let written =
      switch self {
      case .es: "\(hour):\(padded(minute, 2))"
      case .en: "\(padded(hour, 2)):\(padded(minute, 2))"
      case .pt: minute == 0 ? "\(hour)h" : "\(hour)h\(padded(minute, 2))"
      }
    return lead(form, before: hour) + written
  }

  /// A day with a time: "el lunes 23 de noviembre a las 14:05".
  func moment(_ moment: WallTime, _ form: WordForm = .plain) -> String { self.moment(moment.date, moment.time, form) }

  func moment(_ date: LocalDate, _ clock: LocalTime, _ form: WordForm = .plain) -> String {
    let comma = self == .pt ? "," : ""
    return "\(day(date, form))\(comma) \(time(clock, .at))"
  }

  private func lead(_ form: WordForm, before hour: Int) -> String {
    // "la 1:05", "à 1h05"; at midnight "las 0:00", but "à 0h".
    let isOne = hour == 1 || hour == 0 && self == .pt
    return switch (form, self) {
    case (.at, .es): isOne ? "a la " : "a las "
    case (.at, .en): "at "
    case (.at, .pt): isOne ? "à " : "às "
    case (.the, .es): isOne ? "la " : "las "
    case (.the, .en): ""
    case (.the, .pt): isOne ? "a " : "as "
    case (.of, .es): isOne ? "de la " : "de las "
    case (.of, .en): "of "
    case (.of, .pt): isOne ? "da " : "das "
    case (.plain, _), (.on, _), (.to, _): ""
    }
  }
}
