import Testing

@testable import LastMile

/// What customers are told of their rights: why, and how surely.
@Suite struct RightReturnMessageTests {
  private let now = SmallTown.instant("2026-12-04T12:00:00-03:00")

  private func texts(
    _ country: String, in setting: SalesSetting = .distance, days: Int? = 1, traits: Set<ItemTrait> = [.durable], bought: Int = 2,
    warranty: Int? = nil, policy: [ShopPolicy.Rule] = [], _ right: ConsumerRight, _ language: Language
  ) -> [String] {
    let purchase = Purchase(
      country: country, setting: setting, channel: .web, contract: now - .hours(24 * bought),
      delivered: days.map { now - .hours(24 * $0) }, traits: traits, warrantyMonths: warranty)
    let rights = LawBook.known[country]!.rights(to: purchase, at: now, policy: ShopPolicy(policy))
    return rights[right].messages(for: "Hervidor").map { $0.text(in: language) }
  }

  @Test func `a right that there is not is told with why`() {
    #expect(
      Language.allCases.map { texts("CL", in: .premises, .withdrawal, $0) } == [
        ["La compra de Hervidor se hizo en la tienda: en ese caso la ley no da derecho a devolver sin dar motivo."],
        ["The purchase of Hervidor was made in the shop: the law gives no right to return without giving a reason then."],
        ["A compra de Hervidor foi feita na loja: nesse caso a lei não dá direito a devolver sem dar motivo."],
      ])
    #expect(
      Language.allCases.map { texts("CL", traits: [.hygiene, .opened], .withdrawal, $0) } == [
        [
          "La devolución de Hervidor sin dar motivo no es posible: la ley excluye lo que se vende sellado por higiene y ya está abierto."
        ],
        [
          "Return of Hervidor without giving a reason is not possible: the law excludes what is sold sealed for hygiene and is already "
            + "open."
        ],
        [
          "A devolução de Hervidor sem dar motivo não é possível: a lei exclui o que é vendido lacrado por higiene e já está aberto."
        ],
      ])
    #expect(
      Language.allCases.map { texts("CL", days: 20, bought: 21, .withdrawal, $0)[0] } == [
        "El plazo para devolver Hervidor sin dar motivo terminó el martes 24 de noviembre de 2026.",
        "The period to return Hervidor without giving a reason ended on Tuesday 24 November 2026.",
        "O prazo para devolver Hervidor sem dar motivo terminou na terça-feira, 24 de novembro de 2026.",
      ])
    #expect(
      Language.allCases.map { texts("CL", days: nil, .legalGuarantee, $0) } == [
        ["La garantía legal de Hervidor empieza con la entrega."], ["The legal guarantee of Hervidor begins with delivery."],
        ["A garantia legal de Hervidor começa com a entrega."],
      ])
  }

  @Test func `what nobody read in the law is told with care`() {
    #expect(
      texts("US", .withdrawal, .en) == [
        "The law gives no right to return Hervidor without giving a reason.",
        "This information is for orientation: we have not yet confirmed it with the text of the law.",
      ])
    #expect(
      texts("MX", .withdrawal, .es).last == "Esta información es orientativa: aún no la confirmamos con el texto de la ley.")
    #expect(
      texts("CL", .legalGuarantee, .pt).suffix(2) == [
        "O frete da devolução é por nossa conta.",
        "Ainda não confirmamos com o texto da lei o seguinte: quem paga o frete da devolução.",
      ])
    // What was read is told without it.
    #expect(texts("BR", .withdrawal, .pt).allSatisfy { !$0.contains("confirm") })
    let old = texts("ES", days: 9000, bought: 9000, .withdrawal, .es)
    #expect(old == ["No tenemos confirmado qué dice la ley sobre la devolución de Hervidor sin dar motivo."])
  }

  @Test func `what the shop gives beyond the law is told by its name`() {
    let sixty = ShopPolicy.Rule(name: "Sesenta días", returnDays: 60, returnFreight: .seller, warrantyMonths: 24)
    #expect(
      texts("CL", in: .premises, policy: [sixty], .withdrawal, .es) == [
        "La devolución de Hervidor sin dar motivo es posible hasta el lunes 1 de febrero de 2027.",
        "La tienda da más que la ley (Sesenta días): hasta el lunes 1 de febrero de 2027.",
        "Se puede pedir la devolución del dinero.", "El envío de vuelta lo pagamos nosotros.",
      ])
    #expect(
      texts("CL", policy: [sixty], .commercialWarranty, .pt).prefix(3) == [
        "A garantia adicional de Hervidor vale até domingo, 3 de dezembro de 2028.",
        "A loja dá mais do que a lei (Sesenta días): até domingo, 3 de dezembro de 2028.",
        "O prazo é de 24 meses a partir da entrega, na quinta-feira, 3 de dezembro de 2026.",
      ])
  }

  @Test func `a warranty that nobody promised is told only to who asks for it`() {
    let purchase = Purchase(country: "CL", setting: .distance, contract: now - .hours(48), delivered: now - .hours(24))
    let rights = LawBook.known["CL"]!.rights(to: purchase, at: now)
    #expect(rights.commercialWarranty.messages(for: "X").map { $0.text(in: .es) } == ["No hay garantía adicional para X."])
    #expect(!rights.messages(for: "X").contains(.right(.none(.commercialWarranty, product: "X"))))
    #expect(rights.messages(for: "X").count > 8)
  }

  @Test func `what is counted takes its plural`() {
    func all(_ news: RightNews) -> [String] { Language.allCases.map { CustomerMessage.right(news).text(in: $0) } }
    #expect(
      [1, 2].map { all(.paused(days: $0)) } == [
        ["No cuenta 1 día en reparación.", "Without counting 1 day in repair.", "Não conta 1 dia em conserto."],
        ["No cuentan 2 días en reparación.", "Without counting 2 days in repair.", "Não contam 2 dias em conserto."],
      ])
    let periods: [LegalPeriod] = [.days(1), .days(2), .businessDays(1), .businessDays(2), .months(1), .months(2)]
    #expect(periods.map(Language.es.period) == ["1 día", "2 días", "1 día hábil", "2 días hábiles", "1 mes", "2 meses"])
    #expect(
      periods.map(Language.en.period) == ["1 day", "2 days", "1 working day", "2 working days", "1 month", "2 months"])
    #expect(periods.map(Language.pt.period) == ["1 dia", "2 dias", "1 dia útil", "2 dias úteis", "1 mês", "2 meses"])
  }

  @Test func `a year stands behind its day as the language has it`() {
    let day = LocalDate("2027-06-03")!
    #expect(Language.es.date(day, .of) == "del jueves 3 de junio de 2027")
    #expect(Language.en.date(day, .on) == "on Thursday 3 June 2027")
    #expect(Language.pt.date(day, .on) == "na quinta-feira, 3 de junho de 2027")
  }

  @Test func `a refund is written with its currency`() {
    func paid(_ amount: Money) -> [String] {
      Language.allCases.map {
        CustomerMessage.returned([ProductUnits("Polera")], .paid(amount, .original)).text(in: $0)
          .map { $0 == "\u{a0}" ? " " : String($0) }.joined()
      }
    }
    #expect(
      paid(Money(1_299_990, .clp)) == [
        "Devolvimos $ 1.299.990 por Polera al medio de pago original.",
        "We refunded CLP 1,299,990 for Polera to the original means of payment.",
        "Devolvemos CLP 1.299.990 por Polera ao meio de pagamento original.",
      ])
    #expect(
      paid(Money(129_990, Currency("BRL")!)) == [
        "Devolvimos R$ 1.299,90 por Polera al medio de pago original.",
        "We refunded R$ 1,299.90 for Polera to the original means of payment.",
        "Devolvemos R$ 1.299,90 por Polera ao meio de pagamento original.",
      ])
  }
}
