public import Inventory
public import Logistics

/// Units of a return that have the same past and the same state. A step on some of them splits the lot.
public struct ReturnLot: Hashable, Sendable {
  /// 0 for the first lot of a case, then one more each; a lot that was split off has the number after the last.
  public internal(set) var number: Int
  /// The lot it was split off from.
  public internal(set) var splitFrom: Int?
  /// The position in the timeline of the event that made the lot.
  public internal(set) var bornAt: Int
  /// The line the units are of, or `nil` if they are of no order that is known.
  public internal(set) var origin: ReturnOrigin?
  public internal(set) var sku: SKU
  /// How many units, at least one.
  public internal(set) var quantity: Int
  /// The serial numbers, one a unit, or none.
  public internal(set) var serials: [ID<SerialNumber>]
  /// Whether every unit has a serial number, known or not.
  public internal(set) var isTrackedBySerial: Bool
  public let reason: ReturnReason
  public let claim: ReturnClaim
  /// Why a person has to decide on it, if the limits of the shop ask for that.
  public internal(set) var review: [ReviewGround]

  /// Where the units are.
  public internal(set) var goods: GoodsState
  /// On what terms they may come back, if they may. Void when they are asked for anew.
  public internal(set) var authorisation: ReturnAuthorisation?
  /// Why they may not, if they may not.
  public internal(set) var refusal: RefusalGround?
  /// How they come back, once that is agreed.
  public internal(set) var handover: ReturnHandover?
  /// What was seen and decided the last time somebody looked at them.
  public internal(set) var inspection: ReturnInspection?
  /// What becomes of them, once that is decided.
  public internal(set) var disposition: Disposition?
  /// When the customer last gave the units out of their hands; `nil` if they have them.
  public internal(set) var handedOverAt: Instant?
  /// When their last repair was finished, until they are back with the customer.
  public internal(set) var repairedAt: Instant?

  /// How far it is with what the customer gets for them.
  public internal(set) var remedyState: RemedyState
  /// What the customer gets, once it is granted.
  public internal(set) var remedy: ReturnRemedy?
  /// From when on the remedy may be carried out.
  public internal(set) var trigger: ReleaseTrigger?
  /// Since when the remedy may be carried out, if it may.
  public internal(set) var releasedAt: Instant?
  /// The order that brings the new units.
  public internal(set) var newOrder: ID<StockReference>?
  /// When the customer got the new units.
  public internal(set) var replacedAt: Instant?
  /// The serial numbers of the new units, in the order of `serials` where both are known.
  public internal(set) var newSerials: [ID<SerialNumber>]
  /// All that went to the customer for these units, in minor units.
  public internal(set) var paidOut: Int
  /// All that came from the customer for these units: charges, differences, payments that came back.
  public internal(set) var collected: Int
  /// The currency of both, once there was any.
  public internal(set) var currency: Currency?

  /// The repairs that are over: out of the customer's hands, and back in them.
  public internal(set) var repairs: [TimeWindow]
  /// When the last step on it was taken.
  public internal(set) var changedAt: Instant

  init(_ item: ReturnItem, number: Int, goods: GoodsState, review: [ReviewGround], at instant: Instant, _ position: Int) {
    self.number = number
    bornAt = position
    origin = item.origin
    sku = item.sku
    quantity = item.quantity
    serials = item.serials
    isTrackedBySerial = item.isTrackedBySerial
    reason = item.reason
    claim = item.claim
    self.review = review
    self.goods = goods
    handedOverAt = goods == .unannounced ? instant : nil
    remedyState = .undecided
    newSerials = []
    paidOut = 0
    collected = 0
    repairs = []
    changedAt = instant
  }

  /// Whether its units count against those delivered with a line, so that no other return may ask for them.
  public var isClaim: Bool { origin != nil && goods.isClaim }

  /// Whether nothing has to happen any more: the goods rest, and the customer has what they are owed, or is owed nothing.
  public var isSettled: Bool {
    guard goods.isAtRest else { return false }
    if remedyState.isAtRest { return true }
    // Of units that the customer has again, or that are nobody's, nothing is owed but that a repair is noted as done.
    let isOwed = isClaim || remedy?.kind == .repair && repairedAt != nil
    return !isOwed && [.undecided, .granted, .awaitingPayment].contains(remedyState)
  }

  /// What may be done with it now, on either track. What other lots, deliveries and deadlines allow is not asked here.
  public var steps: [ReturnStep] {
    goods.steps.map(ReturnStep.goods)
      + remedyState.steps(of: remedy?.kind).filter { step in
        step.goods(of: remedy?.kind, after: trigger)?.contains(goods) ?? true
      }.map(ReturnStep.remedy)
  }
}
