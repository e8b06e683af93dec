import Logistics

extension CountryRules {
  /// Mexico: the days of compulsory rest of the labour law.
  ///
  /// Days of federal elections are rest days too (fraction IX); they fall on Sundays.
  static let mexico = CountryRules(
    "MX", years: 2016...2100,
    [
      HolidayRule("New Year's Day", "Año Nuevo", .date(month: 1, day: 1), source: "Ley Federal del Trabajo art. 74 I"),
      HolidayRule(
        "Constitution Day", "Día de la Constitución", .weekday(.monday, nth: 1, month: 2),
        source: "Ley Federal del Trabajo art. 74 II"),
      HolidayRule(
        "Benito Juárez's birthday", "Natalicio de Benito Juárez", .weekday(.monday, nth: 3, month: 3),
        source: "Ley Federal del Trabajo art. 74 III"),
      HolidayRule("Labour Day", "Día del Trabajo", .date(month: 5, day: 1), source: "Ley Federal del Trabajo art. 74 IV"),
      HolidayRule(
        "Independence Day", "Día de la Independencia", .date(month: 9, day: 16), source: "Ley Federal del Trabajo art. 74 V"),
      HolidayRule(
        "Change of Federal Government", "Transmisión del Poder Ejecutivo Federal",
        .every(years: 6, since: 1934, month: 12, day: 1), through: 2018, source: "Ley Federal del Trabajo art. 74 VII"),
      HolidayRule(
        "Change of Federal Government", "Transmisión del Poder Ejecutivo Federal",
        .every(years: 6, since: 2024, month: 10, day: 1),
        source: "Ley Federal del Trabajo art. 74 VII, Constitución art. 83 as of 2014"),
      HolidayRule(
        "Revolution Day", "Día de la Revolución", .weekday(.monday, nth: 3, month: 11),
        source: "Ley Federal del Trabajo art. 74 VI"),
      HolidayRule("Christmas Day", "Navidad", .date(month: 12, day: 25), source: "Ley Federal del Trabajo art. 74 VIII"),
    ])
}
