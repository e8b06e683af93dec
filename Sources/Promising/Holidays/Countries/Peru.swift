import Logistics

extension CountryRules {
  /// Peru. No day is moved: Decreto Legislativo 713 lets private employers move some, and none has to.
  static let peru = CountryRules(
    "PE", years: 2016...2100,
    [
      HolidayRule("New Year's Day", "Año Nuevo", .date(month: 1, day: 1), source: "Decreto Legislativo 713 art. 6"),
      HolidayRule("Maundy Thursday", "Jueves Santo", .easter(-3), source: "Decreto Legislativo 713 art. 6"),
      HolidayRule("Good Friday", "Viernes Santo", .easter(-2), source: "Decreto Legislativo 713 art. 6"),
      HolidayRule("Labour Day", "Día del Trabajo", .date(month: 5, day: 1), source: "Decreto Legislativo 713 art. 6"),
      HolidayRule(
        "Battle of Arica and Flag Day", "Batalla de Arica y Día de la Bandera", .date(month: 6, day: 7), from: 2024,
        source: "Ley 31788"),
      HolidayRule(
        "Saint Peter and Saint Paul's Day", "San Pedro y San Pablo", .date(month: 6, day: 29),
        source: "Decreto Legislativo 713 art. 6"),
      HolidayRule(
        "Peruvian Air Force Day", "Día de la Fuerza Aérea del Perú", .date(month: 7, day: 23), from: 2023, source: "Ley 31822"),
      HolidayRule("Independence Day", "Fiestas Patrias", .date(month: 7, day: 28), source: "Decreto Legislativo 713 art. 6"),
      HolidayRule(
        "Great Military Parade Day", "Fiestas Patrias", .date(month: 7, day: 29), source: "Decreto Legislativo 713 art. 6"),
      HolidayRule("Battle of Junín Day", "Batalla de Junín", .date(month: 8, day: 6), from: 2022, source: "Ley 31530"),
      HolidayRule("Rose of Lima Day", "Santa Rosa de Lima", .date(month: 8, day: 30), source: "Decreto Legislativo 713 art. 6"),
      HolidayRule(
        "Battle of Angamos Day", "Combate de Angamos", .date(month: 10, day: 8), source: "Decreto Legislativo 713 art. 6"),
      HolidayRule(
        "All Saints' Day", "Día de Todos los Santos", .date(month: 11, day: 1), source: "Decreto Legislativo 713 art. 6"),
      HolidayRule(
        "Immaculate Conception", "Inmaculada Concepción", .date(month: 12, day: 8), source: "Decreto Legislativo 713 art. 6"),
      HolidayRule("Battle of Ayacucho Day", "Batalla de Ayacucho", .date(month: 12, day: 9), from: 2022, source: "Ley 31381"),
      HolidayRule("Christmas Day", "Navidad", .date(month: 12, day: 25), source: "Decreto Legislativo 713 art. 6"),
    ])
}
