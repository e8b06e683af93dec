public import Logistics

/// Hours of a day within which the house's own vehicles could bring a cart.
public struct DeliverySlot: Hashable, Sendable {
  public let date: LocalDate
  /// When they would come; where the goods are only ready later, not before that.
  public let window: TimeWindow
  /// How it would be fulfilled; `nil` if the vehicles are promised to others by then.
  public let offer: Offer?
  /// What the routes of the day cost more with it, as they are promised so far; `nil` if it is not to be had.
  public let routeCost: MinorUnits?
  /// Whether a vehicle is near at that time anyway, so that the shop may show it as the cheaper one: of what a trip for this door alone
  /// costs the routes cost at most three tenths more.
  public let isNearby: Bool
}
