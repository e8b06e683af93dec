import Logistics
import Promising

extension Offer {
  /// The promises that end at the customer.
  var promises: [DeliveryPromise] { lastLeg.map { [$0.promise] } ?? parcels.map(\.promise) }

  /// The hours of the day that are promised, if all that comes on it has hours: from the first to the last of them.
  var window: TimeWindow? {
    let last = promises.filter { $0.deliveryDate == promisedDate }
    let windows = last.compactMap(\.window)
    guard windows.count == last.count, let opens = windows.map(\.opens).min(), let closes = windows.map(\.closes).max() else {
      return nil
    }
    return TimeWindow(opens: opens, closes: closes)
  }
}
