import LastMile

/// The days of an order under news, found by walking through the calendar one day after the other. It knows neither what the planner
/// keeps of the news nor how promises are made anew.
struct DelayOracle {
  let network: Network
  let disruption: Disruption
  /// All that is known, this one included.
  let news: [Disruption]

  private var today: LocalDate { network.zone.date(at: disruption.at) }

  /// The day that each parcel and each last leg of an order comes on, and whether the news concerns any of them.
  func days(of order: AcceptedOrder) -> (parcels: [LocalDate], legs: [LocalDate], isConcerned: Bool) {
    var isConcerned = false
    var arrivals = order.parcels.map(\.promise.deliveryDate)
    var moved: Set<Int> = []
    let hub = order.lastLegs.first
    func isAtHub(_ parcel: OfferedParcel) -> Bool { hub.map { $0.parcel.hub == parcel.contents.node } ?? false }
    for (number, parcel) in order.parcels.enumerated() where !isAtHub(parcel) {
      let place: Coordinate
      switch (hub, order.order.fulfilment) {
      case (let hub?, _): place = network.site(hub.parcel.hub)!.node.coordinate
      case (nil, .delivery(let address, _)): place = address
      case (nil, .pickup(let store)): place = network.site(store)!.node.coordinate
      }
      guard let day = day(parcel.promise, parcel.contents.node, parcel.service, place, order, from: nil) else { continue }
      isConcerned = true
      moved.insert(number)
      arrivals[number] = day
    }
    var legs = order.lastLegs.map(\.promise.deliveryDate)
    if let hub, case .delivery(let address, _) = order.order.fulfilment {
      let site = network.site(hub.parcel.hub)!
      var gathered: Instant?
      let last = order.parcels.indices.filter { !isAtHub(order.parcels[$0]) }.map { arrivals[$0] }.max()
      if !moved.isEmpty, let last, last > hub.parcel.leg.feederBy! {
        // The chain's own answer to an order that comes when the last of it has come.
        gathered =
          promise(
            from: site.schedule, by: network.services.first { $0.id == hub.service }!.delivery!,
            to: network.band(from: site.node, to: address)!, placedAt: network.zone.instant(last.adding(days: 1), .midnight)
          ).promise!.readyAt
      }
      if let day = day(hub.promise, hub.parcel.hub, hub.service, address, order, from: gathered) {
        isConcerned = true
        legs[0] = day
        for (number, parcel) in order.parcels.enumerated() where isAtHub(parcel) { arrivals[number] = day }
      }
    }
    return (arrivals, legs, isConcerned)
  }

  /// The new day of something that is on its way from a node; `nil` if the news does not concern it.
  private func day(
    _ old: DeliveryPromise, _ node: ID<Node>, _ service: ID<DeliveryService>, _ place: Coordinate, _ order: AcceptedOrder,
    from gathered: Instant?
  ) -> LocalDate? {
    let site = network.site(node)!
    let area = network.band(from: site.node, to: place)!
    func late(_ kind: Disruption.Kind, leaving: LocalDate) -> Int {
      switch kind {
      case .serviceLate(let id, let days, let range, let nodes, let areas):
        return id == service && range.contains(leaving) && (nodes == nil || nodes!.contains(node))
          && (areas == nil || areas!.contains(area)) ? days : 0
      case .orderLate(let id, let from, let days): return id == order.order.id && from == node ? days : 0
      case .nodeBehind, .vehicleOut: return 0
      }
    }
    var ready = old.readyAt
    var isConcerned = late(disruption.kind, leaving: old.leavesOn) > 0
    if case .nodeBehind(node, let moment) = disruption.kind, old.readyAt < moment, old.leavesOn >= today {
      isConcerned = true
      ready = opening(site.schedule.work, from: moment)
    }
    if let gathered {
      isConcerned = true
      ready = max(ready, gathered)
    }
    guard isConcerned else { return nil }
    let role = network.services.first { $0.id == service }!
    // What is fetched leaves when it can be, which a delay moves; the days of the delay are counted from when it is ready.
    let leaves = ready == old.readyAt && role.delivery != nil ? old.leavesOn : departure(site, role, ready)
    let new = max(old.deliveryDate, arrival(site, role, area, leaves, late: news.map { late($0.kind, leaving: leaves) }.max()!))
    return new < today ? nil : new
  }

  /// The first moment from a moment on at which somebody works.
  private func opening(_ work: WorkingCalendar, from moment: Instant) -> Instant {
    var minute = moment
    while !work.hours(on: network.zone.date(at: minute)).contains(where: {
      $0.from <= network.zone.time(at: minute) && network.zone.time(at: minute) < $0.until
    }) { minute = minute + .minutes(1) }
    return minute
  }

  private func departure(_ site: Site, _ service: ShippingService, _ ready: Instant) -> LocalDate {
    var day = network.zone.date(at: ready)
    guard let delivery = service.delivery else {
      while !site.pickupHours!.isWorkingDay(day) { day = day.adding(days: 1) }
      return day
    }
    while true {
      let isInTime = delivery.departureCut.map { ready <= network.zone.instant(day, $0) } ?? true
      if isInTime, site.schedule.work.isWorkingDay(day), delivery.calendar.isWorkingDay(day) { return day }
      day = day.adding(days: 1)
    }
  }

  private func arrival(
    _ site: Site, _ service: ShippingService, _ area: ID<TransitZone>, _ leaves: LocalDate, late: Int
  ) -> LocalDate {
    var day = leaves
    let calendar = service.delivery?.calendar ?? site.pickupHours!
    var left = (service.delivery?.transit[area]!.days ?? 0) + late
    while left > 0 {
      day = day.adding(days: 1)
      if calendar.isWorkingDay(day) { left -= 1 }
    }
    while !calendar.isWorkingDay(day) || service.delivery?.deliveryWeekdays.contains(day.weekday) == false {
      day = day.adding(days: 1)
    }
    return day
  }
}
