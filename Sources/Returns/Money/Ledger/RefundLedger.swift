public import Logistics

/// Everything that was refunded of one order, over all returns and channels. Nothing gets past it that was not paid.
///
/// Over all refunds together each line gives back exactly what was paid for the units that came back, rounded down to the minor
/// unit once; never more than was paid for the line, with a payment, or in all. In which order and in how many parts units come
/// back changes no sum. Fees and what else is deducted count as given back: they are kept, not owed.
///
/// A ledger is a fold over its entries: the same entries give the same value.
public struct RefundLedger: Hashable, Sendable {
  /// What was done.
  public enum Entry: Hashable, Sendable, Codable {
    case refund(RefundRequest)
    /// A refund that did not reach the customer, or was a mistake, is taken back.
    case reversal(of: ID<RefundRequest>)
    case compensation(Compensation)
  }

  public let order: PaidOrder
  /// What was done, oldest first.
  public internal(set) var entries: [Entry] = []
  /// What was refunded, oldest first, those that were taken back too.
  public internal(set) var refunds: [Refund] = []
  /// The refunds that were taken back.
  public internal(set) var reversed: Set<ID<RefundRequest>> = []
  /// Money beyond the price, which counts nowhere else.
  public internal(set) var compensations: [Compensation] = []

  var lines: [LineStanding]
  var standardFreight = 0
  var extraFreight = 0
  var freightTaxes: [Int]
  /// What went back of each payment, and how many points that were.
  var tenders: [Int]
  var points: [Int]
  var entitledAmount = 0
  var totalAmount = 0
  var positions: [ID<RefundRequest>: Int] = [:]

  /// The ledger of an order of which nothing was refunded.
  public init(_ order: PaidOrder) {
    self.order = order
    lines = order.lines.map { LineStanding(taxes: $0.taxes.map { _ in 0 }) }
    freightTaxes = order.freight.taxes.map { _ in 0 }
    tenders = order.tenders.map { _ in 0 }
    points = order.tenders.map { _ in 0 }
  }

  func money(_ amount: Int) -> Money { Money(amount, order.currency) }

  /// What was refunded before deductions.
  public var entitled: Money { money(entitledAmount) }
  /// What the customer got, paid out or credited.
  public var total: Money { money(totalAmount) }
  /// What was kept of refunds: fees, use, the way back.
  public var withheld: Money { money(entitledAmount - totalAmount) }
  /// What could still be refunded.
  public var open: Money { money(order.total.amount - entitledAmount) }

  /// The units of a line that have not come back, or `nil` if the order has no such line.
  public func openUnits(ofLine line: ID<OrderLine>) -> Int? {
    order.positions[line].map { order.lines[$0].quantity - lines[$0].units }
  }

  /// What could still be refunded of a line, or `nil` if the order has no such line.
  public func open(ofLine line: ID<OrderLine>) -> Money? {
    order.positions[line].map { money(order.lines[$0].paid.amount - lines[$0].refunded) }
  }

  /// What could still be given back of a payment, or `nil` if the order has no such payment.
  public func open(ofTender tender: ID<Tender>) -> Money? {
    order.tenders.firstIndex { $0.id == tender }.map { money(order.tenders[$0].amount.amount - tenders[$0]) }
  }

  /// The answer that a request would get now; nothing changes.
  public func quote(_ request: RefundRequest) -> RefundOutcome {
    if let position = positions[request.id] {
      return refunds[position].request == request ? .refunded(refunds[position]) : .refused([.differentRequest])
    }
    let refusals = refusals(of: request)
    return refusals.isEmpty ? .refunded(refund(request)) : .refused(refusals)
  }

  /// Refunds, if all that is asked may be: all of it or nothing.
  ///
  /// - Returns: What was refunded, the same again for a request that is in the ledger already; or every reason against it.
  @discardableResult
  public mutating func record(_ request: RefundRequest) -> RefundOutcome {
    let outcome = quote(request)
    guard case .refunded(let refund) = outcome, positions[request.id] == nil else { return outcome }
    positions[request.id] = refunds.count
    refunds.append(refund)
    entries.append(.refund(request))
    book(refund, 1)
    return outcome
  }

  /// Takes a refund back: its units have not come back for the ledger, and its money may be refunded again.
  ///
  /// - Returns: The refund that was taken back, or every reason against it.
  @discardableResult
  public mutating func reverse(_ id: ID<RefundRequest>) -> RefundOutcome {
    guard let position = positions[id] else { return .refused([.unknownRefund]) }
    guard !reversed.contains(id) else { return .refused([.alreadyReversed]) }
    let refund = refunds[position]
    let used = refund.lines.filter { line in
      let standing = lines[order.positions[line.line]!]
      let (units, amount) = (standing.reduced - line.newlyReduced, standing.reduction - line.reduction.amount)
      return units < 0 || amount < 0 || units == 0 && amount > 0 && line.units == 0
    }
    guard used.isEmpty else { return .refused(used.map { .reductionUsed($0.line) }) }
    reversed.insert(id)
    entries.append(.reversal(of: id))
    book(refund, -1)
    return .refunded(refund)
  }

  /// Notes money beyond the price.
  ///
  /// - Returns: What stands in the way, or `nil` if it is noted now or was before.
  @discardableResult
  public mutating func compensate(_ compensation: Compensation) -> RefundRefusal? {
    if let before = compensations.first(where: { $0.id == compensation.id }) {
      return before == compensation ? nil : .differentRequest
    }
    var checks = PaidOrderChecks(currency: order.currency)
    checks.check(compensation.amount, at: "amount")
    guard checks.faults.isEmpty else { return .invalid(checks.faults.faults) }
    compensations.append(compensation)
    entries.append(.compensation(compensation))
    return nil
  }
}
