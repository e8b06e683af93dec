/// Every sentence that customers read, in every language side by side. Nothing that they read is written anywhere else but the names
/// of days and the like, which are in `Writing/`. Most sentences stand in files of their own beside this one, by what they are about.
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

    case .productUnknown: productUnknown
    case .noPickup: noPickup
    case .noPickupThere: noPickupThere
    case .notServed: notServed
    case .fewLeft: fewLeft
    case .noneLeft: noneLeft
    case .fewAllowed: fewAllowed
    case .noneAllowed: noneAllowed
    case .tooManyParcels: tooManyParcels
    case .cannotShip: cannotShip
    case .tooLarge: tooLarge
    case .alreadyConfirmed: alreadyConfirmed
    case .outrun: outrun
    case .quoteEnded: quoteEnded
    case .quoteInvalid: quoteInvalid
    case .quoteWithdrawn: quoteWithdrawn

    // MARK: What becomes of an order

    case .confirmed: confirmed
    case .delayed: delayed
    case .delayedPickup: delayedPickup
    case .dayUnknown: dayUnknown
    case .dayUnknownPickup: dayUnknownPickup
    case .tellDay: tellDay
    case .mayWithdraw: mayWithdraw
    case .sorryForDelay: sorryForDelay
    case .notDelivered: notDelivered
    case .refund: refund
    case .refundOf: refundOf
    case .cancelled: cancelled
    case .readyForPickup: readyForPickup
    case .onItsWay: onItsWay
    case .delivered: delivered

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

    // MARK: Rights to what was bought

    case .returnUntil: returnUntil
    case .guaranteeUntil: guaranteeUntil
    case .warrantyUntil: warrantyUntil
    case .guaranteeWithoutEnd: guaranteeWithoutEnd
    case .returnBegins: returnBegins
    case .guaranteeBegins: guaranteeBegins
    case .warrantyBegins: warrantyBegins
    case .returnEnded: returnEnded
    case .guaranteeEnded: guaranteeEnded
    case .warrantyEnded: warrantyEnded
    case .noReturn: noReturn
    case .noGuarantee: noGuarantee
    case .noWarranty: noWarranty
    case .boughtInShop: boughtInShop
    case .excludedGoods: excludedGoods
    case .returnUnknown: returnUnknown
    case .guaranteeUnknown: guaranteeUnknown
    case .fromDelivery: fromDelivery
    case .fromLastDelivery: fromLastDelivery
    case .fromContract: fromContract
    case .fromDiscovery: fromDiscovery
    case .fromReplacement: fromReplacement
    case .uninformed: uninformed
    case .paused: paused
    case .prolonged: prolonged
    case .shopRule: shopRule
    case .remedies: remedies
    case .repairFirst: repairFirst
    case .notCured: notCured
    case .sellerPaysBack: sellerPaysBack
    case .customerPaysBack: customerPaysBack
    case .unstatedBack: unstatedBack
    case .wayOutBack: wayOutBack
    case .standardWayOutBack: standardWayOutBack
    case .refundBy: refundBy
    case .waitsForGoods: waitsForGoods
    case .waitsForProof: waitsForProof
    case .waitsForDetails: waitsForDetails
    case .unsure: unsure
    case .unsureAbout: unsureAbout

    // MARK: Returns

    case .returnRequested: returnRequested
    case .returnUnannounced: returnUnannounced
    case .returnAuthorised: returnAuthorised
    case .returnRefused: returnRefused
    case .refusedTooLate: refusedTooLate
    case .refusedNoRight: refusedNoRight
    case .refusedExcluded: refusedExcluded
    case .refusedLimits: refusedLimits
    case .returnAppealed: returnAppealed
    case .returnReopened: returnReopened
    case .returnWithdrawn: returnWithdrawn
    case .returnExpired: returnExpired
    case .labelReady: labelReady
    case .fetchWithin: fetchWithin
    case .fetchBetween: fetchBetween
    case .handInAt: handInAt
    case .handIn: handIn
    case .returnUnderWay: returnUnderWay
    case .returnPickedUp: returnPickedUp
    case .returnLost: returnLost
    case .lostOnWayBack: lostOnWayBack
    case .returnFound: returnFound
    case .returnReceived: returnReceived
    case .returnReceivedAt: returnReceivedAt
    case .returnMatched: returnMatched
    case .returnAccepted: returnAccepted
    case .returnRejected: returnRejected
    case .notOfOrder: notOfOrder
    case .returnReinspected: returnReinspected
    case .repairStarted: repairStarted
    case .repairFinished: repairFinished
    case .repairFailed: repairFailed
    case .sentBack: sentBack
    case .handedBack: handedBack
    case .notTaken: notTaken
    case .returnKept: returnKept
    case .findingOtherOrder: findingOtherOrder
    case .findingSerial: findingSerial
    case .findingParts: findingParts
    case .findingUse: findingUse
    case .findingTransit: findingTransit
    case .findingFault: findingFault
    case .findingNoFault: findingNoFault
    case .findingSeal: findingSeal
    case .findingNote: findingNote
    case .grantedRefund: grantedRefund
    case .grantedCredit: grantedCredit
    case .grantedReplacement: grantedReplacement
    case .grantedAdvance: grantedAdvance
    case .grantedExchange: grantedExchange
    case .grantedOther: grantedOther
    case .grantedRepair: grantedRepair
    case .grantedReduction: grantedReduction
    case .grantedReductionCredit: grantedReductionCredit
    case .remedyDeclined: remedyDeclined
    case .remedyReconsidered: remedyReconsidered
    case .paidBack: paidBack
    case .paidAsCredit: paidAsCredit
    case .differenceOwed: differenceOwed
    case .replacementOrdered: replacementOrdered
    case .differencePaid: differencePaid
    case .differenceReturned: differenceReturned
    case .replacementDelivered: replacementDelivered
    case .paymentFailed: paymentFailed
    case .replacementFailed: replacementFailed
    case .chargedMissing: chargedMissing
    case .chargedRejected: chargedRejected
    case .chargeReturned: chargeReturned
    case .nothingOpen: nothingOpen
    case .nextDecision: nextDecision
    case .nextHandover: nextHandover
    case .nextHandoverBy: nextHandoverBy
    case .nextArrival: nextArrival
    case .nextInspection: nextInspection
    case .nextRefund: nextRefund
    case .nextRefundBy: nextRefundBy
    case .nextReplacement: nextReplacement
    case .afterHandover: afterHandover
    case .afterReceipt: afterReceipt
    case .afterInspection: afterInspection
    case .nextRepair: nextRepair
    case .nextOldGoods: nextOldGoods
    case .nextWayBack: nextWayBack
    case .partDelivered: partDelivered
    case .partCollected: partCollected

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
