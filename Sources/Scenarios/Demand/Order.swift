import Logistics

/// An order as the file states it.
struct Order {
  let id: String
  /// Days before the planned day and seconds after midnight.
  let placed: (daysBefore: Int, second: Int)
  let channel: Channel
  let customer: String
  /// Where the customer lives.
  let position: Position
  /// The store where the customer collects it, or `nil` for delivery.
  let pickupNode: String?
  /// The hours of the day that the customer asked for, as "09:00-13:00", or empty.
  let window: String
  let shipComplete: Bool
  /// Whether it may ask for what needs a lift or a cold box: it is delivered, and the centre's own vans reach it.
  let reachedByVan: Bool

  /// Whether it comes before another in the file: by when it is placed, then by name.
  func isPlaced(before other: Order) -> Bool {
    (other.placed.daysBefore, placed.second, id) < (placed.daysBefore, other.placed.second, other.id)
  }
}
