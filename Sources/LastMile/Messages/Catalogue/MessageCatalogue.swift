/// Every sentence that customers read, in every language side by side. Nothing that they read is written anywhere else but the names
/// of days and the like, which are in `Writing/`. What went wrong and what is about lockers stands in files of its own beside
/// this one.
///
/// - `{day}` is "lunes 23 de noviembre"; `{day:on}` "el lunes 23 de noviembre", `{day:of}` "del lunes …", `{day:to}` "al lunes …".
/// - `{cutOff}` is a time as "14:00"; `{cutOff:at}` "a las 14:00", `{cutOff:the}` "las 14:00", `{cutOff:of}` "de las 14:00".
/// - A day with a time takes `on` and `of`; in Portuguese a comma follows a day wherever the sentence goes on.
/// - `{days}` brings its own words: "el lunes 23 de noviembre", "del lunes 23 de noviembre al martes 24 de noviembre".
/// - Nothing may have to agree with the name of a product or a site: nobody knows its gender and number.
/// - Customers are not addressed as "tú" or "usted", nor given orders.
enum MessageCatalogue {
  static func texts(of key: MessageKey) -> MessageTexts {
    switch key {

    // MARK: What is promised

    case .arrives:
      MessageTexts(
        es: "Llega {day:on}.",
        en: "It arrives {day:on}.",
        pt: "Chega {day:on}.")
    case .arrivesWithin:
      MessageTexts(
        es: "Llega {day:on}, entre {from:the} y {until:the}.",
        en: "It arrives {day:on}, between {from} and {until}.",
        pt: "Chega {day:on}, {from:of} {until:at}.")
    case .pickup:
      MessageTexts(
        es: "Se puede retirar en {site} {day:on}.",
        en: "It can be picked up at {site} {day:on}.",
        pt: "Pode ser retirado em {site} {day:on}.")
    case .pickupWithin:
      MessageTexts(
        es: "Se puede retirar en {site} {day:on}, entre {from:the} y {until:the}.",
        en: "It can be picked up at {site} {day:on}, between {from} and {until}.",
        pt: "Pode ser retirado em {site} {day:on}, {from:of} {until:at}.")
    case .probability:
      MessageTexts(
        es: "Probabilidad de cumplir esta fecha: {percent}.",
        en: "Chance of keeping this date: {percent}.",
        pt: "Probabilidade de cumprir esta data: {percent}.")

    // MARK: Why it is not sooner

    case .afterCutOff:
      MessageTexts(
        es: "Pedido hecho {placed:on}, después {cutOff:of}, la hora límite de {site}.",
        en: "Ordered {placed:on}, after the {cutOff} cut-off of {site}.",
        pt: "Pedido feito {placed:on}, depois {cutOff:of}, o horário limite de {site}.")
    case .outsideHours:
      MessageTexts(
        es: "Pedido hecho {placed:on}, fuera del horario de {site}, que vuelve a preparar pedidos {opens:on}.",
        en: "Ordered {placed:on}, outside the hours of {site}, which prepares orders again {opens:on}.",
        pt: "Pedido feito {placed:on}, fora do horário de {site}, que volta a preparar pedidos {opens:on}.")
    case .waits:
      MessageTexts(
        es: .plural(
          one: "Antes se prepara {count} envío en {site}; su turno llega {moment:on}.",
          other: "Antes se preparan {count} envíos en {site}; su turno llega {moment:on}."),
        en: .plural(
          one: "{count} parcel is prepared before it at {site}; its turn comes {moment:on}.",
          other: "{count} parcels are prepared before it at {site}; its turn comes {moment:on}."),
        pt: .plural(
          one: "Antes é preparado {count} envio em {site}; a vez dele chega {moment:on}.",
          other: "Antes são preparados {count} envios em {site}; a vez dele chega {moment:on}."))
    case .siteClosed:
      MessageTexts(
        es: "{site} no trabaja {days}.",
        en: "{site} is closed {days}.",
        pt: "{site} não funciona {days}.")
    case .siteHoliday:
      MessageTexts(
        es: "{site} no trabaja {days}, por feriado.",
        en: "{site} is closed {days} for a public holiday.",
        pt: "{site} não funciona {days}, por causa de feriado.")
    case .siteNamedHoliday:
      MessageTexts(
        es: "{site} no trabaja {days}, por feriado ({holiday}).",
        en: "{site} is closed {days} for a public holiday ({holiday}).",
        pt: "{site} não funciona {days}, por causa de feriado ({holiday}).")
    case .prepared:
      MessageTexts(
        es: "Se prepara en {site} desde {from:on} hasta {until:on}.",
        en: "It is prepared at {site} from {from} until {until}.",
        pt: "É preparado em {site} {from:of}, até {until}.")
    case .preparedWithin:
      MessageTexts(
        es: "Se prepara en {site} {day:on}, entre {from:the} y {until:the}.",
        en: "It is prepared at {site} {day:on}, between {from} and {until}.",
        pt: "É preparado em {site} {day:on}, {from:of} {until:at}.")
    case .preparedAtOnce:
      MessageTexts(
        es: "Se prepara en {site} {day:on}.",
        en: "It is prepared at {site} {day:on}.",
        pt: "É preparado em {site} {day:on}.")
    case .missedDeparture:
      MessageTexts(
        es: "Está listo {ready:on}, después de la última salida, {last:at}.",
        en: "It is ready {ready:on}, after the last departure at {last}.",
        pt: "Fica pronto {ready:on}, depois da última saída, {last:at}.")
    case .transportRests:
      MessageTexts(
        es: "No hay transporte {days}.",
        en: "There is no transport {days}.",
        pt: "Não há transporte {days}.")
    case .transportHoliday:
      MessageTexts(
        es: "No hay transporte {days}, por feriado.",
        en: "There is no transport {days} because of a public holiday.",
        pt: "Não há transporte {days}, por causa de feriado.")
    case .transportNamedHoliday:
      MessageTexts(
        es: "No hay transporte {days}, por feriado ({holiday}).",
        en: "There is no transport {days} because of a public holiday ({holiday}).",
        pt: "Não há transporte {days}, por causa de feriado ({holiday}).")
    case .noCollection:
      MessageTexts(
        es: "No se recogen envíos en {site} {days}.",
        en: "Nothing is collected at {site} {days}.",
        pt: "Não há coleta em {site} {days}.")
    case .departs:
      MessageTexts(
        es: "Sale a partir {moment:of}.",
        en: "It leaves no earlier than {moment}.",
        pt: "Sai a partir {moment:of}.")
    case .underWay:
      MessageTexts(
        es: .plural(
          one: "Está {count} día hábil en camino y llega {day:on}.",
          other: "Está {count} días hábiles en camino y llega {day:on}."),
        en: .plural(
          one: "It is under way for {count} working day and arrives {day:on}.",
          other: "It is under way for {count} working days and arrives {day:on}."),
        pt: .plural(
          one: "Fica {count} dia útil a caminho e chega {day:on}.",
          other: "Fica {count} dias úteis a caminho e chega {day:on}."))
    case .sameDay:
      MessageTexts(
        es: "Llega el mismo día en que sale, {day:on}.",
        en: "It arrives on the day it leaves, {day}.",
        pt: "Chega no mesmo dia em que sai: {day}.")
    case .noDelivery:
      MessageTexts(
        es: "No hay entregas {day:on}.",
        en: "There are no deliveries {day:on}.",
        pt: "Não há entregas {day:on}.")
    case .deliveryHoursOver:
      MessageTexts(
        es: "El horario de entrega {day:of} termina antes de que pueda llegar.",
        en: "The delivery hours of {day} end before it could be there.",
        pt: "O horário de entrega {day:of}, termina antes que o pedido possa chegar.")
    case .collectable:
      MessageTexts(
        es: "Se puede retirar en {site} a partir {moment:of}.",
        en: "It can be picked up at {site} from {moment}.",
        pt: "Pode ser retirado em {site} a partir {moment:of}.")
    case .deliveredOn:
      MessageTexts(
        es: "Se entrega {day:on}.",
        en: "It is delivered {day:on}.",
        pt: "É entregue {day:on}.")

    // MARK: Why it cannot come

    case .productUnknown:
      MessageTexts(
        es: "Uno de los productos no está a la venta.",
        en: "One of the products is not for sale.",
        pt: "Um dos produtos não está à venda.")
    case .noPickup:
      MessageTexts(
        es: "En {site} no se pueden retirar pedidos.",
        en: "Orders cannot be picked up at {site}.",
        pt: "Em {site} não é possível retirar pedidos.")
    case .noPickupThere:
      MessageTexts(
        es: "En ese lugar no se pueden retirar pedidos.",
        en: "Orders cannot be picked up there.",
        pt: "Nesse local não é possível retirar pedidos.")
    case .notServed:
      MessageTexts(
        es: "No encontramos una forma de entregar este pedido ahí. Puede servir otro horario u otra dirección.",
        en: "We found no way to deliver this order there. Other hours or another address may help.",
        pt: "Não encontramos uma forma de entregar este pedido nesse local. Outro horário ou outro endereço pode ajudar.")
    case .fewLeft:
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
    case .noneLeft:
      MessageTexts(
        es: "No quedan unidades de {product}.",
        en: "There are no units of {product} left.",
        pt: "Não há mais unidades de {product}.")
    case .fewAllowed:
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
    case .noneAllowed:
      MessageTexts(
        es: "De esta manera no podemos entregar {product}.",
        en: "In this way we cannot deliver {product}.",
        pt: "Desta forma não podemos entregar {product}.")
    case .tooManyParcels:
      MessageTexts(
        es: "El pedido es demasiado grande para enviarlo de una vez. Se puede repartir en varios pedidos.",
        en: "The order is too large to be sent at once. It can be split into several orders.",
        pt: "O pedido é grande demais para ser enviado de uma vez. Ele pode ser dividido em vários pedidos.")
    case .cannotShip:
      MessageTexts(
        es: "Por ahora este pedido no se puede enviar.",
        en: "At the moment this order cannot be sent.",
        pt: "No momento não é possível enviar este pedido.")
    case .tooLarge:
      MessageTexts(
        es: "El pedido es muy grande y no pudimos calcular su entrega. Se puede repartir en varios pedidos.",
        en: "The order is very large and we could not work out its delivery. It can be split into several orders.",
        pt: "O pedido é muito grande e não conseguimos calcular a entrega. Ele pode ser dividido em vários pedidos.")
    case .alreadyConfirmed:
      MessageTexts(
        es: "Este pedido ya está confirmado.",
        en: "This order is already confirmed.",
        pt: "Este pedido já está confirmado.")
    case .outrun:
      MessageTexts(
        es: "Otras personas están comprando lo mismo en este momento. Se puede intentar de nuevo.",
        en: "Other people are buying the same right now. It is worth trying again.",
        pt: "Outras pessoas estão comprando o mesmo neste momento. Vale a pena tentar de novo.")
    case .quoteEnded:
      MessageTexts(
        es: "La oferta era válida hasta {moment:on}. Se puede pedir una nueva.",
        en: "The offer was good until {moment}. A new one can be requested.",
        pt: "A oferta era válida até {moment}. É possível pedir uma nova.")
    case .quoteInvalid:
      MessageTexts(
        es: "Esta oferta no es válida. Se puede pedir una nueva.",
        en: "This offer is not valid. A new one can be requested.",
        pt: "Esta oferta não é válida. É possível pedir uma nova.")
    case .quoteWithdrawn:
      MessageTexts(
        es: "Esta oferta quedó sin efecto. Se puede pedir una nueva.",
        en: "This offer no longer holds. A new one can be requested.",
        pt: "Esta oferta ficou sem efeito. É possível pedir uma nova.")

    // MARK: What becomes of an order

    case .confirmed:
      MessageTexts(
        es: "El pedido {order} está confirmado.",
        en: "Order {order} is confirmed.",
        pt: "O pedido {order} está confirmado.")
    case .delayed:
      MessageTexts(
        es: "La entrega de {products} pasa {old:of} {new:to}.",
        en: "Delivery of {products} moves from {old} {new:to}.",
        pt: "A entrega de {products} passa {old:of}, {new:to}.")
    case .delayedPickup:
      MessageTexts(
        es: "El retiro de {products} en {site} pasa {old:of} {new:to}.",
        en: "Pickup of {products} at {site} moves from {old} {new:to}.",
        pt: "A retirada de {products} em {site} passa {old:of}, {new:to}.")
    case .dayUnknown:
      MessageTexts(
        es: "La entrega de {products} no podrá ser {day:on}.",
        en: "Delivery of {products} will not be possible {day:on}.",
        pt: "A entrega de {products} não será possível {day:on}.")
    case .dayUnknownPickup:
      MessageTexts(
        es: "El retiro de {products} en {site} no podrá ser {day:on}.",
        en: "Pickup of {products} at {site} will not be possible {day:on}.",
        pt: "A retirada de {products} em {site} não será possível {day:on}.")
    case .tellDay:
      MessageTexts(
        es: "Lo sentimos: informaremos el nuevo día en cuanto lo sepamos.",
        en: "We are sorry: we will tell the new day as soon as we know it.",
        pt: "Sentimos muito: informaremos o novo dia assim que soubermos.")
    case .mayWithdraw:
      MessageTexts(
        es: "Si el cambio no conviene, el pedido {order} se puede anular sin costo.",
        en: "If the change does not suit, order {order} can be withdrawn free of charge.",
        pt: "Se a mudança não for conveniente, o pedido {order} pode ser cancelado sem custo.")
    case .sorryForDelay:
      MessageTexts(
        es: "Lamentamos la demora.",
        en: "We are sorry for the delay.",
        pt: "Pedimos desculpas pelo atraso.")
    case .notDelivered:
      MessageTexts(
        es: "Lo sentimos: no podremos entregar {products}.",
        en: "We are sorry: we cannot deliver {products}.",
        pt: "Sentimos muito: não poderemos entregar {products}.")
    case .refund:
      MessageTexts(
        es: "Devolveremos lo pagado.",
        en: "We will refund what was paid.",
        pt: "Vamos devolver o valor pago.")
    case .refundOf:
      MessageTexts(
        es: "Devolveremos lo pagado: {amount}.",
        en: "We will refund what was paid: {amount}.",
        pt: "Vamos devolver o valor pago: {amount}.")
    case .cancelled:
      MessageTexts(
        es: "Lo sentimos: no podremos entregar el pedido {order}.",
        en: "We are sorry: we cannot deliver order {order}.",
        pt: "Sentimos muito: não poderemos entregar o pedido {order}.")
    case .readyForPickup:
      MessageTexts(
        es: "El pedido {order} está listo en {site}. Se puede retirar hasta {day:on}.",
        en: "Order {order} is ready at {site}. It can be picked up until {day}.",
        pt: "O pedido {order} está pronto em {site}. Pode ser retirado até {day}.")
    case .onItsWay:
      MessageTexts(
        es: "El pedido {order} va en camino.",
        en: "Order {order} is on its way.",
        pt: "O pedido {order} está a caminho.")
    case .delivered:
      MessageTexts(
        es: "El pedido {order} se entregó {moment:on}.",
        en: "Order {order} was delivered {moment:on}.",
        pt: "O pedido {order} foi entregue {moment:on}.")

    // MARK: What went wrong

    case .notFound: notFound
    case .damaged: damaged
    case .shut: shut
    case .shutUntil: shutUntil
    case .vehicleBrokeDown: vehicleBrokeDown
    case .carrierLate: carrierLate
    case .transportLate: transportLate
    case .heldUp: heldUp
    case .siteBehind: siteBehind

    // MARK: Lockers

    case .lockerPickup: lockerPickup
    case .lockerPickupFrom: lockerPickupFrom
    case .lockerUntil: lockerUntil
    case .delayedLocker: delayedLocker
    case .dayUnknownLocker: dayUnknownLocker
    case .readyInLocker: readyInLocker
    case .tooLargeForLocker: tooLargeForLocker
    case .lockerFull: lockerFull

    // MARK: Parts of sentences

    // Stands for a list of products.
    case .partOfOrder:
      MessageTexts(
        es: "una parte del pedido",
        en: "part of the order",
        pt: "uma parte do pedido")
    }
  }
}
