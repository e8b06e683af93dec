/// Until when something can go back, and why that day.
extension MessageCatalogue {
  static var returnUntil: MessageTexts {
    MessageTexts(
      es: "La devolución de {product} sin dar motivo es posible hasta {day:on}.",
      en: "Return of {product} without giving a reason is possible until {day}.",
      pt: "A devolução de {product} sem dar motivo é possível até {day}.")
  }

  static var guaranteeUntil: MessageTexts {
    MessageTexts(
      es: "La garantía legal de {product} dura hasta {day:on}.",
      en: "The legal guarantee of {product} lasts until {day}.",
      pt: "A garantia legal de {product} vale até {day}.")
  }

  static var warrantyUntil: MessageTexts {
    MessageTexts(
      es: "La garantía adicional de {product} dura hasta {day:on}.",
      en: "The additional warranty of {product} lasts until {day}.",
      pt: "A garantia adicional de {product} vale até {day}.")
  }

  static var guaranteeWithoutEnd: MessageTexts {
    MessageTexts(
      es: "La ley no fija un último día para la garantía de {product}.",
      en: "The law sets no last day for the guarantee of {product}.",
      pt: "A lei não fixa um último dia para a garantia de {product}.")
  }

  static var returnBegins: MessageTexts {
    MessageTexts(
      es: "El plazo para devolver {product} sin dar motivo empieza con la entrega.",
      en: "The period to return {product} without giving a reason begins with delivery.",
      pt: "O prazo para devolver {product} sem dar motivo começa com a entrega.")
  }

  static var guaranteeBegins: MessageTexts {
    MessageTexts(
      es: "La garantía legal de {product} empieza con la entrega.",
      en: "The legal guarantee of {product} begins with delivery.",
      pt: "A garantia legal de {product} começa com a entrega.")
  }

  static var warrantyBegins: MessageTexts {
    MessageTexts(
      es: "La garantía adicional de {product} empieza con la entrega.",
      en: "The additional warranty of {product} begins with delivery.",
      pt: "A garantia adicional de {product} começa com a entrega.")
  }

  static var returnEnded: MessageTexts {
    MessageTexts(
      es: "El plazo para devolver {product} sin dar motivo terminó {day:on}.",
      en: "The period to return {product} without giving a reason ended {day:on}.",
      pt: "O prazo para devolver {product} sem dar motivo terminou {day:on}.")
  }

  static var guaranteeEnded: MessageTexts {
    MessageTexts(
      es: "La garantía legal de {product} terminó {day:on}.",
      en: "The legal guarantee of {product} ended {day:on}.",
      pt: "A garantia legal de {product} terminou {day:on}.")
  }

  static var warrantyEnded: MessageTexts {
    MessageTexts(
      es: "La garantía adicional de {product} terminó {day:on}.",
      en: "The additional warranty of {product} ended {day:on}.",
      pt: "A garantia adicional de {product} terminou {day:on}.")
  }

  static var noReturn: MessageTexts {
    MessageTexts(
      es: "La ley no da derecho a devolver {product} sin dar motivo.",
      en: "The law gives no right to return {product} without giving a reason.",
      pt: "A lei não dá direito a devolver {product} sem dar motivo.")
  }

  static var noGuarantee: MessageTexts {
    MessageTexts(
      es: "La ley no da una garantía para {product}.",
      en: "The law gives no guarantee for {product}.",
      pt: "A lei não dá garantia para {product}.")
  }

  static var noWarranty: MessageTexts {
    MessageTexts(
      es: "No hay garantía adicional para {product}.",
      en: "There is no additional warranty for {product}.",
      pt: "Não há garantia adicional para {product}.")
  }

  static var boughtInShop: MessageTexts {
    MessageTexts(
      es: "La compra de {product} se hizo en la tienda: en ese caso la ley no da derecho a devolver sin dar motivo.",
      en: "The purchase of {product} was made in the shop: the law gives no right to return without giving a reason then.",
      pt: "A compra de {product} foi feita na loja: nesse caso a lei não dá direito a devolver sem dar motivo.")
  }

