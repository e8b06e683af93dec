import Logistics
import Promising
import Returns

extension MessageSentence {
  /// The sentences about something that happened to goods of a return.
  static func returned(_ products: [ProductUnits], _ news: ReturnNews) -> [MessageSentence] {
    func about(_ key: MessageKey, _ values: [MessageSlot: MessageValue] = [:]) -> MessageSentence {
      .init(key, values.merging([.products: .products(products)]) { $1 })
    }
    return switch news {
    case .requested(let number): [about(.returnRequested, [.number: .text(number)])]
    case .unannounced: [about(.returnUnannounced)]
    case .authorised: [about(.returnAuthorised)]
    case .refused(let ground): [about(.returnRefused), .init(ground.key)]
    case .appealed: [about(.returnAppealed)]
    case .reopened: [about(.returnReopened)]
    case .withdrawn: [about(.returnWithdrawn)]
    case .expired: [about(.returnExpired)]
    case .label(let carrier, let tracking):
      [about(.labelReady, [.carrier: .text(carrier), .number: .text(tracking)])]
    case .pickup(let from, let until): [pickup(products, from, until)]
    case .handIn(let site): [site.map { about(.handInAt, [.site: .text($0)]) } ?? about(.handIn)]
    case .underWay: [about(.returnUnderWay)]
    case .pickedUp: [about(.returnPickedUp)]
    case .lost: [about(.returnLost)]
    case .lostOnWayBack: [about(.lostOnWayBack)]
    case .found: [about(.returnFound)]
    case .received(let site): [site.map { about(.returnReceivedAt, [.site: .text($0)]) } ?? about(.returnReceived)]
    case .matched(let order): [about(.returnMatched, [.order: .text(order)])]
    case .inspected(let verdict, let findings): [about(verdict.key)] + findings.flatMap(finding)
    case .notOfOrder: [about(.notOfOrder)]
    case .reinspected: [about(.returnReinspected)]
    case .repairStarted: [about(.repairStarted)]
    case .repairFinished: [about(.repairFinished)]
    case .repairFailed: [about(.repairFailed)]
    case .sentBack: [about(.sentBack)]
    case .handedBack: [about(.handedBack)]
    case .notTaken: [about(.notTaken)]
    case .kept: [about(.returnKept)]

    case .granted(let remedy, let new): [granted(remedy, new, about)]
    case .declined: [about(.remedyDeclined)]
    case .reconsidered: [about(.remedyReconsidered)]
    case .paid(let amount, let means):
      [about(means == .original ? .paidBack : .paidAsCredit, [.amount: .money(amount)])]
    case .owed: [about(.differenceOwed)]
    case .ordered(let order): [about(.replacementOrdered, [.order: .text(order)])]
    case .differencePaid(let amount): [about(.differencePaid, [.amount: .money(amount)])]
    case .differenceReturned(let amount): [about(.differenceReturned, [.amount: .money(amount)])]
    case .replaced: [about(.replacementDelivered)]
    case .paymentFailed(let amount): [about(.paymentFailed, [.amount: .money(amount)])]
    case .replacementFailed: [about(.replacementFailed)]
    case .charged(let amount, let wasRejected):
      [about(wasRejected ? .chargedRejected : .chargedMissing, [.amount: .money(amount)])]
    case .settled(let amount): [amount.map { about(.chargeReturned, [.amount: .money($0)]) } ?? about(.nothingOpen)]
    }
  }

  private static func pickup(_ products: [ProductUnits], _ from: WallTime, _ until: WallTime) -> MessageSentence {
    let goods: [MessageSlot: MessageValue] = [.products: .products(products)]
    guard from.date == until.date else {
      return .init(.fetchBetween, goods.merging([.from: .moment(from), .until: .moment(until)]) { $1 })
    }
    return .init(
      .fetchWithin,
      goods.merging([.day: .day(from.date), .from: .time(from.time), .until: .time(until.time)]) { $1 })
  }

