public import Logistics

/// What a tentative plan says of one window for a stop.
public struct SlotOffer: Hashable, Sendable {
  /// Whether a window can be promised.
  public enum Answer: Hashable, Sendable {
    /// It can: the place of least cost. Of several as cheap it is one in a route that is out already, the first of them.
    case open(SlotPlace)
    /// It cannot, as the plan stands.
    case closed(SlotObstacle)
  }

  /// The window that was asked about.
  public let window: TimeWindow
  public let answer: Answer
  /// What a trip there and back for this stop alone costs at the least, in the unit of the objective, the fixed cost of a vehicle
  /// and the time of the service aside. `nil` if no vehicle can make it in this window even if nothing else is to be done:
  /// improving the plan cannot help then.
  public let loneCost: Int?

  /// Where the stop goes; `nil` if it has no place.
  public var place: SlotPlace? {
    if case .open(let place) = answer { place } else { nil }
  }

  /// Why it has no place; `nil` if it has one.
  public var obstacle: SlotObstacle? {
    if case .closed(let obstacle) = answer { obstacle } else { nil }
  }

  /// Whether a vehicle is near in this window anyway: what the stop costs more, the time of its service aside, is at most so many
  /// hundredths of ``loneCost``. The fixed cost of a vehicle that is not out yet counts as a part of what it costs more.
  ///
  /// A shop shows such windows as the cheaper ones. `false` if the stop has no place.
  public func isNearby(percent: Int = 30) -> Bool {
    guard let place, let loneCost else { return false }
    // The largest costs a hundredfold are beyond 64 bits.
    return Int128(place.extraCost - place.serviceCost) * 100 <= Int128(loneCost) * Int128(percent)
  }
}
