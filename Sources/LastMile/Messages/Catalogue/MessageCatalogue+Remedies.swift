/// What customers get for goods of a return, and what comes next.
extension MessageCatalogue {
  static var grantedRefund: MessageTexts {
    MessageTexts(
      es: "Por {products} devolveremos el dinero al medio de pago original.",
      en: "For {products} we will refund the money to the original means of payment.",
      pt: "Por {products} vamos devolver o dinheiro ao meio de pagamento original.")
  }

  static var grantedCredit: MessageTexts {
    MessageTexts(
      es: "Por {products} daremos un crédito en la tienda.",
      en: "For {products} we will give a credit at the shop.",
      pt: "Por {products} vamos dar um crédito na loja.")
  }

  static var grantedReplacement: MessageTexts {
    MessageTexts(
      es: "Cambiaremos {products} por lo mismo, nuevo.",
      en: "We will replace {products} with the same, new.",
      pt: "Vamos trocar {products} pelo mesmo, novo.")
  }

  static var grantedAdvance: MessageTexts {
    MessageTexts(
      es: "Cambiaremos {products} por lo mismo, nuevo, antes de recibir la devolución.",
      en: "We will replace {products} with the same, new, before the return comes.",
      pt: "Vamos trocar {products} pelo mesmo, novo, antes de receber a devolução.")
  }

  static var grantedExchange: MessageTexts {
    MessageTexts(
      es: "Cambiaremos {products} por {product}.",
      en: "We will exchange {products} for {product}.",
      pt: "Vamos trocar {products} por {product}.")
  }

  static var grantedOther: MessageTexts {
    MessageTexts(
      es: "Cambiaremos {products} por otro producto.",
      en: "We will exchange {products} for another product.",
      pt: "Vamos trocar {products} por outro produto.")
  }

  static var grantedRepair: MessageTexts {
    MessageTexts(
      es: "Repararemos {products}.",
      en: "We will repair {products}.",
      pt: "Vamos consertar {products}.")
  }

  static var grantedReduction: MessageTexts {
    MessageTexts(
      es: "Rebajaremos el precio de {products} y devolveremos la diferencia al medio de pago original.",
      en: "We will lower the price of {products} and refund the difference to the original means of payment.",
      pt: "Vamos reduzir o preço de {products} e devolver a diferença ao meio de pagamento original.")
  }

  static var grantedReductionCredit: MessageTexts {
    MessageTexts(
      es: "Rebajaremos el precio de {products} y daremos la diferencia como crédito en la tienda.",
      en: "We will lower the price of {products} and give the difference as a credit at the shop.",
      pt: "Vamos reduzir o preço de {products} e dar a diferença como crédito na loja.")
  }

  static var remedyDeclined: MessageTexts {
    MessageTexts(
      es: "Por {products} no corresponde un reembolso ni otra solución.",
      en: "For {products} there is no refund or other remedy.",
      pt: "Por {products} não cabe reembolso nem outra solução.")
  }

  static var remedyReconsidered: MessageTexts {
    MessageTexts(
      es: "Revisaremos otra vez qué corresponde por {products}.",
      en: "We will look again at what there is for {products}.",
      pt: "Vamos analisar outra vez o que cabe por {products}.")
  }

  static var paidBack: MessageTexts {
    MessageTexts(
      es: "Devolvimos {amount} por {products} al medio de pago original.",
      en: "We refunded {amount} for {products} to the original means of payment.",
      pt: "Devolvemos {amount} por {products} ao meio de pagamento original.")
  }

  static var paidAsCredit: MessageTexts {
    MessageTexts(
      es: "Dimos un crédito en la tienda de {amount} por {products}.",
      en: "We gave a credit at the shop of {amount} for {products}.",
      pt: "Demos um crédito na loja de {amount} por {products}.")
  }

  static var differenceOwed: MessageTexts {
    MessageTexts(
      es: "Para cambiar {products} falta pagar la diferencia de precio.",
      en: "To exchange {products} the difference in price is to be paid.",
      pt: "Para trocar {products} falta pagar a diferença de preço.")
  }

  static var replacementOrdered: MessageTexts {
    MessageTexts(
      es: "El cambio de {products} viene con el pedido {order}.",
      en: "What replaces {products} comes with order {order}.",
      pt: "A troca de {products} vem com o pedido {order}.")
  }

  static var differencePaid: MessageTexts {
    MessageTexts(
      es: "Recibimos el pago de la diferencia por {products}: {amount}.",
      en: "We received payment of the difference for {products}: {amount}.",
      pt: "Recebemos o pagamento da diferença por {products}: {amount}.")
  }

  static var differenceReturned: MessageTexts {
    MessageTexts(
      es: "Devolvimos la diferencia por {products}: {amount}.",
      en: "We refunded the difference for {products}: {amount}.",
      pt: "Devolvemos a diferença por {products}: {amount}.")
  }

  static var replacementDelivered: MessageTexts {
    MessageTexts(
      es: "Entregamos el cambio de {products}.",
      en: "We delivered what replaces {products}.",
      pt: "Entregamos a troca de {products}.")
  }

  static var paymentFailed: MessageTexts {
    MessageTexts(
      es: "El pago de {amount} por {products} no llegó y volvió a nosotros: lo haremos otra vez.",
      en: "The payment of {amount} for {products} did not arrive and came back to us: we will make it again.",
      pt: "O pagamento de {amount} por {products} não chegou e voltou para nós: vamos fazer de novo.")
  }

