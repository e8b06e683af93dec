public import Logistics

/// An area of destinations that a service reaches in the same time: the subject of an `ID<TransitZone>`.
public enum TransitZone {}

/// How long a service is under way to an area.
public struct Transit: Hashable, Sendable {
  /// Working days of the service from the day a parcel leaves to the day it can be delivered; 0 is the same day.
  public let days: Int
  /// The zone of the wall clock at the destination; `nil` if it is that of the node.
  public let timeZone: Zone?

  /// A transit of so many working days of the service, at least 0.
  public init(days: Int, timeZone: Zone? = nil) {
    self.days = days
    self.timeZone = timeZone
  }
}
