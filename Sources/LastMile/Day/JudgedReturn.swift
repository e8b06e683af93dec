public import Logistics
public import Returns

/// A return, whether it may come back, and how it is fetched on a day.
public struct JudgedReturn: Hashable, Sendable {
  public let request: ReturnRequest
  public let decision: ReturnDecision
  /// How it is fetched. Whether a vehicle makes the visit, the plan's routes say.
  public let pickup: ReturnPickup
}

/// How the goods of a return are fetched on a day.
public enum ReturnPickup: Hashable, Sendable {
  /// Not at all: no law lets them come back.
  case notAllowed
  /// Not at all: the network does not know the product, so nobody knows what room it takes.
  case unknownProduct
  /// Not that day: the house's own vehicles bring the replacement on this later one, and old goods go when the new ones come.
  case waits(until: LocalDate)
  /// In one visit with the order that replaces them.
  case swap(ID<Order>)
  /// In one visit with an order for the same customer at the same door that does not replace them.
  case withDelivery(ID<Order>)
  /// In a visit in which nothing is handed over, alone or with other returns of the customer; if a replacement was named, with
  /// the reason why it is no swap.
  case alone(NoSwap?)

  /// Why a return whose replacement is named is no swap.
  public enum NoSwap: Hashable, Sendable {
    /// The order was refused, or nobody ever accepted it.
    case notAccepted
    /// Somebody else brings it, or the customer fetches it.
    case notByOwnVehicle
    /// It goes to another door.
    case otherDoor
    /// It came on an earlier day, and the old goods are still there.
    case cameBefore(LocalDate)
    /// No vehicle of its node has what the new goods and the old ones need, or the room.
    case noVehicle
    /// Pickups were planned as a round of their own, without deliveries: see ``Planner/comparePickups(_:returns:limit:seed:threads:isCancelled:progress:)``.
    case ownRound
  }
}
