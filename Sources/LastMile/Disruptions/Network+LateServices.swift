import Logistics
import Promising
import Synchronization

extension Disruption.Kind {
  /// By how many working days a service is late with what leaves a node for an area on a day.
  func workingDaysLate(
    _ service: ID<DeliveryService>, from node: ID<Node>, to area: ID<TransitZone>, leaving date: LocalDate
  ) -> Int {
    guard case .serviceLate(service, let days, let leaving, let nodes, let areas) = self, leaving.contains(date),
      nodes?.contains(node) ?? true, areas?.contains(area) ?? true
    else { return 0 }
    return days
  }

  /// Whether a service is late with what leaves on a day or later.
  fileprivate func isLateService(on date: LocalDate) -> Bool {
    if case .serviceLate(_, _, let leaving, _, _) = self { leaving.upperBound >= date } else { false }
  }
}

extension Planner {
  /// What is known of services that are late with what leaves from a moment on: what is promised then is promised by it.
  func lateServices(from moment: Instant) -> [Disruption.Kind] {
    let news = state.withLock { $0.disruptions }
    guard !news.isEmpty else { return [] }
    let date = network.zone.date(at: moment)
    return news.values.map(\.disruption.kind).filter { $0.isLateService(on: date) }
  }
}

extension Network {
  /// An option as it can be promised while services are late; `nil` if no day can.
  ///
  /// Carriers and transfers: on which day the house's own vehicles come is a matter of their room.
  func delayed(_ option: ShippingOption, to place: Coordinate, by late: [Disruption.Kind]) -> ShippingOption? {
    guard !late.isEmpty, option.service.role != .ownVan, option.service.role != .storePickup,
      let delivery = option.toLocker ?? option.service.delivery, let area = band(from: option.site.node, to: place)
    else { return option }
    let days =
      late.map {
        $0.workingDaysLate(option.service.id, from: option.site.node.id, to: area, leaving: option.promise.leavesOn)
      }.max() ?? 0
    guard days > 0 else { return option }
    let outcome = option.promise.delayed(workingDaysLate: days, from: option.site.schedule, by: delivery, to: area)
    return outcome.promise.map { promise in
      var option = option
      option.promise = promise
      return option
    }
  }

  /// Where the customer of an order gets it.
  func destination(of order: Order) -> Coordinate? { destination(of: order.fulfilment) }
}
