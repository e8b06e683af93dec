import Logistics

extension CountryRules {
  /// Spain: the national days that no autonomous community may exchange, and Epiphany, which none does.
  ///
  /// When one falls on a Sunday, each community decides whether Monday is a day off instead: it is then no national day off.
  static let spain = CountryRules(
    "ES", years: 2016...2100,
    [
      HolidayRule("New Year's Day", "Año Nuevo", .date(month: 1, day: 1), notOnSunday, source: "Real Decreto 2001/1983 art. 45"),
      HolidayRule(
        "Epiphany", "Epifanía del Señor", .date(month: 1, day: 6), notOnSunday, source: "Real Decreto 2001/1983 art. 45"),
      HolidayRule("Good Friday", "Viernes Santo", .easter(-2), source: "Real Decreto 2001/1983 art. 45"),
      HolidayRule(
        "Labour Day", "Fiesta del Trabajo", .date(month: 5, day: 1), notOnSunday, source: "Real Decreto 2001/1983 art. 45"),
      HolidayRule(
        "Assumption Day", "Asunción de la Virgen", .date(month: 8, day: 15), notOnSunday, source: "Real Decreto 2001/1983 art. 45"
      ),
      HolidayRule("National Day", "Fiesta Nacional de España", .date(month: 10, day: 12), notOnSunday, source: "Ley 18/1987"),
      HolidayRule(
        "All Saints' Day", "Todos los Santos", .date(month: 11, day: 1), notOnSunday, source: "Real Decreto 2001/1983 art. 45"),
      HolidayRule(
        "Constitution Day", "Día de la Constitución Española", .date(month: 12, day: 6), notOnSunday,
        source: "Real Decreto 2001/1983 art. 45, as of Real Decreto 2964/1983"),
      HolidayRule(
        "Immaculate Conception", "Inmaculada Concepción", .date(month: 12, day: 8), notOnSunday,
        source: "Real Decreto 2001/1983 art. 45"),
      HolidayRule(
        "Christmas Day", "Natividad del Señor", .date(month: 12, day: 25), notOnSunday, source: "Real Decreto 2001/1983 art. 45"),
    ])

  private static let notOnSunday = HolidayObservance.only([.monday, .tuesday, .wednesday, .thursday, .friday, .saturday])
}
