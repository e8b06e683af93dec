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
  /// - Parameter sites: Those of the network, with the work that lies before the order.
  func hubs(for order: Order, over sites: [Site]) -> [HubOption] {
    guard case .delivery(let address, nil) = order.fulfilment else { return [] }
    return sites.compactMap { hub -> HubOption? in
      guard let work = hub.hub else { return nil }
      let transfers = sites.filter { $0.node.id != hub.node.id }.flatMap { site in
        ways(.transfer, from: site, to: hub.node.coordinate, placedAt: order.placedAt)
      }
      let legs = Set(transfers.map(\.promise.deliveryDate)).sorted().flatMap { date in
        ways(.carrier, from: hub, to: address, placedAt: zone.instant(date.adding(days: 1), .midnight)).map {
          HubOption.Leg(feederBy: date, option: $0)
        }
      }
      return legs.isEmpty ? nil : HubOption(site: hub, work: work, transfers: transfers, legs: legs)
    }
  }

  private func ways(
    _ role: ShippingService.Role, from site: Site, to place: Coordinate, placedAt: Instant
  ) -> [ShippingOption] {
    services.filter { $0.role == role && $0.nodes.contains(site.node.id) }.compactMap { service in
      guard let delivery = service.delivery, let band = band(from: site.node, to: place),
        let rate = service.tariff.rate(zone: band.text),
        let promise = promise(from: site.schedule, by: delivery, to: band, placedAt: placedAt).promise
      else { return nil }
      return ShippingOption(site: site, service: service, promise: promise, rate: rate)
    }
  }
}
