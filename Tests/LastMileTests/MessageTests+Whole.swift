import Testing

@testable import LastMile

/// A few messages as a whole, read by people who know the languages.
extension MessageTests {
  private func texts(_ message: CustomerMessage) -> [String] {
    Language.allCases.map { $0 == .es ? message.text(in: $0).replacing("\u{a0}", with: " ") : message.text(in: $0) }
  }

  @Test func `a promise`() {
    typealias Sample = MessageSamples
    #expect(
      texts(.promised(on: Sample.monday, within: Sample.afternoon, .door, probability: 0.953)) == [
        "Llega el lunes 23 de noviembre, entre las 15:00 y las 17:30. Probabilidad de cumplir esta fecha: 95 %.",
        "It arrives on Monday 23 November, between 15:00 and 17:30. Chance of keeping this date: 95%.",
        "Chega na segunda-feira, 23 de novembro, das 15h às 17h30. Probabilidade de cumprir esta data: 95%.",
      ])
    #expect(
      texts(.promised(on: Sample.monday.adding(days: 5), within: nil, .store("Tienda Sur"))) == [
        "Se puede retirar en Tienda Sur el sábado 28 de noviembre.",
        "It can be picked up at Tienda Sur on Saturday 28 November.",
        "Pode ser retirado em Tienda Sur no sábado, 28 de novembro.",
      ])
  }

  @Test func `a locker`() {
    typealias Sample = MessageSamples
    let place = HandoverPlace.locker("Plaza", until: Sample.tuesday)
    #expect(
      texts(.promised(on: Sample.monday, within: Sample.afternoon, place)) == [
        "Se puede retirar en un casillero de Plaza el lunes 23 de noviembre, desde las 15:00. Estará ahí hasta el martes 24 de noviembre.",
        "It can be picked up from a locker at Plaza on Monday 23 November, from 15:00. It stays there until Tuesday 24 November.",
        "Pode ser retirado de um armário em Plaza na segunda-feira, 23 de novembro, a partir das 15h. "
          + "Fica lá até terça-feira, 24 de novembro.",
      ])
    #expect(
      texts(.delayed([], from: Sample.monday, to: Sample.tuesday, place, because: nil)) == [
        "El retiro de una parte del pedido en un casillero de Plaza pasa del lunes 23 de noviembre al martes 24 de noviembre. "
          + "Estará ahí hasta el martes 24 de noviembre. Lamentamos la demora.",
        "Pickup of part of the order from a locker at Plaza moves from Monday 23 November to Tuesday 24 November. "
          + "It stays there until Tuesday 24 November. We are sorry for the delay.",
        "A retirada de uma parte do pedido de um armário em Plaza passa da segunda-feira, 23 de novembro, "
          + "para a terça-feira, 24 de novembro. Fica lá até terça-feira, 24 de novembro. Pedimos desculpas pelo atraso.",
      ])
    #expect(
      texts(.readyInLocker(order: "A-17", locker: "Plaza", until: Sample.tuesday)) == [
        "El pedido A-17 está en un casillero de Plaza. Se puede retirar hasta el martes 24 de noviembre.",
        "Order A-17 is in a locker at Plaza. It can be picked up until Tuesday 24 November.",
        "O pedido A-17 está em um armário em Plaza. Pode ser retirado até terça-feira, 24 de novembro.",
      ])
  }

  @Test func `reasons`() {
    typealias Sample = MessageSamples
    #expect(
      texts(.afterCutOff(placed: Sample.placed, cutOff: LocalTime("14:00")!, site: "Tienda Sur")) == [
        "Pedido hecho el lunes 23 de noviembre a las 14:05, después de las 14:00, la hora límite de Tienda Sur.",
        "Ordered on Monday 23 November at 14:05, after the 14:00 cut-off of Tienda Sur.",
        "Pedido feito na segunda-feira, 23 de novembro, às 14h05, depois das 14h, o horário limite de Tienda Sur.",
      ])
    #expect(
      texts(.transportRests(from: Sample.monday, through: Sample.tuesday, because: .holiday([.pt: "Natal"]))) == [
        "No hay transporte del lunes 23 de noviembre al martes 24 de noviembre, por feriado.",
        "There is no transport from Monday 23 November to Tuesday 24 November because of a public holiday.",
        "Não há transporte de segunda-feira, 23 de novembro, a terça-feira, 24 de novembro, por causa de feriado (Natal).",
      ])
    #expect(
      texts(.prepared(from: Sample.placed, until: Sample.opens, site: "Tienda Sur")) == [
        "Se prepara en Tienda Sur desde el lunes 23 de noviembre a las 14:05 hasta el martes 24 de noviembre a las 9:00.",
        "It is prepared at Tienda Sur from Monday 23 November at 14:05 until Tuesday 24 November at 09:00.",
        "É preparado em Tienda Sur da segunda-feira, 23 de novembro, às 14h05, até terça-feira, 24 de novembro, às 9h.",
      ])
  }

  @Test func `what becomes of an order`() {
    typealias Sample = MessageSamples
    let missing = Setback.notFound([ProductUnits("Polera")], site: "Tienda Sur")
    #expect(
      texts(.delayed(Sample.shirts, from: Sample.monday, to: Sample.tuesday, .door, because: missing)) == [
        "En Tienda Sur no encontramos Polera. La entrega de 2 × Polera y Jeans pasa del lunes 23 de noviembre al martes 24 de "
          + "noviembre. Lamentamos la demora.",
        "We could not find Polera at Tienda Sur. Delivery of 2 × Polera and Jeans moves from Monday 23 November to Tuesday 24 "
          + "November. We are sorry for the delay.",
        "Em Tienda Sur não encontramos Polera. A entrega de 2 × Polera e Jeans passa da segunda-feira, 23 de novembro, para a "
          + "terça-feira, 24 de novembro. Pedimos desculpas pelo atraso.",
      ])
    #expect(
      texts(.refunded([ProductUnits("Polera")], amount: Money(3990, Currency("BRL")!), because: .vehicleBrokeDown)) == [
        "El vehículo que llevaba el pedido tuvo una avería. Lo sentimos: no podremos entregar Polera. Devolveremos lo pagado: "
          + "R$ 39,90.",
        "The vehicle with the order broke down. We are sorry: we cannot deliver Polera. We will refund what was paid: "
          + "R$\u{a0}39.90.",
        "O veículo que levava o pedido quebrou. Sentimos muito: não poderemos entregar Polera. Vamos devolver o valor pago: "
          + "R$\u{a0}39,90.",
      ])
    #expect(
      texts(.readyForPickup(order: "A-17", store: "Tienda Sur", until: Sample.tuesday)) == [
        "El pedido A-17 está listo en Tienda Sur. Se puede retirar hasta el martes 24 de noviembre.",
        "Order A-17 is ready at Tienda Sur. It can be picked up until Tuesday 24 November.",
        "O pedido A-17 está pronto em Tienda Sur. Pode ser retirado até terça-feira, 24 de novembro.",
      ])
    #expect(
      texts(.delivered(order: "A-17", at: Sample.placed)) == [
        "El pedido A-17 se entregó el lunes 23 de noviembre a las 14:05.",
        "Order A-17 was delivered on Monday 23 November at 14:05.",
        "O pedido A-17 foi entregue na segunda-feira, 23 de novembro, às 14h05.",
      ])
  }
}
