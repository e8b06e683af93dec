/// What is fetched at a locker.
extension MessageCatalogue {
  static var lockerPickup: MessageTexts {
    MessageTexts(
      es: "Se puede retirar en un casillero de {site} {day:on}.",
      en: "It can be picked up from a locker at {site} {day:on}.",
      pt: "Pode ser retirado de um armário em {site} {day:on}.")
  }

  static var lockerPickupFrom: MessageTexts {
    MessageTexts(
      es: "Se puede retirar en un casillero de {site} {day:on}, desde {from:the}.",
      en: "It can be picked up from a locker at {site} {day:on}, from {from}.",
      pt: "Pode ser retirado de um armário em {site} {day:on}, a partir {from:of}.")
  }

  static var lockerUntil: MessageTexts {
    MessageTexts(
      es: "Estará ahí hasta {day:on}.",
      en: "It stays there until {day}.",
      pt: "Fica lá até {day}.")
  }

  static var delayedLocker: MessageTexts {
    MessageTexts(
      es: "El retiro de {products} en un casillero de {site} pasa {old:of} {new:to}.",
      en: "Pickup of {products} from a locker at {site} moves from {old} {new:to}.",
      pt: "A retirada de {products} de um armário em {site} passa {old:of}, {new:to}.")
  }

  static var dayUnknownLocker: MessageTexts {
    MessageTexts(
      es: "El retiro de {products} en un casillero de {site} no podrá ser {day:on}.",
      en: "Pickup of {products} from a locker at {site} will not be possible {day:on}.",
      pt: "A retirada de {products} de um armário em {site} não será possível {day:on}.")
  }

  static var readyInLocker: MessageTexts {
    MessageTexts(
      es: "El pedido {order} está en un casillero de {site}. Se puede retirar hasta {day:on}.",
      en: "Order {order} is in a locker at {site}. It can be picked up until {day}.",
      pt: "O pedido {order} está em um armário em {site}. Pode ser retirado até {day}.")
  }

  static var tooLargeForLocker: MessageTexts {
    MessageTexts(
      es: "El pedido no cabe en los casilleros de {site}.",
      en: "The order does not fit in the lockers at {site}.",
      pt: "O pedido não cabe nos armários em {site}.")
  }

  static var lockerFull: MessageTexts {
    MessageTexts(
      es: "Los casilleros de {site} están ocupados por ahora.",
      en: "The lockers at {site} are taken for now.",
      pt: "Os armários em {site} estão ocupados por enquanto.")
  }
}
