public import Logistics
public import Routing
import Sourcing

/// Something that happens while the vehicles of a day are out.
public enum RoadEvent: Sendable, Hashable {
  /// A vehicle drives no further. Unless they are lost, its goods are fetched by another vehicle of its node.
  case vehicleDown(ID<FleetVehicle>, goods: StrandedGoods = .fetched(handover: .minutes(5)))
  /// Nobody is to come for an order any more; all its visits of the day that have not begun are cancelled. What becomes of the order is
  /// its owner's to say.
  case cancelled(ID<Order>)
  /// All vehicles are slower by so many hundredths, from now on until a moment or for the rest of the day.
  case slower(percent: Int, until: Instant? = nil)
  /// A vehicle is so much later than planned.
  case behind(ID<FleetVehicle>, by: TimeSpan)
}
