public import Logistics
public import Promising

/// Something that a shop tells a customer: what it is about, in types, without a word of any language.
///
/// ```swift
/// let monday = LocalDate("2026-11-23")!
/// CustomerMessage.promised(on: monday, within: nil, .door).text(in: .pt)  // "Chega na segunda-feira, 23 de novembro."
/// ```
///
/// Names of products and sites are written as they are given; see ``QuoteOption/messages(in:)``, ``Refusal/messages(in:)``,
/// ``Resourcing/messages(for:in:refund:)``, ``Disruption/Impact/messages(for:in:)``, ``ReturnCase/messages(in:)`` and
/// ``Planner/story(of:at:)`` for those that name them as their network does. Later versions may know further messages.
public enum CustomerMessage: Hashable, Sendable {
  // MARK: What is promised

  /// An order would come on that day, within these hours or (`nil`) at any, with this probability if it is to be told.
  case promised(on: LocalDate, within: OpeningHours?, HandoverPlace, probability: Double? = nil)

  // MARK: Why it is not sooner; the steps of `PromiseReason`

  /// Ordered after the last moment at which it would still have been prepared that day.
  case afterCutOff(placed: WallTime, cutOff: LocalTime, site: String)
  /// Ordered while nobody prepares orders.
  case outsideHours(placed: WallTime, opens: WallTime, site: String)
  /// Others are prepared before it, until its turn comes.
  case waits(behind: Int, begins: WallTime, site: String)
  /// A site is closed on consecutive days, both included.
  case siteClosed(from: LocalDate, through: LocalDate, because: ClosingCause, site: String)
  /// When it is prepared.
  case prepared(from: WallTime, until: WallTime, site: String)
  /// Ready too late to leave the same day.
  case missedDeparture(ready: WallTime, lastDeparture: LocalTime)
  /// Nothing drives on consecutive days, both included.
  case transportRests(from: LocalDate, through: LocalDate, because: ClosingCause)
  /// Nothing is collected at a site on consecutive days, both included.
  case noCollection(from: LocalDate, through: LocalDate, site: String)
  /// The earliest moment at which it leaves.
  case departs(WallTime)
  /// How many working days it is under way.
  case underWay(workingDays: Int, arrives: LocalDate)
  /// Nothing is delivered on that day.
  case noDelivery(on: LocalDate)
  /// The hours of delivery of that day are over before it could be there.
  case deliveryHoursOver(on: LocalDate)
  /// From when it can be fetched.
  case collectable(from: WallTime, site: String)
  /// The day on which it comes.
  case deliveredOn(LocalDate)

  // MARK: Why it cannot come

  /// A product is not sold, or not any more.
  case productUnknown
  /// Nothing can be picked up there; the store's name, if it is one.
  case noPickup(store: String?)
  /// Nobody brings it there in the hours that were asked for.
  case notServed
  /// A parcel of it fits in no compartment of the locker.
  case tooLargeForLocker(locker: String)
  /// The locker has no room for it for the time being.
  case lockerFull(locker: String)
  /// Too few units are left.
  case shortOfStock(product: String, left: Int)
  /// More units are there, but may not come in this way.
  case restricted(product: String, left: Int)
  /// It is more than is shipped at once.
  case tooManyParcels
  /// It cannot be shipped, for a reason that is the shop's own.
  case cannotShip
  /// So large that nobody worked out in time how it could come.
  case tooLarge
  /// It was confirmed before.
  case alreadyConfirmed
  /// Others are buying the same.
  case outrun
  /// The quote was good until then.
  case quoteEnded(WallTime)
  /// The quote is none of this shop.
  case quoteInvalid
  /// The quote was given up.
  case quoteWithdrawn

  // MARK: What becomes of an order

  /// An order is promised.
  case confirmed(order: String, on: LocalDate, within: OpeningHours?, HandoverPlace)
  /// Products come on another day than was promised; no products stand for a part of the order.
  case delayed([ProductUnits], from: LocalDate, to: LocalDate, HandoverPlace, because: Setback?)
  /// Products that do not come at all, and what is paid back for them if it is to be told; no products stand for a part of the order.
  case refunded([ProductUnits], amount: Money?, because: Setback?)
  /// The whole order does not come, and what is paid back if it is to be told.
  case cancelled(order: String, amount: Money?, because: Setback?)
  /// Products do not come on the day that was promised, and nobody knows when; no products stand for a part of the order.
  case dayUnknown([ProductUnits], was: LocalDate, HandoverPlace, because: Setback?)
  /// The customer may withdraw from an order whose day changed.
  case mayWithdraw(order: String)
  /// It lies at the store, through a day.
  case readyForPickup(order: String, store: String, until: LocalDate)
  /// It lies in a locker, through a day.
  case readyInLocker(order: String, locker: String, until: LocalDate)
  /// Its vehicle is under way.
  case onItsWay(order: String, on: LocalDate, within: OpeningHours?)
  /// The customer has it.
  case delivered(order: String, at: WallTime)
  /// The customer has some products of an order since a day, or fetched them on it; no products stand for a part of the order.
  case partDelivered([ProductUnits], on: LocalDate, HandoverPlace)

  // MARK: What can go back, and what does

  /// A right to something that was bought.
  case right(RightNews)
  /// Something that happened to goods of a return; no products stand for a part of the order.
  case returned([ProductUnits], ReturnNews)
  /// What comes next for goods of a return; no products stand for a part of the order.
  case returnNext([ProductUnits], ReturnPending)
}
