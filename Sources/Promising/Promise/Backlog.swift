public import Logistics

/// The work that lies before an order at a node.
public struct Backlog: Hashable, Sendable {
  /// Parcels that are not prepared yet, counting one that is begun.
  public let parcels: Int
  /// When the node's people are done with them.
  public let until: Instant

  /// Work of so many parcels until a moment.
  public init(parcels: Int, until: Instant) {
    self.parcels = parcels
    self.until = until
  }
}
