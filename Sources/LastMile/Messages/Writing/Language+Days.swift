import Logistics

/// Days as people write them: "lunes 23 de noviembre", "Monday 23 November", "segunda-feira, 23 de novembro". Without a year, as
/// what is promised is near, but where it is about rights, which last for years.
extension Language {
  /// Monday first.
  var weekdays: [String] {
    switch self {
    case .es: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"]
    case .en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    case .pt:
      ["segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"]
    }
  }

  /// January first.
  var months: [String] {
    switch self {
    case .es:
      [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
        "diciembre",
      ]
    case .en:
      [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
      ]
    case .pt:
      [
        "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro",
        "dezembro",
      ]
    }
  }

  func day(_ date: LocalDate, _ form: WordForm = .plain) -> String {
    let (_, month, day) = date.civil
    let (weekday, name) = (weekdays[date.weekday.rawValue - 1], months[month - 1])
    let written =
      switch self {
      case .es: "\(weekday) \(day) de \(name)"
      case .en: "\(weekday) \(day) \(name)"
      // Of a month only the first day is an ordinal in Portuguese.
      case .pt: "\(weekday), \(day == 1 ? "1º" : "\(day)") de \(name)"
      }
    return lead(form, before: date.weekday) + written
  }

  /// A day with its year: "lunes 23 de noviembre de 2026", "Monday 23 November 2026", "segunda-feira, 23 de novembro de 2026".
  func date(_ date: LocalDate, _ form: WordForm = .plain) -> String {
    "\(day(date, form))\(self == .en ? " " : " de ")\(date.civil.year)"
  }

  /// Consecutive days with their own words: "on Monday …", "from Monday … to Wednesday …".
  func days(_ first: LocalDate, _ last: LocalDate) -> String {
    guard first < last else { return day(first, .on) }
    return switch self {
    case .es: "\(day(first, .of)) \(day(last, .to))"
    case .en: "from \(day(first)) to \(day(last))"
    case .pt: "de \(day(first)), a \(day(last))"
    }
  }

  private func lead(_ form: WordForm, before weekday: Weekday) -> String {
    // "a segunda-feira", but "o sábado".
    let isMasculine = weekday == .saturday || weekday == .sunday
    return switch (form, self) {
    case (.on, .es): "el "
    case (.on, .en): "on "
    case (.on, .pt): isMasculine ? "no " : "na "
    case (.of, .es): "del "
    case (.of, .en): "of "
    case (.of, .pt): isMasculine ? "do " : "da "
    case (.to, .es): "al "
    case (.to, .en): "to "
    case (.to, .pt): isMasculine ? "para o " : "para a "
    case (.plain, _), (.at, _), (.the, _): ""
    }
  }
}