  private static func granted(
    _ remedy: ReturnRemedy, _ new: String?, _ about: (MessageKey, [MessageSlot: MessageValue]) -> MessageSentence
  ) -> MessageSentence {
    switch remedy {
    case .refund(.original): about(.grantedRefund, [:])
    case .refund(.storeCredit): about(.grantedCredit, [:])
    case .replacement(let inAdvance): about(inAdvance ? .grantedAdvance : .grantedReplacement, [:])
    case .exchange: new.map { about(.grantedExchange, [.product: .text($0)]) } ?? about(.grantedOther, [:])
    case .repair: about(.grantedRepair, [:])
    case .priceReduction(.original): about(.grantedReduction, [:])
    case .priceReduction(.storeCredit): about(.grantedReductionCredit, [:])
    }
  }

  private static func finding(_ finding: InspectionFinding) -> [MessageSentence] {
    switch finding {
    case .notOfThisOrder: [.init(.findingOtherOrder)]
    case .serialDiffers(let found): [.init(.findingSerial, [.number: .text(found.text)])]
    case .partsMissing(let note): [.init(.findingParts)] + detail(note)
    case .damagedByUse(let note): [.init(.findingUse)] + detail(note)
    case .damagedInTransit(let note): [.init(.findingTransit)] + detail(note)
    case .faultConfirmed(let note): [.init(.findingFault)] + detail(note)
    case .noFaultFound: [.init(.findingNoFault)]
    case .sealBroken: [.init(.findingSeal)]
    }
  }

  /// A note as somebody wrote it, without the full stop that the sentence brings.
  private static func detail(_ note: String) -> [MessageSentence] {
    let words = note.split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
    let bare = String(words.reversed().drop { $0 == "." || $0 == " " }.reversed())
    return bare.isEmpty ? [] : [.init(.findingNote, [.note: .text(bare)])]
  }

  /// The sentences about what comes next.
  static func pending(_ products: [ProductUnits], _ pending: ReturnPending) -> [MessageSentence] {
    func about(_ key: MessageKey, _ values: [MessageSlot: MessageValue] = [:]) -> MessageSentence {
      .init(key, values.merging([.products: .products(products)]) { $1 })
    }
    return switch pending {
    case .decision: [about(.nextDecision)]
    case .handover(let by): [by.map { about(.nextHandoverBy, [.moment: .moment($0)]) } ?? about(.nextHandover)]
    case .pickup(let from, let until): [pickup(products, from, until)]
    case .arrival: [about(.nextArrival)]
    case .inspection: [about(.nextInspection)]
    case .refund(let by, let trigger):
      [by.map { about(.nextRefundBy, [.day: .day($0)]) } ?? about(.nextRefund)] + condition(trigger)
    case .replacement(let trigger): [about(.nextReplacement)] + condition(trigger)
    case .newOrder(let order): [about(.replacementOrdered, [.order: .text(order)])]
    case .repair: [about(.nextRepair)]
    case .payment: [about(.differenceOwed)]
    case .oldGoods(let by): [about(.nextOldGoods, [.moment: .moment(by)])]
    case .wayBack: [about(.nextWayBack)]
    }
  }

  private static func condition(_ trigger: ReleaseTrigger?) -> [MessageSentence] {
    switch trigger {
    case nil, .atOnce: []
    case .onHandover: [.init(.afterHandover)]
    case .onReceipt: [.init(.afterReceipt)]
    case .onInspection: [.init(.afterInspection)]
    }
  }
}

extension RefusalGround {
  fileprivate var key: MessageKey {
    switch self {
    case .noRight: .refusedNoRight
    case .tooLate: .refusedTooLate
    case .excluded: .refusedExcluded
    case .limits: .refusedLimits
    }
  }
}

extension ReturnInspection.Verdict {
  fileprivate var key: MessageKey {
    switch self {
    case .accept: .returnAccepted
    case .reject: .returnRejected
    case .setApart: .notOfOrder
    }
  }
}
