/// What went wrong with an order.
extension MessageCatalogue {
  static var notFound: MessageTexts {
    MessageTexts(
      es: "En {site} no encontramos {products}.",
      en: "We could not find {products} at {site}.",
      pt: "Em {site} não encontramos {products}.")
  }

  static var damaged: MessageTexts {
    MessageTexts(
      es: "En {site} no hay {products} en buen estado.",
      en: "{site} does not have {products} in good condition.",
      pt: "Em {site} não há {products} em bom estado.")
  }

  static var shut: MessageTexts {
    MessageTexts(
      es: "{site} no puede enviar pedidos por ahora.",
      en: "{site} cannot send orders at the moment.",
      pt: "{site} não pode enviar pedidos no momento.")
  }

  static var shutUntil: MessageTexts {
    MessageTexts(
      es: "{site} no puede enviar pedidos hasta {moment:on}.",
      en: "{site} cannot send orders until {moment}.",
      pt: "{site} não pode enviar pedidos até {moment}.")
  }

  static var vehicleBrokeDown: MessageTexts {
    MessageTexts(
      es: "El vehículo que llevaba el pedido tuvo una avería.",
      en: "The vehicle with the order broke down.",
      pt: "O veículo que levava o pedido quebrou.")
  }

  static var carrierLate: MessageTexts {
    MessageTexts(
      es: "La empresa de transporte va con retraso.",
      en: "The carrier is late.",
      pt: "A transportadora está atrasada.")
  }

  static var transportLate: MessageTexts {
    MessageTexts(
      es: "Nuestros repartos van con retraso.",
      en: "Our deliveries are running late.",
      pt: "Nossas entregas estão atrasadas.")
  }

  static var heldUp: MessageTexts {
    MessageTexts(
      es: "El pedido quedó detenido en el camino.",
      en: "The order was held up on its way.",
      pt: "O pedido ficou retido no caminho.")
  }

  static var siteBehind: MessageTexts {
    MessageTexts(
      es: "{site} va con retraso en la preparación de pedidos.",
      en: "{site} is behind with preparing orders.",
      pt: "{site} está com atraso na preparação de pedidos.")
  }
}
