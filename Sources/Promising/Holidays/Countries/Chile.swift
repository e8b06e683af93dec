import Logistics

extension CountryRules {
  /// Chile, from 2003: what came with Ley 19.668 of 2000, which moves holidays to Mondays, and after it.
  ///
  /// Days of elections are holidays too (Ley 18.700), but their dates come from the electoral calendar.
  static let chile = CountryRules(
    "CL", years: 2003...2100,
    [
      HolidayRule("New Year's Day", "Año Nuevo", .date(month: 1, day: 1), source: "Ley 2.977 art. 1"),
      HolidayRule(
        "National Holiday", "Feriado nacional", .date(month: 1, day: 2), .only([.monday]), from: 2017, source: "Ley 20.983"),
      HolidayRule("Good Friday", "Viernes Santo", .easter(-2), source: "Ley 2.977 art. 1"),
      HolidayRule("Holy Saturday", "Sábado Santo", .easter(-1), source: "Ley 2.977 art. 1"),
      HolidayRule(
        "National Population and Housing Census", "Censo de Población y Vivienda", .once(year: 2017, month: 4, day: 19),
        source: "Ley 17.374 art. 44, as replaced in 2017"),
      HolidayRule(
        "Labour Day", "Día Nacional del Trabajo", .date(month: 5, day: 1), source: "Código del Trabajo art. 35"),
      HolidayRule("Navy Day", "Día de las Glorias Navales", .date(month: 5, day: 21), source: "Ley 2.977 art. 1"),
      HolidayRule(
        "Corpus Christi", "Corpus Christi", .easter(60), nearestMonday, through: 2006,
        source: "Ley 18.607, moved by Ley 19.668, ended by Ley 20.148"),
      // The first one was fixed by name: the solstice itself was on the 20th at 23:32 in Chile.
      HolidayRule(
        "National Indigenous Peoples Day", "Día Nacional de los Pueblos Indígenas", .once(year: 2021, month: 6, day: 21),
        source: "Ley 21.357, transitory article"),
      HolidayRule(
        "National Indigenous Peoples Day", "Día Nacional de los Pueblos Indígenas", .solsticeOfJune(offset: -4 * 3600),
        from: 2022, source: "Ley 21.357 artículo único"),
      HolidayRule(
        "Saint Peter and Saint Paul's Day", "San Pedro y San Pablo", .date(month: 6, day: 29), nearestMonday,
        source: "Ley 18.432, moved by Ley 19.668"),
      HolidayRule(
        "Our Lady of Mount Carmel", "Virgen del Carmen", .date(month: 7, day: 16), from: 2007, source: "Ley 20.148"),
      HolidayRule(
        "Assumption Day", "Asunción de la Virgen", .date(month: 8, day: 15), source: "Ley 2.977 art. 1"),
      HolidayRule(
        "National Holiday", "Feriado nacional", .once(year: 2022, month: 9, day: 16), source: "Ley 21.482"),
      HolidayRule(
        "National Holiday", "Fiestas Patrias", .date(month: 9, day: 17), .only([.monday]), from: 2007, source: "Ley 20.215"),
      HolidayRule(
        "National Holiday", "Fiestas Patrias", .date(month: 9, day: 17), .only([.friday]), from: 2017, source: "Ley 20.983"),
      HolidayRule(
        "National Holiday", "Fiestas Patrias", .once(year: 2010, month: 9, day: 17), source: "Ley 20.450"),
      HolidayRule(
        "Independence Day", "Día de la Independencia Nacional", .date(month: 9, day: 18), source: "Ley 2.977 art. 1"),
      HolidayRule(
        "Army Day", "Día de las Glorias del Ejército", .date(month: 9, day: 19), source: "Ley 2.977 art. 1"),
      HolidayRule(
        "National Holiday", "Fiestas Patrias", .date(month: 9, day: 20), .only([.friday]), from: 2008, source: "Ley 20.215"),
      HolidayRule(
        "National Holiday", "Fiestas Patrias", .once(year: 2010, month: 9, day: 20), source: "Ley 20.450"),
      HolidayRule(
        "Meeting of Two Worlds' Day", "Día del Encuentro de Dos Mundos", .date(month: 10, day: 12), nearestMonday,
        source: "Ley 3.810, moved by Ley 19.668"),
      HolidayRule(
        "Reformation Day", "Día Nacional de las Iglesias Evangélicas y Protestantes", .date(month: 10, day: 31),
        .moved([.tuesday: -4, .wednesday: 2]), from: 2008, source: "Ley 20.299"),
      HolidayRule("All Saints' Day", "Día de Todos los Santos", .date(month: 11, day: 1), source: "Ley 2.977 art. 1"),
      HolidayRule(
        "Immaculate Conception", "Inmaculada Concepción", .date(month: 12, day: 8), source: "Ley 2.977 art. 1"),
      HolidayRule("Christmas Day", "Navidad", .date(month: 12, day: 25), source: "Ley 2.977 art. 1"),
    ])

  /// Ley 19.668: Tuesday to Thursday to the Monday of the same week, Friday to the Monday of the next.
  private static let nearestMonday = HolidayObservance.moved([.tuesday: -1, .wednesday: -2, .thursday: -3, .friday: 3])
}