  static var excludedGoods: MessageTexts {
    MessageTexts(
      es: "La devolución de {product} sin dar motivo no es posible: la ley excluye lo que {traits}.",
      en: "Return of {product} without giving a reason is not possible: the law excludes what {traits}.",
      pt: "A devolução de {product} sem dar motivo não é possível: a lei exclui o que {traits}.")
  }

  static var returnUnknown: MessageTexts {
    MessageTexts(
      es: "No tenemos confirmado qué dice la ley sobre la devolución de {product} sin dar motivo.",
      en: "We have not confirmed what the law says about return of {product} without giving a reason.",
      pt: "Não temos confirmado o que a lei diz sobre a devolução de {product} sem dar motivo.")
  }

  static var guaranteeUnknown: MessageTexts {
    MessageTexts(
      es: "No tenemos confirmado qué dice la ley sobre la garantía de {product}.",
      en: "We have not confirmed what the law says about the guarantee of {product}.",
      pt: "Não temos confirmado o que a lei diz sobre a garantia de {product}.")
  }

  static var fromDelivery: MessageTexts {
    MessageTexts(
      es: "El plazo es de {period} desde la entrega, {day:on}.",
      en: "The period is {period} from delivery {day:on}.",
      pt: "O prazo é de {period} a partir da entrega, {day:on}.")
  }

  static var fromLastDelivery: MessageTexts {
    MessageTexts(
      es: "El plazo es de {period} desde la última entrega del pedido, {day:on}.",
      en: "The period is {period} from the last delivery of the order {day:on}.",
      pt: "O prazo é de {period} a partir da última entrega do pedido, {day:on}.")
  }

  static var fromContract: MessageTexts {
    MessageTexts(
      es: "El plazo es de {period} desde la compra, {day:on}.",
      en: "The period is {period} from the purchase {day:on}.",
      pt: "O prazo é de {period} a partir da compra, {day:on}.")
  }

  static var fromDiscovery: MessageTexts {
    MessageTexts(
      es: "El plazo es de {period} desde que apareció la falla, {day:on}.",
      en: "The period is {period} from when the fault showed {day:on}.",
      pt: "O prazo é de {period} a partir de quando o defeito apareceu, {day:on}.")
  }

  static var fromReplacement: MessageTexts {
    MessageTexts(
      es: "El plazo es de {period} desde el cambio, {day:on}.",
      en: "The period is {period} from the replacement {day:on}.",
      pt: "O prazo é de {period} a partir da troca, {day:on}.")
  }

  static var uninformed: MessageTexts {
    MessageTexts(
      es: "Como este derecho no se informó a tiempo, dura hasta {day:on}.",
      en: "As this right was not told in time, it lasts until {day}.",
      pt: "Como este direito não foi informado a tempo, vale até {day}.")
  }

  static var paused: MessageTexts {
    MessageTexts(
      es: .plural(
        one: "No cuenta {count} día en reparación.",
        other: "No cuentan {count} días en reparación."),
      en: .plural(
        one: "Without counting {count} day in repair.",
        other: "Without counting {count} days in repair."),
      pt: .plural(
        one: "Não conta {count} dia em conserto.",
        other: "Não contam {count} dias em conserto."))
  }

  static var prolonged: MessageTexts {
    MessageTexts(
      es: "Una reparación alarga el plazo en {period}.",
      en: "A repair makes the period {period} longer.",
      pt: "Um conserto prolonga o prazo em {period}.")
  }

  static var shopRule: MessageTexts {
    MessageTexts(
      es: "La tienda da más que la ley ({rule}): hasta {day:on}.",
      en: "The shop gives more than the law ({rule}): until {day}.",
      pt: "A loja dá mais do que a lei ({rule}): até {day}.")
  }
}
