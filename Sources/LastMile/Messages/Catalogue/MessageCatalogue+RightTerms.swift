/// What a right gives and on which terms.
extension MessageCatalogue {
  static var remedies: MessageTexts {
    MessageTexts(
      es: "Se puede pedir {remedies}.",
      en: "It is possible to ask for {remedies}.",
      pt: "É possível pedir {remedies}.")
  }

  static var repairFirst: MessageTexts {
    MessageTexts(
      es: "Primero corresponde una reparación.",
      en: "A repair comes first.",
      pt: "Primeiro cabe o conserto.")
  }

  static var notCured: MessageTexts {
    MessageTexts(
      es: "Una reparación no resolvió la falla o tardó demasiado.",
      en: "A repair did not cure the fault or took too long.",
      pt: "Um conserto não resolveu o defeito ou demorou demais.")
  }

  static var sellerPaysBack: MessageTexts {
    MessageTexts(
      es: "El envío de vuelta lo pagamos nosotros.",
      en: "We pay for the way back.",
      pt: "O frete da devolução é por nossa conta.")
  }

  static var customerPaysBack: MessageTexts {
    MessageTexts(
      es: "El envío de vuelta lo paga quien devuelve.",
      en: "Whoever sends it back pays for the way back.",
      pt: "O frete da devolução é por conta de quem devolve.")
  }

  static var unstatedBack: MessageTexts {
    MessageTexts(
      es: "Quién paga el envío de vuelta no está fijado: se acuerda antes de la devolución.",
      en: "Who pays for the way back is not set: it is agreed before the return.",
      pt: "Quem paga o frete da devolução não está definido: isso se combina antes da devolução.")
  }

  static var wayOutBack: MessageTexts {
    MessageTexts(
      es: "También se devuelve lo pagado por el envío.",
      en: "What was paid for delivery is refunded too.",
      pt: "O valor pago pelo frete também é devolvido.")
  }

  static var standardWayOutBack: MessageTexts {
    MessageTexts(
      es: "También se devuelve lo que cuesta el envío estándar.",
      en: "What standard delivery costs is refunded too.",
      pt: "O valor do frete padrão também é devolvido.")
  }

  static var refundBy: MessageTexts {
    MessageTexts(
      es: "Si se pide hoy, el dinero vuelve a más tardar {day:on}.",
      en: "If it is asked for today, the money is back {day:on} at the latest.",
      pt: "Se for pedido hoje, o dinheiro volta até {day}.")
  }

  static var waitsForGoods: MessageTexts {
    MessageTexts(
      es: "El reembolso puede esperar a que recibamos lo devuelto.",
      en: "The refund may wait until we have what is returned.",
      pt: "O reembolso pode esperar até recebermos o que foi devolvido.")
  }

  static var waitsForProof: MessageTexts {
    MessageTexts(
      es: "El reembolso puede esperar a que recibamos lo devuelto o un comprobante de su envío.",
      en: "The refund may wait until we have what is returned or a proof that it was sent.",
      pt: "O reembolso pode esperar até recebermos o que foi devolvido ou um comprovante do envio.")
  }

  static var waitsForDetails: MessageTexts {
    MessageTexts(
      es: "El reembolso puede esperar a que tengamos los datos para el pago.",
      en: "The refund may wait until we have the details for the payment.",
      pt: "O reembolso pode esperar até termos os dados para o pagamento.")
  }

  static var unsure: MessageTexts {
    MessageTexts(
      es: "Esta información es orientativa: aún no la confirmamos con el texto de la ley.",
      en: "This information is for orientation: we have not yet confirmed it with the text of the law.",
      pt: "Esta informação é orientativa: ainda não a confirmamos com o texto da lei.")
  }

  static var unsureAbout: MessageTexts {
    MessageTexts(
      es: "Aún no confirmamos con el texto de la ley lo siguiente: {parts}.",
      en: "We have not yet confirmed this with the text of the law: {parts}.",
      pt: "Ainda não confirmamos com o texto da lei o seguinte: {parts}.")
  }
}
