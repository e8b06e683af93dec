public import Promising

/// What went wrong with an order that was promised.
public enum Setback: Hashable, Sendable {
  /// The site did not find the units that its books say it has.
  case notFound([ProductUnits], site: String)
  /// The units at the site are not fit for sale.
  case damaged([ProductUnits], site: String)
  /// Nobody can work at the site until a moment, or (`nil`) nobody knows until when.
  case siteClosed(site: String, until: WallTime?)
  /// The vehicle that brought it.
  case vehicleBrokeDown
  /// Somebody else brings it, and is late.
  case carrierLate
  /// The shop's own vehicles are late.
  case transportLate
  /// It is stuck on its way.
  case heldUp
  /// The site is behind with preparing orders.
  case siteBehind(site: String)
}
