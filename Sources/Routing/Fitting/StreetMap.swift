public import Logistics
public import Travel

/// Where the places of a problem are, so that a running plan can work out the ways to addresses that are not among them.
public struct StreetMap: Hashable, Sendable {
  /// Where each row of the travel matrices is.
  public let places: [Coordinate]
  /// How long ways are, for each of the problem's profiles.
  public let streets: [StreetModel]

  /// Places, and a model of streets for each profile of the problem.
  public init(places: [Coordinate], streets: [StreetModel] = [StreetModel()]) {
    self.places = places
    self.streets = streets
  }
}
