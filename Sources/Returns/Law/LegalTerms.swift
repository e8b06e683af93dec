/// How a contract came about: what the law of withdrawal asks first.
public enum SalesSetting: String, Hashable, Sendable, Codable, CaseIterable {
  /// By web, app, marketplace or phone.
  case distance
  /// At the customer's door, or elsewhere away from the shop.
  case awayFromPremises
  /// In a shop.
  case premises
}

/// From which event a right is counted.
public enum ClockStart: String, Hashable, Sendable, Codable, CaseIterable {
  /// The day on which the item was handed over.
  case delivery
  /// The day on which the last piece of the order was handed over, or the first of goods that come regularly.
  case lastDelivery
  /// The day of the contract.
  case contract
  /// The later of delivery and contract; also where the customer may choose between them, as nobody would choose the earlier.
  case laterOfContractAndDelivery
}

/// Who pays for the way back.
public enum FreightPayer: String, Hashable, Sendable, Codable, CaseIterable {
  case consumer, seller
  /// The law is silent.
  case unstated
}

/// What a withdrawal gives back of the freight that was paid for the way out.
public enum OutboundRefund: String, Hashable, Sendable, Codable, CaseIterable {
  /// All of it.
  case all
  /// What the least expensive standard delivery would have cost.
  case standard
  /// Nothing.
  case none
  /// The law is silent.
  case unstated
}

/// What a refund may wait for.
public enum RefundCondition: String, Hashable, Sendable, Codable, CaseIterable {
  /// The goods.
  case goods
  /// The goods or a proof that they were sent, whichever is first.
  case goodsOrProofOfSending
  /// What the customer has to tell so that money can be sent.
  case paymentDetails
}

/// By when money has to be back.
public enum RefundDeadline: Hashable, Sendable {
  /// The same day.
  case atOnce
  /// Within a period, counted from the notice.
  case within(LegalPeriod)
  /// The law names no day.
  case unstated
}

/// What can be asked for.
public enum Remedy: String, Hashable, Sendable, Codable, CaseIterable {
  case refund, replacement, repair, priceReduction
}

/// What a customer who was not told of the right gains.
public enum UninformedEffect: Hashable, Sendable {
  /// This period holds instead.
  case instead(LegalPeriod)
  /// This period is added to the end of the ordinary one.
  case further(LegalPeriod)
}

/// What a repair under the guarantee does to its clock.
public enum RepairEffect: Hashable, Sendable {
  /// Nothing.
  case none
  /// The clock stands while the item is in repair.
  case pause
  /// Once, whatever the number of repairs, the guarantee is this much longer.
  case prolongOnce(LegalPeriod)
}

/// What a replacement under the guarantee does to its clock.
public enum ReplacementEffect: String, Hashable, Sendable, Codable, CaseIterable {
  /// It goes on.
  case none
  /// It starts anew.
  case newClock
}
