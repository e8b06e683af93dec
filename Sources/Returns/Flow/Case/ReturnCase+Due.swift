public import Logistics

/// Something that should have happened to a lot.
public struct ReturnDue: Hashable, Sendable {
  /// What.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The customer should have handed the goods over; the authorisation may expire.
    case handover
    /// The goods should have come.
    case goods
    /// The customer should have the money, or the order that brings the new units should have been placed.
    case remedy
    /// The old units of an advance replacement should have come; they may be charged.
    case advanceReplacement
  }

  public let kind: Kind
  /// The number of the lot.
  public let lot: Int
  /// Since when.
  public let since: Instant

  /// Something overdue.
  public init(kind: Kind, lot: Int, since: Instant) {
    self.kind = kind
    self.lot = lot
    self.since = since
  }
}

extension ReturnCase {
  /// Everything that is overdue at a moment, by moment, lot and kind. Linear in the lots.
  public func due(at now: Instant) -> [ReturnDue] {
    var all: [ReturnDue] = []
    for lot in lots {
      func add(_ kind: ReturnDue.Kind, _ since: Instant?) {
        if let since, since < now { all.append(ReturnDue(kind: kind, lot: lot.number, since: since)) }
      }
      switch lot.goods {
      case .authorised, .arranged:
        add(.handover, lot.authorisation?.handOverBy)
        add(.goods, lot.authorisation?.goodsBy)
      case .inTransit: add(.goods, lot.authorisation?.goodsBy)
      default: break
      }
      if lot.remedyState == .granted, let released = lot.releasedAt, let by = lot.authorisation?.remedyBy {
        add(.remedy, max(by, released))
      }
      if lot.remedyState == .outstanding, !lot.goods.hasComeBack { add(.advanceReplacement, lot.authorisation?.goodsBy) }
    }
    let order = ReturnDue.Kind.allCases
    return all.sorted {
      ($0.since, $0.lot, order.firstIndex(of: $0.kind)!) < ($1.since, $1.lot, order.firstIndex(of: $1.kind)!)
    }
  }
}
