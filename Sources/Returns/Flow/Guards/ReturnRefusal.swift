public import Inventory
public import Logistics

/// Why an event was not recorded.
public enum ReturnRefusal: Hashable, Sendable {
  /// The event is not one: nothing in it, a lot named twice, an amount that is missing or out of bounds. Every fault.
  case invalid([Fault])
  /// The event's name was used before with another content.
  case differentEvent
  /// The case has no lot of this number.
  case unknownLot(Int)
  /// The lot has fewer units.
  case exceedsLot(Int, asked: Int, has: Int)
  /// These serial numbers are not of the lot.
  case notInLot(Int, serials: [ID<SerialNumber>])
  /// Some units of a lot whose serial numbers are known must be named by them.
  case serialsNeeded(lot: Int)
  /// The last step on the lot was later.
  case beforeLastStep(lot: Int, at: Instant)

  /// What was asked of a lot's goods, where they are, and what is possible there.
  case impossibleForGoods(lot: Int, GoodsStep, in: GoodsState, possible: [GoodsStep])
  /// What was asked of a lot's remedy, how far that is, and what is possible there.
  case impossibleForRemedy(lot: Int, RemedyStep, of: ReturnRemedy?, in: RemedyState, possible: [RemedyStep])
  /// The remedy's step waits for the goods: where they are, and where they would have to be.
  case waitsForGoods(lot: Int, RemedyStep, in: GoodsState, needed: [GoodsState])
  /// It may be done after this moment.
  case notYet(lot: Int, after: Instant)
  /// An advance replacement needs a day by which the old unit has to come.
  case noDeadline(lot: Int)

  /// The order has no such line, or another product on it.
  case notOfOrder(ReturnOrigin, SKU)
  /// More units than were delivered and no other return has.
  case exceedsDelivered(ReturnOrigin, asked: Int, free: Int)
  /// These serial numbers were not delivered with the line.
  case notShipped(ReturnOrigin, serials: [ID<SerialNumber>])
  /// These serial numbers are in another return.
  case inOtherReturn(ReturnOrigin, serials: [ID<SerialNumber>])
  /// Another lot of the case has these serial numbers.
  case serialTwice([ID<SerialNumber>])
  /// Serial numbers are told that are not one a unit.
  case serialsDoNotFit(lot: Int, told: Int, units: Int)
  /// The units have to be identified first.
  case serialsUnknown(lot: Int)
  /// The serial numbers of the lot are known already, or the product has none.
  case notToIdentify(lot: Int)
  /// It is not known which order the goods are of.
  case unknownOrigin(lot: Int)
  /// The event asks for units and came without a history to judge that by.
  case historyNeeded

  /// A person has to decide, not the system.
  case needsReview(lot: Int, [ReviewGround])
  /// A limit of the shop is no ground against a legal right.
  case legalRight(lot: Int, basis: String)
  /// The money of the lot is in another currency, which is named.
  case otherCurrency(lot: Int, Currency)
  /// How much of the payment came back has to be told.
  case amountNeeded(lot: Int)
  /// More than there is to take back, in minor units: what came back of a payment, or of a charge.
  case exceedsMoney(lot: Int, asked: Int, has: Int)
}

/// The answer to an event.
public enum ReturnOutcome: Hashable, Sendable {
  /// It stands in the timeline now.
  case recorded
  /// It stood there already.
  case alreadyRecorded
  /// Nothing changed: every reason.
  case refused([ReturnRefusal])
}
