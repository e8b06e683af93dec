/// What a search says of itself while it runs.
public struct SearchProgress: Sendable {
  /// How long it has run.
  public let time: Swift.Duration
  /// How many iterations all searchers made together.
  public let iterations: Int
  /// How far it is, from 0 to 1.
  public let fraction: Double
  /// The cost of the best plan so far; `nil` while some job that must be served is not.
  public let cost: Int?
  /// How many vehicles that plan uses.
  public let vehicles: Int
  /// How many jobs it leaves out; a shipment or alternatives count as one.
  public let unassigned: Int
}
