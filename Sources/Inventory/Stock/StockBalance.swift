/// How many units of one product one node has, expects and keeps back, and what is promised of them.
///
/// `onHand` counts the sellable units that lie there, those held and committed among them; `damaged` units lie there too
/// and are counted apart. A physical count may find fewer units than are promised: then ``shortfall`` says how many.
public struct StockBalance: Hashable, Sendable, Codable {
  /// Sellable units that lie at the node.
  public var onHand: Int
  /// Units of `onHand` that a live hold keeps for a cart.
  public var held: Int
  /// Units of `onHand` that belong to a confirmed order and have not left yet.
  public var committed: Int
  /// Units that lie at the node and cannot be sold: damaged, or past their sell-by.
  public var damaged: Int
  /// Units of `onHand` kept back from the channels that ``SafetyPolicy`` names.
  public var safety: Int
  /// Units that suppliers owe the node.
  public var inbound: Int
  /// Units on the way to the node that have left another.
  public var inTransit: Int
  /// Units of `inbound` and `inTransit` that holds and orders wait for.
  public var awaited: Int
  /// Units that are kept for one channel each, and that it has not taken yet.
  public var allotted: Int

  /// A balance, zero where nothing is said.
  public init(
    onHand: Int = 0, held: Int = 0, committed: Int = 0, damaged: Int = 0, safety: Int = 0, inbound: Int = 0,
    inTransit: Int = 0, awaited: Int = 0, allotted: Int = 0
  ) {
    self.onHand = onHand
    self.held = held
    self.committed = committed
    self.damaged = damaged
    self.safety = safety
    self.inbound = inbound
    self.inTransit = inTransit
    self.awaited = awaited
    self.allotted = allotted
  }

  /// No units at all.
  public static let zero = StockBalance()

  /// Units nobody was promised, safety stock among them; never negative.
  public var free: Int { max(0, onHand - held - committed) }

  /// Units promised that are not there, after a count found fewer than expected or an inbound failed. Whatever comes next
  /// is for them.
  public var shortfall: Int { max(0, held + committed - onHand) }

  /// The sum of each count: balances and changes of balances add up.
  public static func + (left: Self, right: Self) -> Self {
    Self(
      onHand: left.onHand + right.onHand, held: left.held + right.held, committed: left.committed + right.committed,
      damaged: left.damaged + right.damaged, safety: left.safety + right.safety, inbound: left.inbound + right.inbound,
      inTransit: left.inTransit + right.inTransit, awaited: left.awaited + right.awaited,
      allotted: left.allotted + right.allotted)
  }

  /// Adds a change of balance.
  public static func += (left: inout Self, right: Self) { left = left + right }
}
