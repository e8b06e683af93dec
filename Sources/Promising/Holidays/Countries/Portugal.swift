import Logistics

extension CountryRules {
  /// Portugal, since Lei 8/2016 gave back the four days suspended in 2013.
  static let portugal = CountryRules(
    "PT", years: 2016...2100,
    [
      HolidayRule("New Year's Day", "Ano Novo", .date(month: 1, day: 1), source: "Código do Trabalho art. 234"),
      HolidayRule("Good Friday", "Sexta-feira Santa", .easter(-2), source: "Código do Trabalho art. 234"),
      HolidayRule("Easter Sunday", "Domingo de Páscoa", .easter(0), source: "Código do Trabalho art. 234"),
      HolidayRule("Freedom Day", "Dia da Liberdade", .date(month: 4, day: 25), source: "Código do Trabalho art. 234"),
      HolidayRule("Labour Day", "Dia do Trabalhador", .date(month: 5, day: 1), source: "Código do Trabalho art. 234"),
      HolidayRule("Corpus Christi", "Corpo de Deus", .easter(60), source: "Código do Trabalho art. 234, as of Lei 8/2016"),
      HolidayRule(
        "Day of Portugal, Camões and the Portuguese Communities", "Dia de Portugal, de Camões e das Comunidades Portuguesas",
        .date(month: 6, day: 10), source: "Código do Trabalho art. 234"),
      HolidayRule("Assumption Day", "Assunção de Nossa Senhora", .date(month: 8, day: 15), source: "Código do Trabalho art. 234"),
      HolidayRule(
        "Republic Day", "Implantação da República", .date(month: 10, day: 5),
        source: "Código do Trabalho art. 234, as of Lei 8/2016"),
      HolidayRule(
        "All Saints' Day", "Todos os Santos", .date(month: 11, day: 1), source: "Código do Trabalho art. 234, as of Lei 8/2016"),
      HolidayRule(
        "Restoration of Independence Day", "Restauração da Independência", .date(month: 12, day: 1),
        source: "Código do Trabalho art. 234, as of Lei 8/2016"),
      HolidayRule(
        "Immaculate Conception", "Imaculada Conceição", .date(month: 12, day: 8), source: "Código do Trabalho art. 234"),
      HolidayRule("Christmas Day", "Natal", .date(month: 12, day: 25), source: "Código do Trabalho art. 234"),
    ])
}
