/// What happens to goods of a return.
extension MessageCatalogue {
  static var returnRequested: MessageTexts {
    MessageTexts(
      es: "Recibimos la solicitud {number} para devolver {products}.",
      en: "We received request {number} to return {products}.",
      pt: "Recebemos a solicitação {number} para devolver {products}.")
  }

  static var returnUnannounced: MessageTexts {
    MessageTexts(
      es: "Recibimos {products} sin una solicitud de devolución.",
      en: "We received {products} without a request to return.",
      pt: "Recebemos {products} sem uma solicitação de devolução.")
  }

  static var returnAuthorised: MessageTexts {
    MessageTexts(
      es: "La devolución de {products} está autorizada.",
      en: "The return of {products} is authorised.",
      pt: "A devolução de {products} está autorizada.")
  }

  static var returnRefused: MessageTexts {
    MessageTexts(
      es: "La devolución de {products} no es posible.",
      en: "The return of {products} is not possible.",
      pt: "A devolução de {products} não é possível.")
  }

  static var refusedTooLate: MessageTexts {
    MessageTexts(
      es: "El plazo para devolver terminó.",
      en: "The period to return is over.",
      pt: "O prazo para devolver terminou.")
  }

  static var refusedNoRight: MessageTexts {
    MessageTexts(
      es: "Ni la ley ni las condiciones de la tienda permiten esta devolución.",
      en: "Neither the law nor the terms of the shop allow this return.",
      pt: "Nem a lei nem as condições da loja permitem esta devolução.")
  }

  static var refusedExcluded: MessageTexts {
    MessageTexts(
      es: "Este tipo de productos no tiene devolución.",
      en: "Products of this kind cannot be returned.",
      pt: "Este tipo de produto não tem devolução.")
  }

  static var refusedLimits: MessageTexts {
    MessageTexts(
      es: "La solicitud supera los límites de devolución de la tienda.",
      en: "The request is above the limits of the shop for returns.",
      pt: "A solicitação ultrapassa os limites de devolução da loja.")
  }

  static var returnAppealed: MessageTexts {
    MessageTexts(
      es: "Recibimos el reclamo sobre la devolución de {products}: la revisaremos otra vez.",
      en: "We received the objection about the return of {products}: we will look at it again.",
      pt: "Recebemos a contestação sobre a devolução de {products}: vamos analisar outra vez.")
  }

  static var returnReopened: MessageTexts {
    MessageTexts(
      es: "La devolución de {products} está abierta de nuevo.",
      en: "The return of {products} is open again.",
      pt: "A devolução de {products} está aberta de novo.")
  }

  static var returnWithdrawn: MessageTexts {
    MessageTexts(
      es: "La devolución de {products} quedó anulada.",
      en: "The return of {products} was cancelled.",
      pt: "A devolução de {products} foi cancelada.")
  }

  static var returnExpired: MessageTexts {
    MessageTexts(
      es: "La autorización para devolver {products} venció.",
      en: "The authorisation to return {products} expired.",
      pt: "A autorização para devolver {products} venceu.")
  }

  static var labelReady: MessageTexts {
    MessageTexts(
      es: "La etiqueta para devolver {products} con {carrier} está lista: {number}.",
      en: "The label to return {products} with {carrier} is ready: {number}.",
      pt: "A etiqueta para devolver {products} com {carrier} está pronta: {number}.")
  }

  static var fetchWithin: MessageTexts {
    MessageTexts(
      es: "Pasaremos a retirar {products} {day:on}, entre {from:the} y {until:the}.",
      en: "We will collect {products} {day:on}, between {from} and {until}.",
      pt: "Vamos buscar {products} {day:on}, {from:of} {until:at}.")
  }

  static var fetchBetween: MessageTexts {
    MessageTexts(
      es: "Pasaremos a retirar {products} entre {from:on} y {until:on}.",
      en: "We will collect {products} between {from} and {until}.",
      pt: "Vamos buscar {products} entre {from} e {until}.")
  }

  static var handInAt: MessageTexts {
    MessageTexts(
      es: "La devolución de {products} se entrega en {site}.",
      en: "The return of {products} is handed in at {site}.",
      pt: "A devolução de {products} é entregue em {site}.")
  }

  static var handIn: MessageTexts {
    MessageTexts(
      es: "La devolución de {products} se entrega en un punto de recepción.",
      en: "The return of {products} is handed in at a drop-off point.",
      pt: "A devolução de {products} é entregue em um ponto de coleta.")
  }

  static var returnUnderWay: MessageTexts {
    MessageTexts(
      es: "La devolución de {products} va en camino.",
      en: "The return of {products} is on its way.",
      pt: "A devolução de {products} está a caminho.")
  }

  static var returnPickedUp: MessageTexts {
    MessageTexts(
      es: "Retiramos {products}.",
      en: "We collected {products}.",
      pt: "Buscamos {products}.")
  }

  static var returnLost: MessageTexts {
    MessageTexts(
      es: "El envío con la devolución de {products} se perdió. Lo sentimos: lo estamos buscando.",
      en: "The parcel with the return of {products} was lost. We are sorry: we are looking for it.",
      pt: "O envio com a devolução de {products} se perdeu. Sentimos muito: estamos procurando.")
  }

