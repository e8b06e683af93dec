public import Logistics
public import Promising
public import Returns

/// Something that happened to goods of a return, so far as it concerns the customer.
public enum ReturnNews: Hashable, Sendable {
  /// The customer asked; the number of the return.
  case requested(number: String)
  /// Goods came that nobody asked to return.
  case unannounced
  /// They may come back.
  case authorised
  /// They may not come back. What a ground says for the shop's own people is not told.
  case refused(RefusalGround)
  /// The customer objects to a refusal.
  case appealed
  /// They are asked for again.
  case reopened
  /// The customer keeps them after all.
  case withdrawn
  /// The time to hand them over is over.
  case expired
  /// A label of a carrier is ready.
  case label(carrier: String, tracking: String)
  /// They are fetched at the door.
  case pickup(from: WallTime, until: WallTime)
  /// They are handed over at a site, by the name that customers know, or (`nil`) at one that has none.
  case handIn(site: String?)
  /// The customer handed them over.
  case underWay
  /// They were fetched at the door.
  case pickedUp
  /// They did not reach the shop.
  case lost
  /// They did not reach the customer.
  case lostOnWayBack
  /// They were lost and are found.
  case found
  /// The shop has them, at a site if that has a name.
  case received(site: String?)
  /// They are of this order.
  case matched(order: String)
  /// Somebody looked at them, with what was found. Notes of findings are written as they are given.
  case inspected(ReturnInspection.Verdict, [InspectionFinding])
  /// They are of no order that is known.
  case notOfOrder
  /// They are looked at again.
  case reinspected
  /// They are being repaired.
  case repairStarted
  /// They are repaired.
  case repairFinished
  /// They cannot be repaired.
  case repairFailed
  /// They are on the way back to the customer.
  case sentBack
  /// The customer has them again.
  case handedBack
  /// The customer did not take them.
  case notTaken
  /// The customer keeps them.
  case kept

  /// What the customer gets; the product that they are exchanged for, if they are.
  case granted(ReturnRemedy, new: String?)
  /// The customer gets nothing.
  case declined
  /// What was decided is void.
  case reconsidered
  /// The customer got so much.
  case paid(Money, ReturnRemedy.Means)
  /// The difference to a dearer product is to be paid.
  case owed
  /// An order brings what comes instead.
  case ordered(order: String)
  /// The customer paid the difference of an exchange.
  case differencePaid(Money)
  /// The customer got the difference of an exchange, or what was paid of it.
  case differenceReturned(Money)
  /// The customer has what came instead.
  case replaced
  /// A payment came back.
  case paymentFailed(Money)
  /// What should have come instead could not be sent.
  case replacementFailed
  /// The customer paid for goods that did not come, or (`true`) were not taken back.
  case charged(Money, wasRejected: Bool)
  /// So much goes back of what was charged, if anything was.
  case settled(Money?)
}

/// What comes next in a return.
public enum ReturnPending: Hashable, Sendable {
  /// Somebody decides whether the goods may come back.
  case decision
  /// The customer hands the goods over, by a moment if there is an end to that.
  case handover(by: WallTime?)
  /// The goods are fetched at the door.
  case pickup(from: WallTime, until: WallTime)
  /// The goods come.
  case arrival
  /// Somebody looks at them.
  case inspection
  /// The customer gets the money, by a day if one is set; once the goods are that far, if it waits for them.
  case refund(by: LocalDate?, after: ReleaseTrigger?)
  /// An order for what comes instead is placed; once the goods are that far, if it waits for them.
  case replacement(after: ReleaseTrigger?)
  /// What comes instead is on its way, with this order.
  case newOrder(String)
  /// The goods are being repaired.
  case repair
  /// The customer pays the difference of an exchange.
  case payment
  /// The old goods have to come by then, or are charged.
  case oldGoods(by: WallTime)
  /// The goods come back to the customer.
  case wayBack
}
