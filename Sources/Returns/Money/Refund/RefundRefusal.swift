public import Logistics

/// Why nothing was refunded.
public enum RefundRefusal: Hashable, Sendable {
  /// The request is not one: every fault.
  case invalid([Fault])
  /// The name was used before with another content.
  case differentRequest
  case unknownLine(ID<OrderLine>)
  /// More units than have not come back and, unless they are said to be, have not had their price reduced.
  case exceedsUnits(ID<OrderLine>, asked: Int, open: Int)
  /// More units with a reduced price than there are.
  case exceedsReduced(ID<OrderLine>, asked: Int, open: Int)
  /// A reduction above what was paid for the units.
  case exceedsPaid(ID<OrderLine>, asked: Money, open: Money)
  /// No refund has this name.
  case unknownRefund
  /// It was taken back before.
  case alreadyReversed
  /// Units whose price it reduced have come back since, with the reduction counted.
  case reductionUsed(ID<OrderLine>)
}

/// The answer to a request for a refund.
public enum RefundOutcome: Hashable, Sendable {
  /// It stands in the ledger; also when it stood there already.
  case refunded(Refund)
  /// Nothing changed: every reason.
  case refused([RefundRefusal])
}
