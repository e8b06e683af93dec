import Logistics

/// The orders of the two days before the planned one.
struct Demand {
  let count: Int
  let stores: [Hub]

  /// Metres from the distribution centre that its vans surely drive: inside the band that ends at 45 km.
  static let reach = 44_000
  /// The furthest that somebody goes to collect an order, in metres.
  private static let pickupRadius = 20_000

  private static let channels = WeightedChoice<Channel>([(.web, 44), (.app, 27), (.marketplace, 17), (.phone, 4), (.store, 8)])
  private static let windows = WeightedChoice([("", 64), ("09:00-13:00", 13), ("13:00-18:00", 13), ("17:00-20:00", 10)])

  /// The orders, ascending by when they are placed.
  func orders(_ random: inout SeededRandom) -> [Order] {
    let digits = max(5, String(count).utf8.count)
    var customers = Customers(atMost: count)
    return OrderTimes.draw(count: count, &random).enumerated().map { index, placed in
      let customer = customers.next(&random)
      let reached = Hub.distributionCentre.position.isWithin(metres: Self.reach, of: customer.position)
      let pickupNode = pickupNode(of: customer, &random)
      let window = Self.windows.draw(&random)
      return Order(
        id: "o-" + padded(index + 1, digits), placed: placed, channel: channel(second: placed.second, &random),
        customer: customer.id, position: customer.position, pickupNode: pickupNode,
        window: pickupNode == nil && reached ? window : "", shipComplete: random.happens(perMille: 250),
        reachedByVan: pickupNode == nil && reached)
    }
  }

  /// The channel. Nobody answers the phone at night, and the stores are closed: those orders come by the web.
  private func channel(second: Int, _ random: inout SeededRandom) -> Channel {
    let channel = Self.channels.draw(&random)
    let isDay = (10 * 3600..<20 * 3600).contains(second)
    return isDay || (channel != .phone && channel != .store) ? channel : .web
  }

  /// Where a customer collects the order: the nearest store, one time in four the next one; `nil` for six in ten, who want it
  /// brought, and for those who live too far off.
  private func pickupNode(of customer: Customers.Customer, _ random: inout SeededRandom) -> String? {
    guard random.happens(perMille: 405) else { return nil }
    let second = random.number(below: 4) == 0
    // Equal distances fall to the store that stands first in the file.
    let near = stores.indices.map { (distance: stores[$0].position.squaredMetres(to: customer.position), store: $0) }
      .sorted { ($0.distance, $0.store) < ($1.distance, $1.store) }
    guard near[0].distance <= Self.pickupRadius * Self.pickupRadius else { return nil }
    return stores[near[second ? 1 : 0].store].id
  }
}
