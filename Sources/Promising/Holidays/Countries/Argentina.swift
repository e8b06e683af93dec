import Logistics

extension CountryRules {
  /// Argentina. Each year the government may add up to three days between a holiday and a weekend, and since 2025 move a movable day
  /// off a weekend: those are known for the years that are announced.
  static let argentina = CountryRules(
    "AR", years: 2016...2100, announcedThrough: 2026,
    [
      HolidayRule("New Year's Day", "Año Nuevo", .date(month: 1, day: 1), source: "Ley 27.399 art. 1"),
      HolidayRule("Carnival Monday", "Carnaval", .easter(-48), source: "Ley 27.399 art. 1"),
      HolidayRule("Carnival Tuesday", "Carnaval", .easter(-47), source: "Ley 27.399 art. 1"),
      HolidayRule(
        "National Day of Remembrance for Truth and Justice", "Día Nacional de la Memoria por la Verdad y la Justicia",
        .date(month: 3, day: 24), source: "Ley 26.085; Ley 27.399 art. 1"),
      HolidayRule(
        "Veteran's Day and the Fallen in the Malvinas War", "Día del Veterano y de los Caídos en la Guerra de Malvinas",
        .date(month: 4, day: 2), except: [2020], source: "Ley 25.370; Ley 27.399 art. 1"),
      HolidayRule(
        "Veteran's Day and the Fallen in the Malvinas War", "Día del Veterano y de los Caídos en la Guerra de Malvinas",
        .once(year: 2020, month: 3, day: 31), source: "Decreto 297/2020"),
      HolidayRule("Maundy Thursday", "Jueves Santo", .easter(-3), source: "Ley 27.399 art. 4, a day without work"),
      HolidayRule("Good Friday", "Viernes Santo", .easter(-2), source: "Ley 27.399 art. 1"),
      HolidayRule("Labour Day", "Día del Trabajo", .date(month: 5, day: 1), source: "Ley 27.399 art. 1"),
      HolidayRule("May Revolution Day", "Día de la Revolución de Mayo", .date(month: 5, day: 25), source: "Ley 27.399 art. 1"),
      HolidayRule(
        "Pass to the Immortality of General Don Martín Miguel de Güemes",
        "Paso a la Inmortalidad del General Don Martín Miguel de Güemes", .date(month: 6, day: 17),
        .moved([.tuesday: -1, .wednesday: -2, .thursday: 4]), source: "Ley 27.258; Ley 27.399 art. 6"),
      HolidayRule(
        "Pass to the Immortality of General Don Manuel Belgrano", "Paso a la Inmortalidad del General Don Manuel Belgrano",
        .date(month: 6, day: 20), source: "Ley 27.399 art. 1"),
      HolidayRule("Independence Day", "Día de la Independencia", .date(month: 7, day: 9), source: "Ley 27.399 art. 1"),
      HolidayRule(
        "Pass to the Immortality of General Don José de San Martín", "Paso a la Inmortalidad del General Don José de San Martín",
        .weekday(.monday, nth: 3, month: 8), through: 2016, source: "Decreto 1584/2010"),
      HolidayRule(
        "Pass to the Immortality of General Don José de San Martín", "Paso a la Inmortalidad del General Don José de San Martín",
        .date(month: 8, day: 17), nearestMonday, from: 2017, source: "Decreto 52/2017; Ley 27.399 art. 6"),
      HolidayRule(
        "Respect for Cultural Diversity Day", "Día del Respeto a la Diversidad Cultural", .weekday(.monday, nth: 2, month: 10),
        through: 2016, source: "Decreto 1584/2010"),
      HolidayRule(
        "Respect for Cultural Diversity Day", "Día del Respeto a la Diversidad Cultural", .date(month: 10, day: 12),
        nearestMonday, from: 2017, except: [2025], source: "Decreto 52/2017; Ley 27.399 art. 6"),
      HolidayRule(
        "Respect for Cultural Diversity Day", "Día del Respeto a la Diversidad Cultural", .once(year: 2025, month: 10, day: 10),
        source: "Decreto 614/2025: from Sunday to Friday"),
      HolidayRule(
        "National Sovereignty Day", "Día de la Soberanía Nacional", .weekday(.monday, nth: 4, month: 11), through: 2016,
        source: "Decreto 1584/2010"),
      HolidayRule(
        "National Sovereignty Day", "Día de la Soberanía Nacional", .date(month: 11, day: 20), nearestMonday, from: 2017,
        source: "Decreto 52/2017; Ley 27.399 art. 6"),
      HolidayRule(
        "Immaculate Conception", "Inmaculada Concepción de María", .date(month: 12, day: 8), source: "Ley 27.399 art. 1"),
      HolidayRule("Christmas Day", "Navidad", .date(month: 12, day: 25), source: "Ley 27.399 art. 1"),
      HolidayRule(
        "National Census Day", "Censo Nacional de Población, Hogares y Viviendas", .once(year: 2022, month: 5, day: 18),
        source: "Decreto 42/2022"),
      HolidayRule(
        "FIFA World Cup 2022 Victory Day", "Festejo del Campeonato Mundial de Fútbol", .once(year: 2022, month: 12, day: 20),
        source: "Decreto 842/2022"),
      HolidayRule(
        "Visit of His Holiness Pope Leo XIV", "Visita de Su Santidad el Papa León XIV", .once(year: 2026, month: 11, day: 9),
        source: "reported for 2026, the decree not found"),
    ] + bridges)

  /// Ley 27.399 art. 6: Tuesday and Wednesday to the Monday before, Thursday and Friday to the Monday after.
  private static let nearestMonday = HolidayObservance.moved([.tuesday: -1, .wednesday: -2, .thursday: 4, .friday: 3])

  /// The bridges by decree: Ley 27.399 art. 7, before it Decreto 1584/2010.
  private static let bridges = bridgeDays.flatMap { source, days in
    days.map { year, month, day in
      HolidayRule(
        "Bridge Public Holiday", "Día con fines turísticos", .once(year: year, month: month, day: day), source: source)
    }
  }

  private static let bridgeDays: [(source: String, days: [(Int, Int, Int)])] = [
    ("Decreto 1768/2013", [(2016, 7, 8), (2016, 12, 9)]),
    ("Decreto 923/2017", [(2018, 4, 30), (2018, 12, 24), (2018, 12, 31), (2019, 7, 8), (2019, 8, 19), (2019, 10, 14)]),
    ("Decreto 717/2019", [(2020, 3, 23), (2020, 7, 10), (2020, 12, 7)]),
    ("Decreto 947/2020", [(2021, 5, 24), (2021, 10, 8), (2021, 11, 22)]),
    ("Decreto 789/2021", [(2022, 10, 7), (2022, 11, 21), (2022, 12, 9)]),
    ("Decreto 764/2022", [(2023, 5, 26), (2023, 6, 19), (2023, 10, 13)]),
    ("Decreto 106/2023", [(2024, 4, 1), (2024, 6, 21), (2024, 10, 11)]),
    ("Decreto 1027/2024", [(2025, 5, 2), (2025, 8, 15), (2025, 11, 21)]),
    ("Resolución 164/2025 de la Jefatura de Gabinete", [(2026, 3, 23), (2026, 7, 10), (2026, 12, 7)]),
  ]
}
