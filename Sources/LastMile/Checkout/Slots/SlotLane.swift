import Logistics
import Promising
import Routing
import Sourcing

/// A node from which the house's vehicles come to a door within hours that customers choose.
struct SlotLane {
  /// What can be said of one slot.
  struct Answer {
    let hours: OpeningHours
    let window: TimeWindow
    let option: ShippingOption
    /// Where in the routes of the day; `nil` if they are promised to others.
    let place: SlotPlace?
    let isNearby: Bool
  }

  let site: Site
  let service: ShippingService
  /// The service, narrowed to each of its slots.
  let slots: [(hours: OpeningHours, delivery: DeliveryService)]
  let address: Coordinate
  let band: ID<TransitZone>
  let rate: FreightRate
  /// When the order is placed, or the node works again.
  let placedAt: Instant

  private func option(_ delivery: DeliveryService, asIfPlaced moment: Instant) -> ShippingOption? {
    guard let promise = promise(from: site.schedule, by: delivery, to: band, placedAt: moment).promise else { return nil }
    return ShippingOption(site: site, service: service, promise: promise, rate: rate)
  }

  /// The soonest slot, whether it is taken or not.
  var soonest: ShippingOption? {
    slots.compactMap { option($0.delivery, asIfPlaced: placedAt) }.min { $0.promise.deliveryDate < $1.promise.deliveryDate }
  }

  /// Its slots through a day that vehicles could keep if they had nothing else to do, with what the routes say of them.
  func answers(
    for order: Order, through last: LocalDate, in wanted: Set<TimeWindow>?, _ network: Network,
    _ day: (Planner.NodeDay) -> TentativePlan?
  ) -> [Answer] {
    let goods = network.goods(of: order, by: rate)
    var days: [Planner.NodeDay: [(hours: OpeningHours, option: ShippingOption)]] = [:]
    for (hours, delivery) in slots {
      var moment = placedAt
      var known: LocalDate?
      while let option = option(delivery, asIfPlaced: moment), option.promise.deliveryDate <= last {
        let date = option.promise.deliveryDate
        if date != known, let window = option.promise.window, wanted?.contains(window) ?? true {
          days[Planner.NodeDay(node: site.node.id, day: date), default: []].append((hours, option))
        }
        known = date
        moment = max(moment, network.zone.instant(network.zone.date(at: moment).adding(days: 1), .midnight))
      }
    }
    return days.flatMap { key, slots -> [Answer] in
      guard let plan = day(key) else { return [] }
      // What is ready later makes vehicles wait: slots of one day are asked together where it is ready at the same time.
      return Dictionary(grouping: slots, by: \.option.promise.leavesAt).flatMap { ready, slots -> [Answer] in
        let request = network.request(goods, to: address, ready: ready, key)
        let offers = (try? plan.offers(for: request, in: slots.map { $0.option.promise.window! })) ?? []
        return zip(slots, offers).filter { $0.1.loneCost != nil }.map { slot, offer in
          Answer(hours: slot.hours, window: offer.window, option: slot.option, place: offer.place, isNearby: offer.isNearby())
        }
      }
    }
  }
}

extension Network {
  /// The nodes and services that come to a door within slots.
  ///
  /// - Parameters:
  ///   - sites: Those of the network, with the work that lies before the order.
  ///   - closures: until when nodes are closed; `nil` for nobody knows until when.
  func slotLanes(
    to address: Coordinate, over sites: [Site], at now: Instant, closures: [ID<Node>: Instant?]
  ) -> [SlotLane] {
    services.flatMap { service -> [SlotLane] in
      guard service.role == .ownVan, let delivery = service.delivery, !service.slots.isEmpty else { return [] }
      let slots = service.slots.compactMap { hours in delivery.narrowed(to: hours).map { (hours: hours, delivery: $0) } }
      return sites.compactMap { site in
        guard service.nodes.contains(site.node.id), !vehicles(at: site.node.id).isEmpty,
          let band = band(from: site.node, to: address), let rate = service.tariff.rate(zone: band.text)
        else { return nil }
        var placedAt = now
        if let closure = closures[site.node.id] {
          guard let until = closure else { return nil }
          placedAt = max(now, until)
        }
        return SlotLane(
          site: site, service: service, slots: slots, address: address, band: band, rate: rate, placedAt: placedAt)
      }
    }
  }
}
