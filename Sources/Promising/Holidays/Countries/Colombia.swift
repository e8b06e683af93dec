import Logistics

extension CountryRules {
  /// Colombia. Ley 51 of 1983, after its author the Ley Emiliani, moves ten of the days to the next Monday; the three that count
  /// from Easter and move fall 43, 64 and 71 days after it.
  static let colombia = CountryRules(
    "CO", years: 2016...2100,
    [
      HolidayRule(
        "New Year's Day", "Año Nuevo", .date(month: 1, day: 1),
        source: "Código Sustantivo del Trabajo art. 177, as of Ley 51 of 1983"),
      HolidayRule(
        "Epiphany", "Día de los Reyes Magos", .date(month: 1, day: 6), nextMonday,
        source: "Código Sustantivo del Trabajo art. 177, as of Ley 51 of 1983"),
      HolidayRule(
        "Saint Joseph's Day", "Día de San José", .date(month: 3, day: 19), nextMonday,
        source: "Código Sustantivo del Trabajo art. 177, as of Ley 51 of 1983"),
      HolidayRule(
        "Maundy Thursday", "Jueves Santo", .easter(-3), source: "Código Sustantivo del Trabajo art. 177, as of Ley 51 of 1983"),
      HolidayRule(
        "Good Friday", "Viernes Santo", .easter(-2), source: "Código Sustantivo del Trabajo art. 177, as of Ley 51 of 1983"),
      HolidayRule(
        "Labour Day", "Día del Trabajo", .date(month: 5, day: 1),
        source: "Código Sustantivo del Trabajo art. 177, as of Ley 51 of 1983"),
      HolidayRule(
        "Ascension Day", "Ascensión del Señor", .easter(39), nextMonday,
        source: "Código Sustantivo del Trabajo art. 177, as of Ley 51 of 1983"),
      HolidayRule(
        "Corpus Christi", "Corpus Christi", .easter(60), nextMonday,
        source: "Código Sustantivo del Trabajo art. 177, as of Ley 51 of 1983"),
      HolidayRule(
        "Sacred Heart", "Sagrado Corazón de Jesús", .easter(68), nextMonday,
        source: "Código Sustantivo del Trabajo art. 177, as of Ley 51 of 1983"),
      HolidayRule(
        "Saint Peter and Saint Paul's Day", "San Pedro y San Pablo", .date(month: 6, day: 29), nextMonday,
        source: "Código Sustantivo del Trabajo art. 177, as of Ley 51 of 1983"),
      HolidayRule(
        "Day of Our Lady of the Rosary of Chiquinquirá", "Virgen de Chiquinquirá", .date(month: 7, day: 9), nextMonday,
        from: 2026, source: "Ley 2578 of 2026 art. 6, moved by Ley 51 of 1983"),
      HolidayRule(
        "Independence Day", "Día de la Independencia", .date(month: 7, day: 20),
        source: "Código Sustantivo del Trabajo art. 177, as of Ley 51 of 1983"),
      HolidayRule(
        "Battle of Boyacá", "Batalla de Boyacá", .date(month: 8, day: 7),
        source: "Código Sustantivo del Trabajo art. 177, as of Ley 51 of 1983"),
      HolidayRule(
        "Assumption Day", "Asunción de la Virgen", .date(month: 8, day: 15), nextMonday,
        source: "Código Sustantivo del Trabajo art. 177, as of Ley 51 of 1983"),
      HolidayRule(
        "Columbus Day", "Día de la Raza", .date(month: 10, day: 12), nextMonday,
        source: "Código Sustantivo del Trabajo art. 177, as of Ley 51 of 1983"),
      HolidayRule(
        "All Saints' Day", "Día de Todos los Santos", .date(month: 11, day: 1), nextMonday,
        source: "Código Sustantivo del Trabajo art. 177, as of Ley 51 of 1983"),
      HolidayRule(
        "Independence of Cartagena", "Independencia de Cartagena", .date(month: 11, day: 11), nextMonday,
        source: "Código Sustantivo del Trabajo art. 177, as of Ley 51 of 1983"),
      HolidayRule(
        "Immaculate Conception", "Inmaculada Concepción", .date(month: 12, day: 8),
        source: "Código Sustantivo del Trabajo art. 177, as of Ley 51 of 1983"),
      HolidayRule(
        "Christmas Day", "Navidad", .date(month: 12, day: 25),
        source: "Código Sustantivo del Trabajo art. 177, as of Ley 51 of 1983"),
    ])

  /// Every day but a Monday to the Monday that follows.
  private static let nextMonday = HolidayObservance.moved([
    .tuesday: 6, .wednesday: 5, .thursday: 4, .friday: 3, .saturday: 2, .sunday: 1,
  ])
}
