public import Logistics
public import Returns

/// What a customer is told of a right to what was bought.
public enum RightNews: Hashable, Sendable {
  /// It can be used through a day.
  case open(ConsumerRight, product: String, until: LocalDate)
  /// It can be used, and the law sets no last day.
  case openWithoutEnd(product: String)
  /// Its days begin with the delivery.
  case begins(ConsumerRight, product: String)
  /// Its last day is over.
  case ended(ConsumerRight, product: String, on: LocalDate)
  /// There is none.
  case none(ConsumerRight, product: String)
  /// There is none to change one's mind, as the purchase was made in the shop.
  case boughtInShop(product: String)
  /// There is none to change one's mind, as the law leaves out what is all of this.
  case excluded(product: String, [ItemTrait])
  /// Nobody looked up what the law says.
  case unknown(ConsumerRight, product: String)

  /// Why that day: so long from an event on a day.
  case counted(LegalPeriod, from: EntitlementReason.Start, on: LocalDate)
  /// The customer was not told of it in time, which gives until this day.
  case uninformed(until: LocalDate)
  /// So many days of repair do not count.
  case paused(days: Int)
  /// A repair made it this much longer.
  case prolonged(LegalPeriod)
  /// The shop's own rule gives more than the law, by the name that customers see.
  case shopRule(String, until: LocalDate)

  /// What can be asked for; at least one.
  case remedies([Remedy])
  /// A repair comes before anything else.
  case repairFirst
  /// A repair did not help or took too long, and the customer goes on to more.
  case notCured
  /// Who pays the way back.
  case wayBack(FreightPayer)
  /// That all of the freight that was paid for the way out goes back, or (`false`) what the standard delivery costs.
  case wayOut(whole: Bool)
  /// By when the money is back if it is asked for today.
  case refundBy(LocalDate)
  /// What the refund may wait for.
  case refundWaits(RefundCondition)
  /// Nobody compared what was told with the text of the law.
  case unsure
  /// Nobody compared these parts with the text of the law; at least one.
  case unsureAbout([Entitlement.Part])
}