  static var replacementFailed: MessageTexts {
    MessageTexts(
      es: "Lo sentimos: no pudimos enviar el cambio de {products}. Buscaremos otra solución.",
      en: "We are sorry: we could not send what replaces {products}. We will find another remedy.",
      pt: "Sentimos muito: não conseguimos enviar a troca de {products}. Vamos buscar outra solução.")
  }

  static var chargedMissing: MessageTexts {
    MessageTexts(
      es: "Cobramos {amount}, porque no recibimos la devolución de {products}.",
      en: "We charged {amount}, as the return of {products} did not reach us.",
      pt: "Cobramos {amount}, porque não recebemos a devolução de {products}.")
  }

  static var chargedRejected: MessageTexts {
    MessageTexts(
      es: "Cobramos {amount}, porque no aceptamos la devolución de {products}.",
      en: "We charged {amount}, as we did not accept the return of {products}.",
      pt: "Cobramos {amount}, porque não aceitamos a devolução de {products}.")
  }

  static var chargeReturned: MessageTexts {
    MessageTexts(
      es: "Devolvimos {amount} de lo cobrado por {products}.",
      en: "We refunded {amount} of what was charged for {products}.",
      pt: "Devolvemos {amount} do que foi cobrado por {products}.")
  }

  static var nothingOpen: MessageTexts {
    MessageTexts(
      es: "Por {products} no queda nada pendiente.",
      en: "Nothing is left to settle for {products}.",
      pt: "Por {products} não resta nada pendente.")
  }

  static var nextDecision: MessageTexts {
    MessageTexts(
      es: "La solicitud para devolver {products} está en revisión.",
      en: "The request to return {products} is under review.",
      pt: "A solicitação para devolver {products} está em análise.")
  }

  static var nextHandover: MessageTexts {
    MessageTexts(
      es: "Falta entregar {products}.",
      en: "What is left is to hand over {products}.",
      pt: "Falta entregar {products} para a devolução.")
  }

  static var nextHandoverBy: MessageTexts {
    MessageTexts(
      es: "La devolución de {products} se puede entregar hasta {moment:on}.",
      en: "The return of {products} can be handed over until {moment}.",
      pt: "A devolução de {products} pode ser entregue até {moment}.")
  }

  static var nextArrival: MessageTexts {
    MessageTexts(
      es: "Falta que nos llegue la devolución de {products}.",
      en: "The return of {products} has yet to reach us.",
      pt: "Falta a devolução de {products} chegar até nós.")
  }

  static var nextInspection: MessageTexts {
    MessageTexts(
      es: "Falta revisar {products}.",
      en: "We have yet to check {products}.",
      pt: "Falta verificar {products}.")
  }

  static var nextRefund: MessageTexts {
    MessageTexts(
      es: "El reembolso por {products} está en curso.",
      en: "The refund for {products} is under way.",
      pt: "O reembolso por {products} está em andamento.")
  }

  static var nextRefundBy: MessageTexts {
    MessageTexts(
      es: "El reembolso por {products} se hace a más tardar {day:on}.",
      en: "The refund for {products} is due {day:on} at the latest.",
      pt: "O reembolso por {products} é feito até {day}.")
  }

  static var nextReplacement: MessageTexts {
    MessageTexts(
      es: "Falta hacer el pedido que trae el cambio de {products}.",
      en: "The order that brings what replaces {products} has yet to be placed.",
      pt: "Falta fazer o pedido que traz a troca de {products}.")
  }

  static var afterHandover: MessageTexts {
    MessageTexts(
      es: "Para eso falta que se entregue la devolución.",
      en: "For that the return has yet to be handed over.",
      pt: "Para isso falta entregar a devolução.")
  }

  static var afterReceipt: MessageTexts {
    MessageTexts(
      es: "Para eso falta que recibamos la devolución.",
      en: "For that we have yet to receive the return.",
      pt: "Para isso falta recebermos a devolução.")
  }

  static var afterInspection: MessageTexts {
    MessageTexts(
      es: "Para eso falta que recibamos y aceptemos la devolución.",
      en: "For that we have yet to receive and accept the return.",
      pt: "Para isso falta recebermos e aceitarmos a devolução.")
  }

  static var nextRepair: MessageTexts {
    MessageTexts(
      es: "La reparación de {products} está en curso.",
      en: "The repair of {products} is under way.",
      pt: "O conserto de {products} está em andamento.")
  }

  static var nextOldGoods: MessageTexts {
    MessageTexts(
      es: "La devolución de {products} tiene que llegar hasta {moment:on}; si no llega, se cobra.",
      en: "The return of {products} has to arrive by {moment}; if it does not, it is charged.",
      pt: "A devolução de {products} precisa chegar até {moment}; se não chegar, será cobrada.")
  }

  static var nextWayBack: MessageTexts {
    MessageTexts(
      es: "Falta entregar de vuelta {products}.",
      en: "We have yet to give back {products}.",
      pt: "Falta entregar {products} de volta.")
  }

  static var partDelivered: MessageTexts {
    MessageTexts(
      es: "La entrega de {products} se hizo {day:on}.",
      en: "Delivery of {products} was made {day:on}.",
      pt: "A entrega de {products} foi feita {day:on}.")
  }

  static var partCollected: MessageTexts {
    MessageTexts(
      es: "El retiro de {products} se hizo {day:on}.",
      en: "Pickup of {products} was made {day:on}.",
      pt: "A retirada de {products} foi feita {day:on}.")
  }
}
