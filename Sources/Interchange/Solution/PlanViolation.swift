/// A broken rule in the words of the files: routes and stops from 1, clients by their number, amounts in the file's unit.
public struct PlanViolation: Hashable, Sendable {
  /// The rules.
  public enum Kind: String, Hashable, Sendable, CaseIterable, Encodable {
    /// More is on board than fits.
    case capacity
    /// A service begins, or a vehicle is back at the depot, after the window has closed; by so much of the file's time.
    case timeWindow
    /// The route takes longer than the file allows.
    case duration
    /// The route is longer than the file allows.
    case distance
    /// The vehicle may not serve the client.
    case notAllowed
    /// A client is visited once more.
    case visitedTwice
    /// A client that must be visited is not.
    case missing
    /// The file has no client of that number.
    case unknownClient
    /// More routes than vehicles, by so many.
    case vehicles
    /// Goods are picked up and not handed over later on the same route, or the other way about.
    case pair
    /// Of a group of clients not exactly one is visited.
    case group
    /// A trip picks up before it has delivered, or delivers nothing.
    case backhaul
    /// The vehicle may not load anew there.
    case reload
    /// The vehicle loads anew too often, by so many times.
    case reloads
    /// Breaks are not taken as the file says.
    case breaks
    /// The route has too many stops, by so many.
    case stops
    /// Goods are longer on board than they may be.
    case timeOnBoard
    /// Clients that belong to one route are on several.
    case sameRoute
    /// A client is visited before one that must come first.
    case precedence
    /// A route that has begun is not gone on with.
    case begun
  }

  /// The rule.
  public let kind: Kind
  /// The number of the route in the solution; `nil` if no single one is at fault.
  public let route: Int?
  /// The stop on it, from 1; `nil` if the fault is of the route as a whole or of its return.
  public let stop: Int?
  /// The number of the client, if it is about one.
  public let client: Int?
  /// By how much: units of load, distance or time in the file's unit, a number of vehicles, otherwise 1.
  public let amount: FileAmount
}

extension PlanViolation: Encodable {
  private enum CodingKeys: String, CodingKey {
    case kind, route, stop, client, amount
  }

  /// Encodes every key, absent ones as `null`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(route, forKey: .route)
    try container.encode(stop, forKey: .stop)
    try container.encode(client, forKey: .client)
    try container.encode(amount, forKey: .amount)
  }
}
