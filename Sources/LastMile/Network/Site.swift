public import Logistics
public import Promising
public import Sourcing

/// A node as the network knows it: where it is, when it works, what it costs.
public struct Site: Hashable, Sendable {
  public let node: Node
  /// When and how fast it prepares parcels.
  public let schedule: NodeSchedule
  /// When customers can pick up there; `nil` if they cannot.
  public let pickupHours: WorkingCalendar?
  /// What packing one parcel costs.
  public let handlingPerParcel: MinorUnits
  /// What picking one unit costs.
  public let handlingPerUnit: MinorUnits
  /// The most parcels it ships in a day, or `nil` for no limit.
  public let parcelLimit: Int?

  /// A site.
  public init(
    node: Node, schedule: NodeSchedule, pickupHours: WorkingCalendar?, handlingPerParcel: MinorUnits,
    handlingPerUnit: MinorUnits, parcelLimit: Int?
  ) {
    self.node = node
    self.schedule = schedule
    self.pickupHours = pickupHours
    self.handlingPerParcel = handlingPerParcel
    self.handlingPerUnit = handlingPerUnit
    self.parcelLimit = parcelLimit
  }
}
