/// Why an order cannot come.
extension MessageCatalogue {
  static var productUnknown: MessageTexts {
    MessageTexts(
      es: "Uno de los productos no está a la venta.",
      en: "One of the products is not for sale.",
      pt: "Um dos produtos não está à venda.")
  }

  static var noPickup: MessageTexts {
    MessageTexts(
      es: "En {site} no se pueden retirar pedidos.",
      en: "Orders cannot be picked up at {site}.",
      pt: "Em {site} não é possível retirar pedidos.")
  }

  static var noPickupThere: MessageTexts {
    MessageTexts(
      es: "En ese lugar no se pueden retirar pedidos.",
      en: "Orders cannot be picked up there.",
      pt: "Nesse local não é possível retirar pedidos.")
  }

  static var notServed: MessageTexts {
    MessageTexts(
      es: "No encontramos una forma de entregar este pedido ahí. Puede servir otro horario u otra dirección.",
      en: "We found no way to deliver this order there. Other hours or another address may help.",
      pt: "Não encontramos uma forma de entregar este pedido nesse local. Outro horário ou outro endereço pode ajudar.")
  }

  static var fewLeft: MessageTexts {
    MessageTexts(
      es: .plural(
        one: "Solo queda {count} unidad de {product}.",
        other: "Solo quedan {count} unidades de {product}."),
      en: .plural(
        one: "Only {count} unit of {product} is left.",
        other: "Only {count} units of {product} are left."),
      pt: .plural(
        one: "Resta apenas {count} unidade de {product}.",
        other: "Restam apenas {count} unidades de {product}."))
  }

  static var noneLeft: MessageTexts {
    MessageTexts(
      es: "No quedan unidades de {product}.",
      en: "There are no units of {product} left.",
      pt: "Não há mais unidades de {product}.")
  }

  static var fewAllowed: MessageTexts {
    MessageTexts(
      es: .plural(
        one: "De esta manera solo podemos entregar {count} unidad de {product}.",
        other: "De esta manera solo podemos entregar {count} unidades de {product}."),
      en: .plural(
        one: "In this way we can deliver only {count} unit of {product}.",
        other: "In this way we can deliver only {count} units of {product}."),
      pt: .plural(
        one: "Desta forma só podemos entregar {count} unidade de {product}.",
        other: "Desta forma só podemos entregar {count} unidades de {product}."))
  }

  static var noneAllowed: MessageTexts {
    MessageTexts(
      es: "De esta manera no podemos entregar {product}.",
      en: "In this way we cannot deliver {product}.",
      pt: "Desta forma não podemos entregar {product}.")
  }

  static var tooManyParcels: MessageTexts {
    MessageTexts(
      es: "El pedido es demasiado grande para enviarlo de una vez. Se puede repartir en varios pedidos.",
      en: "The order is too large to be sent at once. It can be split into several orders.",
      pt: "O pedido é grande demais para ser enviado de uma vez. Ele pode ser dividido em vários pedidos.")
  }

  static var cannotShip: MessageTexts {
    MessageTexts(
      es: "Por ahora este pedido no se puede enviar.",
      en: "At the moment this order cannot be sent.",
      pt: "No momento não é possível enviar este pedido.")
  }

  static var tooLarge: MessageTexts {
    MessageTexts(
      es: "El pedido es muy grande y no pudimos calcular su entrega. Se puede repartir en varios pedidos.",
      en: "The order is very large and we could not work out its delivery. It can be split into several orders.",
      pt: "O pedido é muito grande e não conseguimos calcular a entrega. Ele pode ser dividido em vários pedidos.")
  }

  static var alreadyConfirmed: MessageTexts {
    MessageTexts(
      es: "Este pedido ya está confirmado.",
      en: "This order is already confirmed.",
      pt: "Este pedido já está confirmado.")
  }

  static var outrun: MessageTexts {
    MessageTexts(
      es: "Otras personas están comprando lo mismo en este momento. Se puede intentar de nuevo.",
      en: "Other people are buying the same right now. It is worth trying again.",
      pt: "Outras pessoas estão comprando o mesmo neste momento. Vale a pena tentar de novo.")
  }

  static var quoteEnded: MessageTexts {
    MessageTexts(
      es: "La oferta era válida hasta {moment:on}. Se puede pedir una nueva.",
      en: "The offer was good until {moment}. A new one can be requested.",
      pt: "A oferta era válida até {moment}. É possível pedir uma nova.")
  }

  static var quoteInvalid: MessageTexts {
    MessageTexts(
      es: "Esta oferta no es válida. Se puede pedir una nueva.",
      en: "This offer is not valid. A new one can be requested.",
      pt: "Esta oferta não é válida. É possível pedir uma nova.")
  }

  static var quoteWithdrawn: MessageTexts {
    MessageTexts(
      es: "Esta oferta quedó sin efecto. Se puede pedir una nueva.",
      en: "This offer no longer holds. A new one can be requested.",
      pt: "Esta oferta ficou sem efeito. É possível pedir uma nova.")
  }
}
