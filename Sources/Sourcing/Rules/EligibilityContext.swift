public import Logistics

/// What rules ask of an order beside its lines and lanes.
public struct EligibilityContext: Sendable {
  public let channel: Channel
  public let placedAt: Instant
  /// Whether it goes to the customer's door; `false` if it is fetched in a store, where no distance counts.
  public let isDelivery: Bool
  /// The great circle from each node to the address, rounded up. A node that is missing is beyond every limit.
  public let distances: [ID<Node>: Distance]
  /// When each node would have the order ready. A node that is missing never has, for a rule that asks.
  public let readyAt: [ID<Node>: Instant]
  /// What products need of whoever handles them; a product that is missing needs nothing.
  public let skills: [SKU: Set<Skill>]

  /// A context.
  public init(
    channel: Channel, placedAt: Instant, isDelivery: Bool = true, distances: [ID<Node>: Distance] = [:],
    readyAt: [ID<Node>: Instant] = [:], skills: [SKU: Set<Skill>] = [:]
  ) {
    self.channel = channel
    self.placedAt = placedAt
    self.isDelivery = isDelivery
    self.distances = distances
    self.readyAt = readyAt
    self.skills = skills
  }
}
