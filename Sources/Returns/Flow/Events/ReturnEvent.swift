public import Logistics

/// One thing that happened in a return: an entry of the timeline that every channel's service desk reads.
public struct ReturnEvent: Hashable, Sendable, Codable {
  /// The caller's name for it, unique in its case: the same event twice is recorded once.
  public let id: ID<ReturnEvent>
  /// When it happened. Events of one lot come in this order.
  public let instant: Instant
  public let actor: ReturnActor
  /// The channel it came in on, if it came in on one.
  public let channel: Channel?
  /// The site where it happened, if it happened at one.
  public let node: ID<Node>?
  public let action: ReturnAction
  /// What the limits of the shop found when units were asked for. Set when it is recorded.
  public internal(set) var review: [ReviewGround]

  /// An event.
  public init(
    _ id: ID<ReturnEvent>, at instant: Instant, by actor: ReturnActor, on channel: Channel? = nil, in node: ID<Node>? = nil,
    _ action: ReturnAction
  ) {
    self.id = id
    self.instant = instant
    self.actor = actor
    self.channel = channel
    self.node = node
    self.action = action
    review = []
  }

  /// Whether another says the same, whatever the limits found.
  func isSame(as other: ReturnEvent) -> Bool {
    id == other.id && instant == other.instant && actor == other.actor && channel == other.channel && node == other.node
      && action == other.action
  }
}
