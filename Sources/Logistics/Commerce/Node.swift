/// A place where stock lies and from which orders ship or are picked up, or to which they are brought to be fetched.
public struct Node: Hashable, Sendable, Codable {
  /// What a node is first of all. Every kind but a locker can ship.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A building without customers.
    case distributionCentre
    /// A shop with customers, who can pick up there.
    case store
    /// Compartments from which customers fetch parcels; it holds no stock.
    case locker
  }

  public let id: ID<Node>
  /// The name shown to people.
  public let name: String
  public let kind: Kind
  public let coordinate: Coordinate

  /// A node.
  public init(id: ID<Node>, name: String, kind: Kind, coordinate: Coordinate) {
    self.id = id
    self.name = name
    self.kind = kind
    self.coordinate = coordinate
  }
}
