import Logistics
import Travel

extension Network {
  /// How much of the vehicles' room checkout promises, in hundredths: parcels never fill the last corner of each vehicle.
  private static let fill = 85

  /// Whether the vehicles of a node can be promised to one more door with some goods, on a day on which they are promised to
  /// others already.
  ///
  /// By experience and in sum: so many doors in a shift, and so much of their room.
  func hasRoom(at node: ID<Node>, beside promised: Planner.PromisedDay, for goods: Goods) -> Bool {
    let vehicles = vehicles(at: node)
    let weight = vehicles.reduce(Weight.zero) { $0 + $1.weight }
    let volume = vehicles.reduce(Volume.zero) { $0 + $1.volume }
    return promised.doors < vehicles.reduce(0) { $0 + $1.stops }
      && (promised.weight + goods.weight) * 100 <= weight * Self.fill
      && (promised.volume + goods.volume) * 100 <= volume * Self.fill
  }

  /// What stands in the way of every vehicle of a node that would bring some goods to a door within a window, even with
  /// nothing else to do; `nil` if one can. So nothing is promised that the fleet cannot do.
  func obstacle(
    from site: Site, to address: Coordinate, within window: TimeWindow, on date: LocalDate, _ goods: Goods
  ) -> String? {
    let vehicles = vehicles(at: site.node.id)
    guard !vehicles.isEmpty else { return "no vehicle loads there" }
    let skilled = vehicles.filter { goods.skills.isSubset(of: $0.skills) }
    guard !skilled.isEmpty else {
      return "no vehicle there has \(goods.skills.map(\.text).sorted().joined(separator: " and "))"
    }
    let roomy = skilled.filter { $0.weight >= goods.weight && $0.volume >= goods.volume }
    guard !roomy.isEmpty else { return "it is larger than any vehicle there" }
    let way = streets.way(from: site.node.coordinate, to: address)
    let service = stop.perStop + stop.perParcel
    let reaches = roomy.contains { vehicle in
      let begin = max(zone.instant(date, vehicle.shift.from) + way.duration, window.opens)
      return begin <= window.closes && begin + service + way.duration <= zone.instant(date, vehicle.shift.until)
        && way.distance * 2 <= vehicle.maximumDistance ?? way.distance * 2
    }
    return reaches ? nil : "no vehicle gets there in time and back within its shift"
  }

  /// All of an order in one heap; where a line may be replaced, the larger product, and what either needs.
  func goods(of order: Order) -> Goods {
    var goods = Goods()
    for (line, substitutes) in zip(order.lines, substitutes(for: order)) {
      let products = ([line.sku] + substitutes.map(\.sku)).compactMap { product($0) }
      goods.weight = goods.weight + (products.map(\.weight).max() ?? .zero) * line.quantity
      goods.volume = goods.volume + (products.map(\.volume).max() ?? .zero) * line.quantity
      for product in products { goods.skills.formUnion(skills[product.id] ?? []) }
    }
    return goods
  }
}

/// What goods need of a vehicle.
struct Goods: Hashable {
  var weight = Weight.zero
  var volume = Volume.zero
  var skills: Set<Skill> = []
}
