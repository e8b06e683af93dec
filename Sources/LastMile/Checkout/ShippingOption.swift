import Logistics
import Promising
import Routing
import Sourcing

/// One way from one node to the customer of one order, with its promise and its rate.
struct ShippingOption {
  let site: Site
  let service: ShippingService
  var promise: DeliveryPromise
  var rate: FreightRate
  /// The days on which it could have come, had the vehicles not been promised away.
  var fullDays: [LocalDate] = []
  /// How its service brings it to a locker; `nil` elsewhere.
  var toLocker: DeliveryService?
}

extension Network {
  /// The ways from a node to the customer of an order, and why there is none.
  ///
  /// - Parameter day: The routes of a day at a node as they are promised; `nil` if no vehicle loads there.
  func options(
    for order: Order, from site: Site, on day: (Planner.NodeDay) -> TentativePlan?
  ) -> (options: [ShippingOption], reason: String) {
    var options: [ShippingOption] = []
    var reason = "no service starts there"
    for service in services where service.nodes.contains(site.node.id) {
      switch option(for: order, from: site, by: service, on: day) {
      case .success(let option): options.append(option)
      case .failure(let failure): if let text = failure.reason { reason = text }
      }
    }
    return (options, reason)
  }

  /// The way from a node to the customer of an order by one of the services that start there, or why there is none.
  func option(
    for order: Order, from site: Site, by service: ShippingService,
    on day: (Planner.NodeDay) -> TentativePlan?
  ) -> Result<ShippingOption, NoOption> {
    switch order.fulfilment {
    case .delivery(let address, let hours): deliver(order, site, service, to: address, between: hours, day)
    case .pickup(let store): pickUp(order, site, service, at: store)
    }
  }

  struct NoOption: Error {
    /// `nil` if the service is for something else.
    let reason: String?
  }

  private func deliver(
    _ order: Order, _ site: Site, _ service: ShippingService, to address: Coordinate, between hours: OpeningHours?,
    _ day: (Planner.NodeDay) -> TentativePlan?
  ) -> Result<ShippingOption, NoOption> {
    guard service.role == .ownVan || service.role == .carrier, let delivery = service.delivery else {
      return .failure(NoOption(reason: nil))
    }
    guard let band = band(from: site.node, to: address), let rate = service.tariff.rate(zone: band.text) else {
      return .failure(NoOption(reason: "\(service.id) does not go so far"))
    }
    guard service.role == .ownVan else {
      guard hours == nil else { return .failure(NoOption(reason: "\(service.id) promises no hours")) }
      return option(site, service, delivery, to: band, rate, order.placedAt)
    }
    guard let delivery = delivery.narrowed(to: hours) else {
      return .failure(NoOption(reason: "\(service.id) is not there in the hours that were chosen"))
    }
    return drive(order, site, service, delivery, to: address, band, rate, day)
  }

  /// The first day on which the node's own vehicles can come and are not yet promised away.
  private func drive(
    _ order: Order, _ site: Site, _ service: ShippingService, _ delivery: DeliveryService, to address: Coordinate,
    _ band: ID<TransitZone>, _ rate: FreightRate, _ day: (Planner.NodeDay) -> TentativePlan?
  ) -> Result<ShippingOption, NoOption> {
    let goods = goods(of: order, by: rate)
    var asIfPlaced = order.placedAt
    var fullDays: [LocalDate] = []
    var obstacle: String?
    // Two weeks ahead is as far as a shop says "full" before it says "no".
    for _ in 0..<14 {
      let outcome = option(site, service, delivery, to: band, rate, asIfPlaced)
      guard case .success(var option) = outcome else { return outcome }
      let key = Planner.NodeDay(node: site.node.id, day: option.promise.deliveryDate)
      let request = request(goods, to: address, ready: option.promise.leavesAt, key)
      switch answer(to: request, within: option.promise.window ?? wholeDay(key.day), key, day) {
      case .open:
        option.fullDays = fullDays
        return .success(option)
      // Orders of several days may come on the same one.
      case .full: if fullDays.last != key.day { fullDays.append(key.day) }
      case .never(let reason):
        // Another day is the same, unless the goods are only ready on this one.
        guard request.release != nil else { return .failure(NoOption(reason: reason)) }
        obstacle = reason
      }
      asIfPlaced = max(asIfPlaced, zone.instant(zone.date(at: asIfPlaced).adding(days: 1), .midnight))
    }
    return .failure(NoOption(reason: fullDays.isEmpty ? obstacle : "its vehicles are full for two weeks"))
  }

  private func option(
    _ site: Site, _ service: ShippingService, _ delivery: DeliveryService, to band: ID<TransitZone>, _ rate: FreightRate,
    _ placedAt: Instant
  ) -> Result<ShippingOption, NoOption> {
    switch promise(from: site.schedule, by: delivery, to: band, placedAt: placedAt) {
    case .notServed(let reason): .failure(NoOption(reason: "\(reason)"))
    case .promised(let promise): .success(ShippingOption(site: site, service: service, promise: promise, rate: rate))
    }
  }

  private func pickUp(
    _ order: Order, _ site: Site, _ service: ShippingService, at store: ID<Node>
  ) -> Result<ShippingOption, NoOption> {
    if let locker = locker(store) { return bring(order, site, service, to: locker) }
    guard let target = self.site(store), let hours = target.pickupHours else {
      return .failure(NoOption(reason: "nothing can be picked up at \(store)"))
    }
    switch service.role {
    case .storePickup where site.node.id == store:
      return option(site, service, .storePickup(id: service.id, handsOver: hours), to: "", .flat(0), order.placedAt)
    case .transfer where site.node.id != store:
      guard let delivery = service.delivery, let band = band(from: site.node, to: target.node.coordinate),
        let rate = service.tariff.rate(zone: band.text)
      else { return .failure(NoOption(reason: "\(service.id) does not go to \(store)")) }
      return option(site, service, delivery, to: band, rate, order.placedAt)
    default:
      return .failure(NoOption(reason: nil))
    }
  }

  /// As if all compartments were free.
  private func bring(
    _ order: Order, _ site: Site, _ service: ShippingService, to locker: Locker
  ) -> Result<ShippingOption, NoOption> {
    guard locker.isServed(by: service), let delivery = service.delivery?.bringing(to: locker.pickupPoint) else {
      return .failure(NoOption(reason: nil))
    }
    guard let band = band(from: site.node, to: locker.node.coordinate), let rate = service.tariff.rate(zone: band.text) else {
      return .failure(NoOption(reason: "\(service.id) does not go to \(locker.node.id)"))
    }
    return option(site, service, delivery, to: band, rate, order.placedAt).map { option in
      var option = option
      option.toLocker = delivery
      return option
    }
  }
}

extension DeliveryService {
  /// The same service, promising only the part of its hours that a customer chose; `nil` if it has none of them.
  func narrowed(to hours: OpeningHours?) -> DeliveryService? {
    guard let hours else { return self }
    let own = window ?? .wholeDay
    guard let both = OpeningHours(from: max(own.from, hours.from), until: min(own.until, hours.until)) else { return nil }
    return try? DeliveryService(
      id: id, kind: kind, calendar: calendar, deliveryWeekdays: deliveryWeekdays, transit: transit,
      departureCut: departureCut, collections: collections, window: both)
  }
}
