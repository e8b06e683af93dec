import Logistics

extension CountryRules {
  /// Ecuador, from 2017, the first year of the reform that moves the rest to long weekends. What is moved is the day off: the day
  /// itself is then a working day.
  static let ecuador = CountryRules(
    "EC", years: 2017...2100,
    [
      HolidayRule(
        "New Year's Day", "Año Nuevo", .date(month: 1, day: 1), offWeekend,
        source: "Código del Trabajo art. 65, as of the reform of December 2016"),
      HolidayRule("Carnival", "Carnaval", .easter(-48), source: "Código del Trabajo art. 65"),
      HolidayRule("Carnival", "Carnaval", .easter(-47), source: "Código del Trabajo art. 65"),
      HolidayRule("Good Friday", "Viernes Santo", .easter(-2), source: "Código del Trabajo art. 65"),
      HolidayRule(
        "Labour Day", "Día del Trabajo", .date(month: 5, day: 1), longWeekend,
        source: "Código del Trabajo art. 65, as of the reform of December 2016"),
      HolidayRule(
        "The Battle of Pichincha", "Batalla de Pichincha", .date(month: 5, day: 24), longWeekend,
        source: "Código del Trabajo art. 65, as of the reform of December 2016"),
      HolidayRule(
        "Declaration of Independence of Quito", "Primer Grito de Independencia", .date(month: 8, day: 10), longWeekend,
        source: "Código del Trabajo art. 65, as of the reform of December 2016"),
      HolidayRule(
        "Independence of Guayaquil", "Independencia de Guayaquil", .date(month: 10, day: 9), longWeekend,
        source: "Código del Trabajo art. 65, as of the reform of December 2016"),
      HolidayRule(
        "All Souls' Day", "Día de los Difuntos", .date(month: 11, day: 2), .moved([.wednesday: 2, .saturday: -1, .sunday: 2]),
        source: "Código del Trabajo art. 65, as of the reform of December 2016"),
      HolidayRule(
        "Independence of Cuenca", "Independencia de Cuenca", .date(month: 11, day: 3),
        .moved([.wednesday: -2, .saturday: -2, .sunday: 1]),
        source: "Código del Trabajo art. 65, as of the reform of December 2016"),
      HolidayRule(
        "Christmas Day", "Navidad", .date(month: 12, day: 25), offWeekend,
        source: "Código del Trabajo art. 65, as of the reform of December 2016"),
    ])

  /// Saturday to Friday, Sunday and Tuesday to Monday, Wednesday and Thursday to Friday. The two days of November follow each
  /// other and have a table of their own: one of the two moves so that both touch the same weekend.
  private static let longWeekend = HolidayObservance.moved([
    .tuesday: -1, .wednesday: 2, .thursday: 1, .saturday: -1, .sunday: 1,
  ])

  /// New Year and Christmas stay in the middle of a week.
  private static let offWeekend = HolidayObservance.moved([.saturday: -1, .sunday: 1])
}
