import Logistics
import Routing

/// A depot, and customers some kilometres east and north of it.
enum Town {
  static let depot = Coordinate(latitude: 0, longitude: 0)!

  /// About so many kilometres of great circle away, on the equator.
  static func request(east: Double = 0, north: Double = 0, load: Int = 1, service: TimeSpan = .minutes(5)) -> SlotRequest {
    SlotRequest(
      place: Coordinate(latitude: north / 111.2, longitude: east / 111.2)!, delivery: [load], service: service)
  }

  static func hours(_ from: Int, _ to: Int) -> TimeWindow {
    TimeWindow(opens: Instant(secondsSince1970: 3600 * from), closes: Instant(secondsSince1970: 3600 * to))!
  }

  static func van(_ count: Int, capacity: Int = 10, fixedCost: Int = 0, maximumDistance: Distance? = nil) -> VehicleType {
    VehicleType(
      id: "van", count: count, start: 0, capacity: [capacity], shift: hours(8, 20), fixedCost: fixedCost,
      maximumDistance: maximumDistance)
  }
}