  static var lostOnWayBack: MessageTexts {
    MessageTexts(
      es: "El envío de vuelta de {products} se perdió. Lo sentimos: lo estamos buscando.",
      en: "The parcel that brings back {products} was lost. We are sorry: we are looking for it.",
      pt: "O envio de volta de {products} se perdeu. Sentimos muito: estamos procurando.")
  }

  static var returnFound: MessageTexts {
    MessageTexts(
      es: "Encontramos el envío perdido de {products}.",
      en: "We found the lost parcel of {products}.",
      pt: "Encontramos o envio perdido de {products}.")
  }

  static var returnReceived: MessageTexts {
    MessageTexts(
      es: "Recibimos la devolución de {products}.",
      en: "We received the return of {products}.",
      pt: "Recebemos a devolução de {products}.")
  }

  static var returnReceivedAt: MessageTexts {
    MessageTexts(
      es: "Recibimos la devolución de {products} en {site}.",
      en: "We received the return of {products} at {site}.",
      pt: "Recebemos a devolução de {products} em {site}.")
  }

  static var returnMatched: MessageTexts {
    MessageTexts(
      es: "Lo que recibimos, {products}, corresponde al pedido {order}.",
      en: "What we received, {products}, belongs to order {order}.",
      pt: "O que recebemos, {products}, corresponde ao pedido {order}.")
  }

  static var returnAccepted: MessageTexts {
    MessageTexts(
      es: "Revisamos {products} y aceptamos la devolución.",
      en: "We checked {products} and accept the return.",
      pt: "Verificamos {products} e aceitamos a devolução.")
  }

  static var returnRejected: MessageTexts {
    MessageTexts(
      es: "Revisamos {products} y no podemos aceptar la devolución.",
      en: "We checked {products} and cannot accept the return.",
      pt: "Verificamos {products} e não podemos aceitar a devolução.")
  }

  static var notOfOrder: MessageTexts {
    MessageTexts(
      es: "Lo que recibimos como {products} no corresponde al pedido.",
      en: "What we received as {products} is not of the order.",
      pt: "O que recebemos como {products} não corresponde ao pedido.")
  }

  static var returnReinspected: MessageTexts {
    MessageTexts(
      es: "Revisaremos {products} otra vez.",
      en: "We will check {products} again.",
      pt: "Vamos verificar {products} outra vez.")
  }

  static var repairStarted: MessageTexts {
    MessageTexts(
      es: "La reparación de {products} comenzó.",
      en: "The repair of {products} has begun.",
      pt: "O conserto de {products} começou.")
  }

  static var repairFinished: MessageTexts {
    MessageTexts(
      es: "La reparación de {products} está terminada.",
      en: "The repair of {products} is finished.",
      pt: "O conserto de {products} está concluído.")
  }

  static var repairFailed: MessageTexts {
    MessageTexts(
      es: "La reparación de {products} no fue posible.",
      en: "The repair of {products} was not possible.",
      pt: "O conserto de {products} não foi possível.")
  }

  static var sentBack: MessageTexts {
    MessageTexts(
      es: "El envío de vuelta de {products} va en camino.",
      en: "The parcel that brings back {products} is on its way.",
      pt: "O envio de volta de {products} está a caminho.")
  }

  static var handedBack: MessageTexts {
    MessageTexts(
      es: "Entregamos de vuelta {products}.",
      en: "We gave back {products}.",
      pt: "Entregamos {products} de volta.")
  }

  static var notTaken: MessageTexts {
    MessageTexts(
      es: "La entrega de vuelta de {products} no fue posible.",
      en: "It was not possible to give back {products}.",
      pt: "A entrega de volta de {products} não foi possível.")
  }

  static var returnKept: MessageTexts {
    MessageTexts(
      es: "No hace falta devolver {products}.",
      en: "There is no need to return {products}.",
      pt: "Não é preciso devolver {products}.")
  }

  static var findingOtherOrder: MessageTexts {
    MessageTexts(
      es: "No es de este pedido.",
      en: "It is not of this order.",
      pt: "Não é deste pedido.")
  }

  static var findingSerial: MessageTexts {
    MessageTexts(
      es: "El número de serie no es el del pedido: {number}.",
      en: "The serial number is not that of the order: {number}.",
      pt: "O número de série não é o do pedido: {number}.")
  }

  static var findingParts: MessageTexts {
    MessageTexts(
      es: "Faltan partes.",
      en: "Parts are missing.",
      pt: "Faltam partes.")
  }

  static var findingUse: MessageTexts {
    MessageTexts(
      es: "Hay daños por el uso.",
      en: "There is damage from use.",
      pt: "Há danos pelo uso.")
  }

  static var findingTransit: MessageTexts {
    MessageTexts(
      es: "Hay daños del transporte.",
      en: "There is damage from transport.",
      pt: "Há danos do transporte.")
  }

  static var findingFault: MessageTexts {
    MessageTexts(
      es: "Confirmamos la falla.",
      en: "We confirmed the fault.",
      pt: "Confirmamos o defeito.")
  }

  static var findingNoFault: MessageTexts {
    MessageTexts(
      es: "No encontramos fallas.",
      en: "We found no fault.",
      pt: "Não encontramos defeito.")
  }

  static var findingSeal: MessageTexts {
    MessageTexts(
      es: "El sello está roto.",
      en: "The seal is broken.",
      pt: "O lacre está rompido.")
  }

  static var findingNote: MessageTexts {
    MessageTexts(
      es: "Detalle: {note}.",
      en: "Details: {note}.",
      pt: "Detalhes: {note}.")
  }
}
