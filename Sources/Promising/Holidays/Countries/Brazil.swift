import Logistics

extension CountryRules {
  /// Brazil: the national days. Carnival and Corpus Christi are optional days of the public service, not holidays.
  static let brazil = CountryRules(
    "BR", years: 2016...2100,
    [
      HolidayRule(
        "Universal Fraternization Day", "Confraternização Universal", .date(month: 1, day: 1),
        source: "Lei 662 of 1949, as of Lei 10.607 of 2002"),
      HolidayRule("Good Friday", "Sexta-feira Santa", .easter(-2), source: "Lei 9.093 of 1995 art. 2"),
      HolidayRule("Tiradentes' Day", "Tiradentes", .date(month: 4, day: 21), source: "Lei 662 of 1949, as of Lei 10.607 of 2002"),
      HolidayRule(
        "Worker's Day", "Dia do Trabalhador", .date(month: 5, day: 1), source: "Lei 662 of 1949, as of Lei 10.607 of 2002"),
      HolidayRule(
        "Independence Day", "Independência do Brasil", .date(month: 9, day: 7),
        source: "Lei 662 of 1949, as of Lei 10.607 of 2002"),
      HolidayRule("Our Lady of Aparecida", "Nossa Senhora Aparecida", .date(month: 10, day: 12), source: "Lei 6.802 of 1980"),
      HolidayRule("All Souls' Day", "Finados", .date(month: 11, day: 2), source: "Lei 662 of 1949, as of Lei 10.607 of 2002"),
      HolidayRule(
        "Republic Proclamation Day", "Proclamação da República", .date(month: 11, day: 15),
        source: "Lei 662 of 1949, as of Lei 10.607 of 2002"),
      HolidayRule(
        "National Day of Zumbi and Black Awareness", "Dia Nacional de Zumbi e da Consciência Negra", .date(month: 11, day: 20),
        from: 2024, source: "Lei 14.759 of 2023"),
      HolidayRule("Christmas Day", "Natal", .date(month: 12, day: 25), source: "Lei 662 of 1949, as of Lei 10.607 of 2002"),
    ])
}
