import Foundation
import Logistics
import Testing

@testable import Promising

@Suite struct HolidaysTests {
  @Test func `Chile has these holidays in 2026`() throws {
    let chile = try #require(Holidays(country: "CL"))
    let days = try chile.days(in: 2026).map { "\($0.date) \($0.localName)" }
    #expect(
      days == [
        "2026-01-01 Año Nuevo", "2026-04-03 Viernes Santo", "2026-04-04 Sábado Santo", "2026-05-01 Día Nacional del Trabajo",
        "2026-05-21 Día de las Glorias Navales", "2026-06-21 Día Nacional de los Pueblos Indígenas",
        "2026-06-29 San Pedro y San Pablo", "2026-07-16 Virgen del Carmen", "2026-08-15 Asunción de la Virgen",
        "2026-09-18 Día de la Independencia Nacional", "2026-09-19 Día de las Glorias del Ejército",
        "2026-10-12 Día del Encuentro de Dos Mundos", "2026-10-31 Día Nacional de las Iglesias Evangélicas y Protestantes",
        "2026-11-01 Día de Todos los Santos", "2026-12-08 Inmaculada Concepción", "2026-12-25 Navidad",
      ])
  }

  @Test(arguments: [
    // Ley 19.668: from Tuesday, Wednesday and Thursday back to Monday, from Friday on to Monday, not from a weekend.
    ("San Pedro y San Pablo", 2027, "2027-06-28"), ("San Pedro y San Pablo", 2022, "2022-06-27"),
    ("San Pedro y San Pablo", 2023, "2023-06-26"), ("San Pedro y San Pablo", 2018, "2018-07-02"),
    ("San Pedro y San Pablo", 2024, "2024-06-29"), ("San Pedro y San Pablo", 2025, "2025-06-29"),
    ("Día del Encuentro de Dos Mundos", 2027, "2027-10-11"), ("Día del Encuentro de Dos Mundos", 2018, "2018-10-15"),
    // Ley 20.299: from Tuesday back to Friday, from Wednesday on to Friday.
    ("Día Nacional de las Iglesias Evangélicas y Protestantes", 2023, "2023-10-27"),
    ("Día Nacional de las Iglesias Evangélicas y Protestantes", 2029, "2029-11-02"),
    ("Día Nacional de las Iglesias Evangélicas y Protestantes", 2024, "2024-10-31"),
    // Ley 21.357: by name in 2021, then the solstice in Chile, which in 2025 was there on the evening before it was in Greenwich.
    ("Día Nacional de los Pueblos Indígenas", 2021, "2021-06-21"), ("Día Nacional de los Pueblos Indígenas", 2025, "2025-06-20"),
    ("Corpus Christi", 2006, "2006-06-12"), ("Feriado nacional", 2023, "2023-01-02"), ("Fiestas Patrias", 2027, "2027-09-17"),
    ("Fiestas Patrias", 2024, "2024-09-20"), ("Fiestas Patrias", 2018, "2018-09-17"),
  ])
  func `Chile moves and adds days as its laws say`(name: String, year: Int, expected: String) throws {
    let days = try #require(Holidays(country: "CL")).days(in: year).filter { $0.localName == name }
    #expect(days.map(\.date.description) == [expected])
  }

  @Test(arguments: [
    ("AR", "Día del Respeto a la Diversidad Cultural", 2023, ["2023-10-16"]),
    ("AR", "Día de la Soberanía Nacional", 2024, ["2024-11-18"]),
    ("AR", "Paso a la Inmortalidad del General Don Martín Miguel de Güemes", 2022, ["2022-06-17"]),
    ("AR", "Día con fines turísticos", 2023, ["2023-05-26", "2023-06-19", "2023-10-13"]),
    ("AR", "Carnaval", 2026, ["2026-02-16", "2026-02-17"]),
    ("BR", "Dia Nacional de Zumbi e da Consciência Negra", 2023, []),
    ("BR", "Dia Nacional de Zumbi e da Consciência Negra", 2024, ["2024-11-20"]),
    ("CO", "Virgen de Chiquinquirá", 2025, []), ("CO", "Virgen de Chiquinquirá", 2026, ["2026-07-13"]),
    ("CL", "Fiestas Patrias", 2010, ["2010-09-17", "2010-09-20"]),
    ("CO", "Sagrado Corazón de Jesús", 2025, ["2025-06-30"]), ("CO", "San Pedro y San Pablo", 2025, ["2025-06-30"]),
    ("CO", "Día de los Reyes Magos", 2026, ["2026-01-12"]), ("CO", "Ascensión del Señor", 2026, ["2026-05-18"]),
    ("EC", "Año Nuevo", 2022, []), ("EC", "Año Nuevo", 2021, ["2021-01-01", "2021-12-31"]),
    ("EC", "Batalla de Pichincha", 2018, ["2018-05-25"]), ("EC", "Día de los Difuntos", 2025, ["2025-11-04"]),
    ("EC", "Independencia de Cuenca", 2025, ["2025-11-03"]), ("EC", "Navidad", 2024, ["2024-12-25"]),
    ("ES", "Fiesta del Trabajo", 2022, []), ("ES", "Fiesta del Trabajo", 2026, ["2026-05-01"]),
    ("GB", "Early May bank holiday", 2020, []), ("GB", "Spring bank holiday", 2022, ["2022-06-02"]),
    ("GB", "Christmas Day", 2022, ["2022-12-25", "2022-12-27"]), ("GB", "Boxing Day", 2021, ["2021-12-26", "2021-12-28"]),
    ("MX", "Transmisión del Poder Ejecutivo Federal", 2018, ["2018-12-01"]),
    ("MX", "Transmisión del Poder Ejecutivo Federal", 2024, ["2024-10-01"]),
    ("MX", "Transmisión del Poder Ejecutivo Federal", 2025, []), ("MX", "Día de la Revolución", 2026, ["2026-11-16"]),
    ("PE", "Batalla de Junín", 2021, []), ("PE", "Batalla de Junín", 2022, ["2022-08-06"]),
    ("PT", "Corpo de Deus", 2026, ["2026-06-04"]), ("PT", "Domingo de Páscoa", 2026, ["2026-04-05"]),
    ("US", "Independence Day", 2026, ["2026-07-03", "2026-07-04"]), ("US", "Memorial Day", 2026, ["2026-05-25"]),
    ("US", "New Year's Day", 2021, ["2021-01-01", "2021-12-31"]), ("US", "New Year's Day", 2100, ["2100-01-01", "2100-12-31"]),
    ("US", "Juneteenth National Independence Day", 2020, []),
    ("UY", "Transmisión del mando presidencial", 2025, ["2025-03-01"]), ("UY", "Transmisión del mando presidencial", 2026, []),
  ])
  func `each country keeps and moves its days as its own laws say`(
    country: String, name: String, year: Int, expected: [String]
  ) throws {
    let days = try #require(Holidays(country: country)).days(in: year).filter { $0.localName == name }
    #expect(days.map(\.date.description) == expected)
  }

  @Test func `an election is no holiday`() throws {
    let chile = try #require(Holidays(country: "CL"))
    for text in ["2021-11-21", "2021-12-19", "2022-09-04", "2025-11-16", "2025-12-14"] {
      #expect(!chile.contains(try #require(LocalDate(text))))
    }
  }

  @Test func `a country that is not known is none, and no country is known by another spelling`() {
    for code in ["XX", "cl", "", "Chile", "CL "] { #expect(Holidays(country: code) == nil) }
    for code in Holidays.knownCountries { #expect(Holidays(country: code)?.country == code) }
    #expect(Holidays.knownCountries == Holidays.knownCountries.sorted())
  }

  @Test(arguments: [2002, 2101, Int.min, Int.max])
  func `a year outside the law that is known is refused by name`(year: Int) throws {
    let chile = try #require(Holidays(country: "CL"))
    #expect {
      try chile.days(in: year)
    } throws: {
      ($0 as? InvalidInput)?.faults == [Fault(at: "year", found: "\(year)", expected: "a year of 2003 to 2100")]
    }
  }

  @Test(arguments: Holidays.knownCountries)
  func `every day is a holiday if and only if the year's list has it`(country: String) throws {
    let holidays = try #require(Holidays(country: country))
    for year in [holidays.years.lowerBound, 2024, 2026, holidays.years.upperBound] {
      let listed = try holidays.days(in: year)
      #expect(listed.map(\.date) == listed.map(\.date).sorted())
      let dates = Set(listed.map(\.date))
      var date = try #require(LocalDate(year: year, month: 1, day: 1))
      while date.year == year {
        #expect(holidays.contains(date) == dates.contains(date))
        #expect(holidays.holiday(on: date) == listed.first { $0.date == date })
        date = date.adding(days: 1)
      }
    }
    for number in [Int.min, Int.max, -1_000_000, 1_000_000] { #expect(!holidays.contains(LocalDate(dayNumber: number))) }
  }

  @Test func `every rule names its source`() {
    for rule in CountryRules.all.flatMap(\.rules) {
      #expect(!rule.source.isEmpty && !rule.name.isEmpty && !rule.localName.isEmpty)
    }
  }
}

@Suite struct AstronomyTests {
  /// Algorithm E of Knuth, "The Art of Computer Programming", volume 1, exercise 1.3.2-14: by golden number and epact of the
  /// full moon, where Meeus has none of either.
  private func easterByKnuth(_ year: Int) -> LocalDate {
    let golden = year % 19 + 1
    let century = year / 100 + 1
    let x = 3 * century / 4 - 12
    let z = (8 * century + 5) / 25 - 5
    let sunday = 5 * year / 4 - x - 10
    var epact = (11 * golden + 20 + z - x) % 30
    if epact < 0 { epact += 30 }
    if (epact == 25 && golden > 11) || epact == 24 { epact += 1 }
    var fullMoon = 44 - epact
    if fullMoon < 21 { fullMoon += 30 }
    let day = fullMoon + 7 - (sunday + fullMoon) % 7
    return LocalDate(year: year, month: 3, day: 1)!.adding(days: day - 1)
  }

  @Test func `Easter is where Knuth has it, in every year`() {
    for year in 1583...4099 { #expect(easterSunday(in: year) == easterByKnuth(year)) }
  }

  // From the almanacs of the United States Naval Observatory.
  @Test(arguments: [
    "2021-06-21T03:32:00Z", "2022-06-21T09:14:00Z", "2023-06-21T14:58:00Z", "2024-06-20T20:51:00Z", "2025-06-21T02:42:00Z",
    "2026-06-21T08:25:00Z", "2028-06-20T20:02:00Z", "2030-06-21T07:31:00Z",
  ])
  func `the June solstice is where the almanac has it, within two minutes`(text: String) throws {
    let almanac = try #require(Instant(text))
    let year = try #require(Int(text.prefix(4)))
    #expect(abs((juneSolstice(in: year) - almanac).seconds) <= 120)
  }

  @Test func `no solstice of the century is so near to midnight in Chile that a minute would move the holiday`() {
    for year in 2022...2100 {
      let local = juneSolstice(in: year).secondsSince1970 - 4 * 3600
      #expect((300...86_100).contains(local % 86_400), "\(year)")
    }
  }
}
