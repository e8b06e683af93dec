import Logistics

extension CountryRules {
  /// Uruguay: the paid days without work. The other national days, moved to Mondays by Ley 16.805, are working days.
  static let uruguay = CountryRules(
    "UY", years: 2016...2100,
    [
      HolidayRule("New Year's Day", "Año Nuevo", .date(month: 1, day: 1), source: "Ley 12.590 of 1958 art. 18"),
      HolidayRule(
        "Presidential Inauguration Day", "Transmisión del mando presidencial", .every(years: 5, since: 1985, month: 3, day: 1),
        source: "Decreto-Ley 10.396; Decreto 120/985"),
      HolidayRule("Workers' Day", "Día de los Trabajadores", .date(month: 5, day: 1), source: "Ley 12.590 of 1958 art. 18"),
      HolidayRule("Constitution Day", "Jura de la Constitución", .date(month: 7, day: 18), source: "Ley 12.590 of 1958 art. 18"),
      HolidayRule(
        "Independence Declaration Day", "Declaratoria de la Independencia", .date(month: 8, day: 25),
        source: "Ley 12.590 of 1958 art. 18"),
      HolidayRule("Family Day", "Día de la Familia", .date(month: 12, day: 25), source: "Ley 12.590 of 1958 art. 18"),
    ])
}
