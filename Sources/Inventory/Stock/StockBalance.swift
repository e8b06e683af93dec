public import Logistics

/// How many units of one product one node has, and what is promised of them.
///
/// `onHand` counts the sellable units that lie there, those held and committed among them; `damaged` units lie there too
/// and are counted apart. A physical count may find fewer units than are promised: then ``shortfall`` says how many.
public struct StockBalance: Hashable, Sendable {
  /// Sellable units that lie at the node.
  public var onHand: Int
  /// Units of `onHand` that a live hold keeps for a cart.
  public var held: Int
  /// Units of `onHand` that belong to a confirmed order and have not left yet.
  public var committed: Int
  /// Units that lie at the node and cannot be sold.
  public var damaged: Int
  /// Units of `onHand` kept back from the channels that ``SafetyPolicy`` names.
  public var safety: Int

  /// A balance, zero where nothing is said.
  public init(onHand: Int = 0, held: Int = 0, committed: Int = 0, damaged: Int = 0, safety: Int = 0) {
    self.onHand = onHand
    self.held = held
    self.committed = committed
    self.damaged = damaged
    self.safety = safety
  }

  /// No units at all.
  public static let zero = StockBalance()

  /// Units nobody was promised, safety stock among them; never negative.
  public var free: Int { max(0, onHand - held - committed) }

  /// Units promised that are not there, after a count found fewer than expected.
  public var shortfall: Int { max(0, held + committed - onHand) }

  /// Units that may be promised on a channel: what is free, less the safety stock where the policy keeps it back.
  public func available(on channel: Channel, under policy: SafetyPolicy) -> Int {
    policy.keepsBack(from: channel) ? max(0, free - safety) : free
  }

  /// The sum of each count: balances and changes of balances add up.
  public static func + (left: Self, right: Self) -> Self {
    Self(
      onHand: left.onHand + right.onHand, held: left.held + right.held, committed: left.committed + right.committed,
      damaged: left.damaged + right.damaged, safety: left.safety + right.safety)
  }

  /// Adds a change of balance.
  public static func += (left: inout Self, right: Self) { left = left + right }
}
