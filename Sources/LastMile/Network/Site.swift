public import Logistics
public import Promising

/// A node as the network knows it: where it is, when it works, what it costs.
public struct Site: Hashable, Sendable {
  public let node: Node
  /// When and how fast it prepares parcels.
  public private(set) var schedule: NodeSchedule
  /// When customers can pick up there; `nil` if they cannot.
  public let pickupHours: WorkingCalendar?
  /// What packing one parcel costs.
  public let handlingPerParcel: MinorUnits
  /// What picking one unit costs.
  public let handlingPerUnit: MinorUnits
  /// The most parcels it ships in a day, or `nil` for no limit.
  public let parcelLimit: Int?
  /// What gathering an order there costs, or `nil` if none is.
  public let hub: HubWork?

  /// A site.
  public init(
    node: Node, schedule: NodeSchedule, pickupHours: WorkingCalendar?, handlingPerParcel: MinorUnits,
    handlingPerUnit: MinorUnits, parcelLimit: Int?, hub: HubWork? = nil
  ) {
    self.node = node
    self.schedule = schedule
    self.pickupHours = pickupHours
    self.handlingPerParcel = handlingPerParcel
    self.handlingPerUnit = handlingPerUnit
    self.parcelLimit = parcelLimit
    self.hub = hub
  }

  /// The same site for an order that some work lies before.
  func behind(_ backlog: Backlog?) -> Site {
    var site = self
    site.schedule = schedule.behind(backlog)
    return site
  }
}

/// What a hub's work costs for an order that is gathered there: its parts come by `transfer` services, and one parcel goes on by a
/// carrier.
public struct HubWork: Hashable, Sendable {
  /// What packing the one parcel costs.
  public let handlingPerParcel: MinorUnits
  /// What sorting costs for each unit of the order.
  public let handlingPerUnit: MinorUnits

  /// Work.
  public init(handlingPerParcel: MinorUnits, handlingPerUnit: MinorUnits) {
    self.handlingPerParcel = handlingPerParcel
    self.handlingPerUnit = handlingPerUnit
  }
}
