import Returns

/// What laws speak of, as people write it. What an item is follows "lo que", "what", "o que", so that nothing agrees with its name.
extension Language {
  /// "10 días", "1 business day", "6 meses".
  func period(_ period: LegalPeriod) -> String {
    let (count, one, other) =
      switch (period, self) {
      case (.days(let count), .es): (count, "día", "días")
      case (.days(let count), .en): (count, "day", "days")
      case (.days(let count), .pt): (count, "dia", "dias")
      case (.businessDays(let count), .es): (count, "día hábil", "días hábiles")
      case (.businessDays(let count), .en): (count, "working day", "working days")
      case (.businessDays(let count), .pt): (count, "dia útil", "dias úteis")
      case (.months(let count), .es): (count, "mes", "meses")
      case (.months(let count), .en): (count, "month", "months")
      case (.months(let count), .pt): (count, "mês", "meses")
      }
    return "\(number(count)) \(isSingular(count) ? one : other)"
  }

  /// With its article, if the language wants one.
  func remedy(_ remedy: Remedy) -> String {
    switch (remedy, self) {
    case (.refund, .es): "la devolución del dinero"
    case (.refund, .en): "a refund"
    case (.refund, .pt): "a devolução do dinheiro"
    case (.replacement, .es): "el cambio del producto"
    case (.replacement, .en): "a replacement"
    case (.replacement, .pt): "a troca do produto"
    case (.repair, .es): "la reparación"
    case (.repair, .en): "a repair"
    case (.repair, .pt): "o conserto"
    case (.priceReduction, .es): "una rebaja del precio"
    case (.priceReduction, .en): "a price reduction"
    case (.priceReduction, .pt): "um abatimento do preço"
    }
  }

  /// A part of what is told of a right.
  func part(_ part: Entitlement.Part) -> String {
    switch (part, self) {
    case (.until, .es): "hasta cuándo dura"
    case (.until, .en): "until when it lasts"
    case (.until, .pt): "até quando vale"
    case (.returnFreight, .es): "quién paga el envío de vuelta"
    case (.returnFreight, .en): "who pays for the way back"
    case (.returnFreight, .pt): "quem paga o frete da devolução"
    case (.outboundFreight, .es): "qué se devuelve de lo pagado por el envío"
    case (.outboundFreight, .en): "how much of the delivery charge is refunded"
    case (.outboundFreight, .pt): "quanto do frete pago é devolvido"
    case (.refundBy, .es): "cuándo vuelve el dinero"
    case (.refundBy, .en): "when the money is back"
    case (.refundBy, .pt): "quando o dinheiro volta"
    case (.remedies, .es): "qué se puede pedir"
    case (.remedies, .en): "what can be asked for"
    case (.remedies, .pt): "o que se pode pedir"
    case (.presumedUntil, .es): "hasta cuándo se supone que la falla estaba desde el principio"
    case (.presumedUntil, .en): "until when a fault is taken to have been there from the start"
    case (.presumedUntil, .pt): "até quando se presume que o defeito existia desde o início"
    }
  }

  /// What follows "lo que", "what", "o que".
  func trait(_ trait: ItemTrait) -> String {
    switch self {
    case .es: spanish(trait)
    case .en: english(trait)
    case .pt: portuguese(trait)
    }
  }

  private func spanish(_ trait: ItemTrait) -> String {
    switch trait {
    case .durable: "es duradero"
    case .digital: "es contenido digital"
    case .opened: "ya está abierto"
    case .used: "ya está usado"
    case .installed: "ya está instalado"
    case .madeToOrder: "se hizo a medida"
    case .perishable: "se echa a perder pronto"
    case .hygiene: "se vende sellado por higiene"
    case .personalUse: "es de uso personal"
    case .sealedMedia: "se vende en un soporte sellado"
    case .press: "es prensa"
    case .datedLeisure: "es alojamiento, transporte u ocio para una fecha"
    case .auctioned: "se compró en una subasta"
    case .marketPriced: "tiene un precio que depende del mercado"
    case .mixed: "se mezcló con otras cosas"
    case .begunService: "es un servicio ya comenzado"
    case .gambling: "es una apuesta"
    case .essential: "es indispensable"
    }
  }

  private func english(_ trait: ItemTrait) -> String {
    switch trait {
    case .durable: "lasts"
    case .digital: "is digital content"
    case .opened: "is already open"
    case .used: "is already used"
    case .installed: "is already installed"
    case .madeToOrder: "is made to order"
    case .perishable: "soon spoils"
    case .hygiene: "is sold sealed for hygiene"
    case .personalUse: "is for personal use"
    case .sealedMedia: "is sold on a sealed medium"
    case .press: "is press"
    case .datedLeisure: "is lodging, transport or leisure for a date"
    case .auctioned: "was bought at an auction"
    case .marketPriced: "has a price that depends on the market"
    case .mixed: "was mixed with other things"
    case .begunService: "is a service that has begun"
    case .gambling: "is a bet"
    case .essential: "one cannot do without"
    }
  }

  private func portuguese(_ trait: ItemTrait) -> String {
    switch trait {
    case .durable: "é durável"
    case .digital: "é conteúdo digital"
    case .opened: "já está aberto"
    case .used: "já está usado"
    case .installed: "já está instalado"
    case .madeToOrder: "é feito sob medida"
    case .perishable: "estraga logo"
    case .hygiene: "é vendido lacrado por higiene"
    case .personalUse: "é de uso pessoal"
    case .sealedMedia: "é vendido em mídia lacrada"
    case .press: "é imprensa"
    case .datedLeisure: "é hospedagem, transporte ou lazer para uma data"
    case .auctioned: "foi comprado em leilão"
    case .marketPriced: "tem um preço que depende do mercado"
    case .mixed: "foi misturado com outras coisas"
    case .begunService: "é um serviço já iniciado"
    case .gambling: "é uma aposta"
    case .essential: "é indispensável"
    }
  }
}
