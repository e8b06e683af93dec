import Testing

@testable import LastMile

/// Days, times, money and lists in three languages.
extension MessageTests {
  @Test func `every weekday has its words, and its little word before it`() {
    let week = (0..<7).map { MessageSamples.monday.adding(days: $0) }
    #expect(
      week.map { Language.es.day($0, .on) } == [
        "el lunes 23 de noviembre", "el martes 24 de noviembre", "el miércoles 25 de noviembre", "el jueves 26 de noviembre",
        "el viernes 27 de noviembre", "el sábado 28 de noviembre", "el domingo 29 de noviembre",
      ])
    #expect(
      week.map { Language.en.day($0, .on) } == [
        "on Monday 23 November", "on Tuesday 24 November", "on Wednesday 25 November", "on Thursday 26 November",
        "on Friday 27 November", "on Saturday 28 November", "on Sunday 29 November",
      ])
    #expect(
      week.map { Language.pt.day($0, .on) } == [
        "na segunda-feira, 23 de novembro", "na terça-feira, 24 de novembro", "na quarta-feira, 25 de novembro",
        "na quinta-feira, 26 de novembro", "na sexta-feira, 27 de novembro", "no sábado, 28 de novembro",
        "no domingo, 29 de novembro",
      ])
    let forms: [WordForm] = [.plain, .on, .of, .to]
    #expect(
      forms.map { Language.es.day(week[0], $0).prefix { $0 != "2" } } == ["lunes ", "el lunes ", "del lunes ", "al lunes "])
    #expect(
      forms.map { Language.pt.day(week[5], $0).prefix { $0 != "," } } == ["sábado", "no sábado", "do sábado", "para o sábado"])
    #expect(
      forms.map { Language.pt.day(week[4], $0).prefix { $0 != "-" } } == ["sexta", "na sexta", "da sexta", "para a sexta"])
  }

  @Test func `every month has its words, and its first day`() {
    func months(_ language: Language) -> [String] {
      (1...12).map { language.day(LocalDate(year: 2027, month: $0, day: 1)!) }
    }
    #expect(
      months(.es) == [
        "viernes 1 de enero", "lunes 1 de febrero", "lunes 1 de marzo", "jueves 1 de abril", "sábado 1 de mayo",
        "martes 1 de junio", "jueves 1 de julio", "domingo 1 de agosto", "miércoles 1 de septiembre", "viernes 1 de octubre",
        "lunes 1 de noviembre", "miércoles 1 de diciembre",
      ])
    #expect(
      months(.en) == [
        "Friday 1 January", "Monday 1 February", "Monday 1 March", "Thursday 1 April", "Saturday 1 May", "Tuesday 1 June",
        "Thursday 1 July", "Sunday 1 August", "Wednesday 1 September", "Friday 1 October", "Monday 1 November",
        "Wednesday 1 December",
      ])
    #expect(
      months(.pt) == [
        "sexta-feira, 1º de janeiro", "segunda-feira, 1º de fevereiro", "segunda-feira, 1º de março",
        "quinta-feira, 1º de abril", "sábado, 1º de maio", "terça-feira, 1º de junho", "quinta-feira, 1º de julho",
        "domingo, 1º de agosto", "quarta-feira, 1º de setembro", "sexta-feira, 1º de outubro",
        "segunda-feira, 1º de novembro", "quarta-feira, 1º de dezembro",
      ])
  }

  @Test func `times are written on a clock of 24 hours, one o'clock in the singular`() {
    func times(_ language: Language, _ form: WordForm) -> [String] {
      ["00:00", "01:05", "09:00", "14:05:59", "24:00"].map { language.time(LocalTime($0)!, form) }
    }
    #expect(times(.es, .plain) == ["0:00", "1:05", "9:00", "14:05", "24:00"])
    #expect(times(.es, .at) == ["a las 0:00", "a la 1:05", "a las 9:00", "a las 14:05", "a las 24:00"])
    #expect(times(.es, .the) == ["las 0:00", "la 1:05", "las 9:00", "las 14:05", "las 24:00"])
    #expect(times(.es, .of) == ["de las 0:00", "de la 1:05", "de las 9:00", "de las 14:05", "de las 24:00"])
    #expect(times(.en, .at) == ["at 00:00", "at 01:05", "at 09:00", "at 14:05", "at 24:00"])
    #expect(times(.pt, .plain) == ["0h", "1h05", "9h", "14h05", "24h"])
    #expect(times(.pt, .at) == ["à 0h", "à 1h05", "às 9h", "às 14h05", "às 24h"])
    #expect(times(.pt, .of) == ["da 0h", "da 1h05", "das 9h", "das 14h05", "das 24h"])
    #expect(Language.es.moment(MessageSamples.placed, .of) == "del lunes 23 de noviembre a las 14:05")
    #expect(Language.pt.moment(MessageSamples.placed, .on) == "na segunda-feira, 23 de novembro, às 14h05")
  }

  @Test func `money and numbers are grouped as the language does`() {
    func texts(_ money: Money) -> [String] {
      Language.allCases.map { $0.money(money).map { $0 == "\u{a0}" ? " " : String($0) }.joined() }
    }
    #expect(texts(Money(3990, .clp)) == ["$ 3.990", "CLP 3,990", "CLP 3.990"])
    #expect(texts(Money(399, .eur)) == ["3,99 €", "€3.99", "€ 3,99"])
    #expect(texts(Money(123_456_789, Currency("BRL")!)) == ["R$ 1.234.567,89", "R$ 1,234,567.89", "R$ 1.234.567,89"])
    #expect(texts(Money(5, Currency("USD")!)) == ["US$ 0,05", "$0.05", "US$ 0,05"])
    #expect(texts(Money(-1500, Currency("GBP")!)) == ["-GBP 15,00", "-£15.00", "-GBP 15,00"])
    #expect(Language.en.number(.min) == "-9,223,372,036,854,775,808")
    #expect([0, 7, 999, 1000, 12_345].map(Language.es.number) == ["0", "7", "999", "1.000", "12.345"])
  }

  @Test func `a probability is whole percent, and never certain unless it is`() {
    let shares: [Double] = [-1, 0, 0.29, 0.954, 0.999, 1, 7, .nan, .infinity]
    #expect(shares.map(Language.en.percent) == ["0%", "0%", "29%", "95%", "99%", "100%", "100%", "0%", "100%"])
    #expect(Language.es.percent(0.5) == "50\u{a0}%" && Language.pt.percent(0.5) == "50%")
  }

  @Test func `products are listed with the word that the last one needs`() {
    func list(_ language: Language, _ names: String...) -> String { language.products(names.map { ProductUnits($0) }) }
    #expect(list(.es, "Polera", "Jeans", "Botas") == "Polera, Jeans y Botas")
    #expect(list(.en, "Polera", "Jeans", "Botas") == "Polera, Jeans and Botas")
    #expect(list(.pt, "Polera", "Jeans", "Botas") == "Polera, Jeans e Botas")
    #expect(list(.es, "Aguja", "Hilo") == "Aguja e Hilo" && list(.es, "Foco", "Impresora") == "Foco e Impresora")
    #expect(list(.es, "Agua", "Hielo") == "Agua y Hielo" && list(.es, "Polera", "Jeans") == "Polera y Jeans")
    #expect(Language.es.products([ProductUnits("Imán"), ProductUnits("Imán", quantity: 1200)]) == "Imán y 1.200 × Imán")
    #expect(Language.allCases.map { $0.products([]) } == ["una parte del pedido", "part of the order", "uma parte do pedido"])
  }

  @Test func `a name with braces stays as it is`() {
    #expect(CustomerMessage.noPickup(store: "{site} {x").text(in: .en) == "Orders cannot be picked up at {site} {x.")
  }
}
