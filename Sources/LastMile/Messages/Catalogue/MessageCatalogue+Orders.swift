/// What becomes of an order.
extension MessageCatalogue {
  static var confirmed: MessageTexts {
    MessageTexts(
      es: "El pedido {order} está confirmado.",
      en: "Order {order} is confirmed.",
      pt: "O pedido {order} está confirmado.")
  }

  static var delayed: MessageTexts {
    MessageTexts(
      es: "La entrega de {products} pasa {old:of} {new:to}.",
      en: "Delivery of {products} moves from {old} {new:to}.",
      pt: "A entrega de {products} passa {old:of}, {new:to}.")
  }

  static var delayedPickup: MessageTexts {
    MessageTexts(
      es: "El retiro de {products} en {site} pasa {old:of} {new:to}.",
      en: "Pickup of {products} at {site} moves from {old} {new:to}.",
      pt: "A retirada de {products} em {site} passa {old:of}, {new:to}.")
  }

  static var dayUnknown: MessageTexts {
    MessageTexts(
      es: "La entrega de {products} no podrá ser {day:on}.",
      en: "Delivery of {products} will not be possible {day:on}.",
      pt: "A entrega de {products} não será possível {day:on}.")
  }

  static var dayUnknownPickup: MessageTexts {
    MessageTexts(
      es: "El retiro de {products} en {site} no podrá ser {day:on}.",
      en: "Pickup of {products} at {site} will not be possible {day:on}.",
      pt: "A retirada de {products} em {site} não será possível {day:on}.")
  }

  static var tellDay: MessageTexts {
    MessageTexts(
      es: "Lo sentimos: informaremos el nuevo día en cuanto lo sepamos.",
      en: "We are sorry: we will tell the new day as soon as we know it.",
      pt: "Sentimos muito: informaremos o novo dia assim que soubermos.")
  }

  static var mayWithdraw: MessageTexts {
    MessageTexts(
      es: "Si el cambio no conviene, el pedido {order} se puede anular sin costo.",
      en: "If the change does not suit, order {order} can be withdrawn free of charge.",
      pt: "Se a mudança não for conveniente, o pedido {order} pode ser cancelado sem custo.")
  }

  static var sorryForDelay: MessageTexts {
    MessageTexts(
      es: "Lamentamos la demora.",
      en: "We are sorry for the delay.",
      pt: "Pedimos desculpas pelo atraso.")
  }

  static var notDelivered: MessageTexts {
    MessageTexts(
      es: "Lo sentimos: no podremos entregar {products}.",
      en: "We are sorry: we cannot deliver {products}.",
      pt: "Sentimos muito: não poderemos entregar {products}.")
  }

  static var refund: MessageTexts {
    MessageTexts(
      es: "Devolveremos lo pagado.",
      en: "We will refund what was paid.",
      pt: "Vamos devolver o valor pago.")
  }

  static var refundOf: MessageTexts {
    MessageTexts(
      es: "Devolveremos lo pagado: {amount}.",
      en: "We will refund what was paid: {amount}.",
      pt: "Vamos devolver o valor pago: {amount}.")
  }

  static var cancelled: MessageTexts {
    MessageTexts(
      es: "Lo sentimos: no podremos entregar el pedido {order}.",
      en: "We are sorry: we cannot deliver order {order}.",
      pt: "Sentimos muito: não poderemos entregar o pedido {order}.")
  }

  static var readyForPickup: MessageTexts {
    MessageTexts(
      es: "El pedido {order} está listo en {site}. Se puede retirar hasta {day:on}.",
      en: "Order {order} is ready at {site}. It can be picked up until {day}.",
      pt: "O pedido {order} está pronto em {site}. Pode ser retirado até {day}.")
  }

  static var onItsWay: MessageTexts {
    MessageTexts(
      es: "El pedido {order} va en camino.",
      en: "Order {order} is on its way.",
      pt: "O pedido {order} está a caminho.")
  }

  static var delivered: MessageTexts {
    MessageTexts(
      es: "El pedido {order} se entregó {moment:on}.",
      en: "Order {order} was delivered {moment:on}.",
      pt: "O pedido {order} foi entregue {moment:on}.")
  }
}
