import Forecasting
import Logistics

extension CSVRow {
  /// The order of a row; `nil` if anything is wrong with it, which is noted.
  func order() -> HistoricalOrder? {
    let before = log.faults.faults.count
    let id: ID<Consignment>? = self.id("order_id")
    let placed = moment("purchase_ts", isNeeded: true)
    _ = moment("approved_ts")
    _ = moment("shipping_limit_ts")
    let handedOver = moment("carrier_ts")
    let delivered = moment("delivered_ts")
    let estimate = parsed("estimated_date", "a date like 2018-03-21", Self.date)
    let regions = (text("seller_state"), text("cust_state"))
    if regions.0.isEmpty { fault("seller_state", "a region") }
    if regions.1.isEmpty { fault("cust_state", "a region") }
    if let placed, let delivered, delivered < placed { fault("delivered_ts", "a moment not before purchase_ts") }
    let pieces = text("n_items").isEmpty ? 1 : integer("n_items", 1...1_000_000)
    let shippers = text("n_sellers").isEmpty ? 1 : integer("n_sellers", 1...1_000_000)
    let origin = point("seller_lat", "seller_lng")
    let destination = point("cust_lat", "cust_lng")
    let (kilometres, grams, volume) = (amount("dist_km"), amount("weight_g"), amount("volume_cm3"))
    let (price, freight) = (amount("price"), amount("freight"))
    guard log.faults.faults.count == before, let id, let placed, let estimate, let pieces, let shippers else { return nil }
    let consignment = Consignment(
      id: id, placedAt: placed, shipper: text("seller_zip5"), originRegion: regions.0, destinationRegion: regions.1,
      originTown: text("seller_city"), destinationTown: text("cust_city"), origin: origin, destination: destination,
      kilometres: kilometres, grams: grams, cubicCentimetres: volume, price: price, freight: freight, pieces: pieces,
      shippers: shippers)
    return HistoricalOrder(consignment, handedOverAt: handedOver, deliveredAt: delivered, estimate: estimate)
  }

  /// A moment of the wall clock, `nil` where nothing stands.
  private func moment(_ column: String, isNeeded: Bool = false) -> Instant? {
    if !isNeeded, text(column).isEmpty { return nil }
    return parsed(column, "a moment like 2018-03-01 09:30:00\(isNeeded ? "" : ", or nothing")") { text in
      let parts = text.split(whereSeparator: { $0 == " " || $0 == "T" })
      guard parts.count == 2, let date = LocalDate(parts[0]), let time = LocalTime(parts[1]), time < .endOfDay else { return nil }
      return Zone.utc.instant(date, time)
    }
  }

  /// A date, maybe with a time of the day behind it.
  private static func date(_ text: String) -> LocalDate? {
    LocalDate(text.prefix { $0 != " " && $0 != "T" })
  }

  /// A number that is not negative, `nil` where nothing stands.
  private func amount(_ column: String) -> Double? {
    if text(column).isEmpty { return nil }
    return parsed(column, "a number from 0 on, or nothing") { Double($0).flatMap { (0...1e12).contains($0) ? $0 : nil } }
  }

  private func point(_ latitude: String, _ longitude: String) -> Coordinate? {
    if text(latitude).isEmpty, text(longitude).isEmpty { return nil }
    let north = parsed(latitude, "degrees, -90 to 90") { Double($0).flatMap { (-90...90).contains($0) ? $0 : nil } }
    let east = parsed(longitude, "degrees, -180 to 180") { Double($0).flatMap { (-180...180).contains($0) ? $0 : nil } }
    guard let north, let east else { return nil }
    return Coordinate(latitude: north, longitude: east)
  }
}
