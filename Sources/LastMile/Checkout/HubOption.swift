import Logistics
import Promising
import Sourcing

/// One hub at which an order could be gathered, with the promises of what comes in and of what goes out.
struct HubOption {
  /// A carrier's way from the hub to the door, for goods that are there on a day.
  struct Leg {
    let feederBy: LocalDate
    let option: ShippingOption
  }

  let site: Site
  let work: HubWork
  /// From other nodes to the hub.
  let transfers: [ShippingOption]
  let legs: [Leg]
}

extension Network {
  /// The hubs at which an order to a door could be gathered: those to which a transfer comes and from which a carrier goes on.
  ///
  /// What comes on a day goes on as an order would that is placed as that day ends. The house's own vehicles bring no gathered orders.
  ///
  /// - Parameters:
  ///   - sites: Those of the network, with the work that lies before the order.
  ///   - closures: until when nodes are closed beside their calendars; `nil` for nobody knows until when.
  ///   - late: what is known of services that are late.
  func hubs(
    for order: Order, over sites: [Site], closures: [ID<Node>: Instant?], late: [Disruption.Kind]
  ) -> [HubOption] {
    guard case .delivery(let address, nil) = order.fulfilment else { return [] }
    /// When an order comes for a node that is closed until a moment; `nil` if nobody knows until when.
    func arrival(_ instant: Instant, at node: ID<Node>) -> Instant? {
      closures[node].map { until in until.map { max($0, instant) } } ?? instant
    }
    return sites.compactMap { hub -> HubOption? in
      guard let work = hub.hub else { return nil }
      let transfers = sites.filter { $0.node.id != hub.node.id }.flatMap { site in
        arrival(order.placedAt, at: site.node.id).map {
          ways(.transfer, from: site, to: hub.node.coordinate, placedAt: $0, late)
        } ?? []
      }
      let legs = Set(transfers.map(\.promise.deliveryDate)).sorted().flatMap { date -> [HubOption.Leg] in
        guard let moment = arrival(zone.instant(date.adding(days: 1), .midnight), at: hub.node.id) else { return [] }
        return ways(.carrier, from: hub, to: address, placedAt: moment, late).map { HubOption.Leg(feederBy: date, option: $0) }
      }
      return legs.isEmpty ? nil : HubOption(site: hub, work: work, transfers: transfers, legs: legs)
    }
  }

  private func ways(
    _ role: ShippingService.Role, from site: Site, to place: Coordinate, placedAt: Instant, _ late: [Disruption.Kind]
  ) -> [ShippingOption] {
    services.filter { $0.role == role && $0.nodes.contains(site.node.id) }.compactMap { service in
      guard let delivery = service.delivery, let band = band(from: site.node, to: place),
        let rate = service.tariff.rate(zone: band.text),
        let promise = promise(from: site.schedule, by: delivery, to: band, placedAt: placedAt).promise
      else { return nil }
      return delayed(ShippingOption(site: site, service: service, promise: promise, rate: rate), to: place, by: late)
    }
  }
}
