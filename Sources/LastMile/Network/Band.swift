public import Logistics
public import Promising

/// The addresses up to a distance from the node that ships: what a tariff and a transit time go by.
public struct Band: Hashable, Sendable {
  public let id: ID<TransitZone>
  /// The great circle from the node up to which an address belongs to this band, or `nil` for all that are farther than the
  /// band before.
  public let upTo: Distance?

  /// A band.
  public init(id: ID<TransitZone>, upTo: Distance?) {
    self.id = id
    self.upTo = upTo
  }
}
