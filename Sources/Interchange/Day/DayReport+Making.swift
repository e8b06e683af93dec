public import LastMile
import Logistics
import Promising
import Routing
import Sourcing

extension DayReport {
  /// The report of a day: what became of every order, and the routes.
  ///
  /// - Parameters:
  ///   - outcomes: What became of each of the scenario's orders.
  ///   - plan: The day's plan.
  ///   - comparison: What it saves to fetch returns on the way, if that was asked for; `plan` is its plan of both together.
  public init(_ scenario: Scenario, _ outcomes: [Acceptance], _ plan: DayPlan, _ comparison: PickupComparison? = nil) {
    let network = scenario.network
    let writer = ReportWriter(network: network, plan: plan)
    let accepted = outcomes.compactMap(\.accepted)
    let parcels = accepted.flatMap(\.offer.parcels)
    self.scenario = network.name
    date = plan.date.description
    currency = network.currency.code
    summary = writer.summary(outcomes, parcels, comparison)
    nodes = network.sites.map { site in
      NodeReport(
        id: site.node.id.text, name: site.node.name, kind: site.node.kind.rawValue,
        latitude: site.node.coordinate.latitude, longitude: site.node.coordinate.longitude,
        parcels: parcels.count { $0.contents.node == site.node.id })
    }
    let driving = Set(plan.routes.map(\.vehicle.id))
    vehicles = network.fleet.map { vehicle in
      VehicleReport(
        id: vehicle.id.text, model: vehicle.model, node: vehicle.node.text,
        capacity: [vehicle.weight.grams, vehicle.volume.cubicCentimetres, vehicle.parcels],
        shiftOpens: writer.clock(network.zone.instant(plan.date, vehicle.shift.from)),
        shiftCloses: writer.clock(network.zone.instant(plan.date, vehicle.shift.until)),
        skills: vehicle.skills.map(\.text).sorted(), drives: driving.contains(vehicle.id))
    }
    routes = plan.routes.map(writer.route)
    leftOut = plan.leftOut.map(writer.leftOut)
    orders = outcomes.map(writer.order)
    returns = plan.returns.map(writer.returned)
    prices = PriceReport(
      vehicles: plan.vehiclePrices.map {
        PriceReport.Vehicle(vehicles: $0.vehicles.map(\.id.text), used: $0.used, saving: $0.saving.count)
      }, candidates: plan.search.candidates)
  }
}

/// Turns the values of a day into the words of its report.
struct ReportWriter {
  let network: Network
  let plan: DayPlan
  /// The stops that a vehicle makes, and those left out.
  let visited: [DayStop]
  let omitted: [DayStop]
  /// The orders and returns of either.
  private let visitedOrders: Set<ID<Order>>
  private let omittedOrders: Set<ID<Order>>
  let visitedReturns: Set<ID<ReturnRequest>>
  let omittedReturns: Set<ID<ReturnRequest>>

  init(network: Network, plan: DayPlan) {
    self.network = network
    self.plan = plan
    visited = plan.routes.flatMap(\.visits).map { plan.stops[$0.stop] }
    omitted = plan.leftOut.map { plan.stops[$0.stop] }
    visitedOrders = Set(visited.compactMap(\.order))
    omittedOrders = Set(omitted.compactMap(\.order))
    visitedReturns = Set(visited.flatMap(\.returns))
    omittedReturns = Set(omitted.flatMap(\.returns))
  }

  func clock(_ instant: Instant) -> String { network.zone.iso8601(instant) }

  func summary(_ outcomes: [Acceptance], _ parcels: [OfferedParcel], _ comparison: PickupComparison?) -> DaySummary {
    let accepted = outcomes.compactMap(\.accepted)
    let statuses = plan.returns.map(status)
    let late = plan.routes.flatMap(\.visits).count { $0.begin > plan.stops[$0.stop].window.closes }
    return DaySummary(
      orders: outcomes.count, sourced: accepted.count, refused: outcomes.count - accepted.count,
      unfilledUnits: accepted.flatMap(\.offer.unfilled).reduce(0) { $0 + $1.quantity }, parcels: parcels.count,
      splitOrders: accepted.count { Set($0.offer.parcels.map(\.contents.node)).count > 1 },
      parcelsByService: parcels.reduce(into: [:]) { $0[$1.role.rawValue, default: 0] += 1 }, stops: plan.stops.count,
      assigned: visited.count, pickups: visited.count(where: \.isPickup), swaps: visited.count(where: \.isSwap),
      deliveriesWithPickup: visited.count { !$0.isPickup && !$0.isSwap && !$0.returns.isEmpty }, returns: statuses.count,
      returnsFetched: statuses.count { $0 == .planned }, returnsLeftOut: statuses.count { $0 == .leftOut },
      returnsRefused: statuses.count { $0 == .refused }, returnsWaiting: statuses.count { $0 == .waiting },
      vehicles: plan.routes.count, fleet: network.fleet.count,
      distanceMetres: plan.routes.reduce(0) { $0 + $1.distance.metres }, cost: plan.cost.total.count,
      routeCost: plan.cost.routes.count, leftOutCost: plan.cost.leftOut.count,
      sourcingCost: accepted.reduce(0) { $0 + $1.offer.cost.total.count }, bound: plan.bound?.count,
      boundMethod: plan.boundMethod, gap: plan.gap,
      candidates: plan.search.candidates, candidateGap: plan.candidateGap, late: late, unserved: plan.leftOut.count,
      violations: plan.violations.count, iterations: plan.search.iterations, seed: plan.search.seed,
      pickupComparison: comparison.map(PickupComparisonReport.init))
  }

  func route(_ route: DayRoute) -> RouteReport {
    let loads = [route.initialLoad] + route.visits.map(\.load)
    return RouteReport(
      vehicle: route.vehicle.id.text, node: route.vehicle.node.text, departure: clock(route.departure),
      arrival: clock(route.arrival), distanceMetres: route.distance.metres, drivingSeconds: route.driving.seconds,
      waitingSeconds: route.waiting.seconds, cost: route.cost.count, initialLoad: route.initialLoad.amounts,
      peakLoad: route.initialLoad.amounts.indices.map { dimension in loads.map { $0[dimension] }.max()! },
      stops: route.visits.map(visit))
  }

  private func visit(_ visit: DayRoute.Visit) -> StopReport {
    let stop = plan.stops[visit.stop]
    return StopReport(
      id: stop.name, kind: kind(stop), returns: stop.returns.map(\.text), latitude: stop.address.latitude,
      longitude: stop.address.longitude, arrival: clock(visit.arrival), begin: clock(visit.begin),
      departure: clock(visit.departure), windowOpens: clock(stop.window.opens), windowCloses: clock(stop.window.closes),
      parcels: stop.parcels, delivered: stop.delivered.load.amounts, collected: stop.collected.load.amounts,
      load: visit.load.amounts,
      price: plan.stopPrices.isEmpty ? nil : plan.stopPrices[visit.stop].count)
  }

  func leftOut(_ left: LeftOut) -> LeftOutReport {
    let stop = plan.stops[left.stop]
    return LeftOutReport(
      id: stop.name, kind: kind(stop), returns: stop.returns.map(\.text), node: stop.node?.text,
      latitude: stop.address.latitude, longitude: stop.address.longitude, windowOpens: clock(stop.window.opens),
      windowCloses: clock(stop.window.closes),
      reason: sentence(left.reason), remedies: left.remedies.map { sentence($0, stop.dropCost) },
      remediesSought: left.depth.rawValue,
      vehicles: left.obstacles.map(obstacle), price: plan.stopPrices.isEmpty ? nil : plan.stopPrices[left.stop].count)
  }

  private func kind(_ stop: DayStop) -> String {
    switch stop.task {
    case .delivery: "delivery"
    case .pickup: "pickup"
    case .swap: "swap"
    case .deliveryAndPickup: "deliveryAndPickup"
    }
  }

  func order(_ outcome: Acceptance) -> OrderReport {
    switch outcome {
    case .accepted(let accepted):
      let offer = accepted.offer
      return OrderReport(
        id: offer.order.id.text, channel: offer.order.channel.rawValue, customer: offer.order.customer.text,
        placed: clock(offer.order.placedAt), fulfilment: fulfilment(offer.order), status: status(offer),
        promisedDate: offer.promisedDate.description, parcels: offer.parcels.map { parcel($0, of: offer) },
        unfilled: offer.unfilled.map(line), reason: nil, cost: offer.cost.total.count,
        otherNodes: Dictionary(
          offer.rejections.map { ($0.node.text, sentence($0)) }, uniquingKeysWith: { first, _ in first }))
    case .refused(let order, let refusal):
      return OrderReport(
        id: order.id.text, channel: order.channel.rawValue, customer: order.customer.text, placed: clock(order.placedAt),
        fulfilment: fulfilment(order), status: "refused", promisedDate: nil, parcels: [], unfilled: order.lines.map(line),
        reason: refusal.description, cost: nil, otherNodes: [:])
    }
  }

  private func fulfilment(_ order: Order) -> String {
    switch order.fulfilment {
    case .delivery(_, let hours): hours.map { "delivery \($0)" } ?? "delivery"
    case .pickup(let node): "pickup at \(node)"
    }
  }

  private func status(_ offer: Offer) -> String {
    let roles = Set(offer.parcels.map(\.role))
    if omittedOrders.contains(offer.order.id) { return "leftOut" }
    if visitedOrders.contains(offer.order.id) { return "planned" }
    if roles.contains(.ownVan) { return "otherDay" }
    return roles.contains(.carrier) || offer.lastLeg != nil ? "carrier" : "pickup"
  }

  private func parcel(_ parcel: OfferedParcel, of offer: Offer) -> ParcelReport {
    let replaced = offer.substitutions.filter { one in parcel.contents.lines.contains { $0.sku == one.shipped } }
    return ParcelReport(
      node: parcel.contents.node.text, service: parcel.service.text, lines: parcel.contents.lines.map(line),
      weightGrams: parcel.contents.weight.grams, promisedDate: parcel.promise.deliveryDate.description,
      windowOpens: parcel.promise.window.map { clock($0.opens) }, windowCloses: parcel.promise.window.map { clock($0.closes) },
      reasons: parcel.fullDays.map { "the vehicles of \(parcel.contents.node) are full on \($0)" }
        + parcel.promise.reasons.map(\.description)
        + (offer.lastLeg.map { ["gathered at \($0.parcel.hub), from there by \($0.service) on \($0.promise.leavesOn)"] } ?? [])
        + replaced.map { "\($0.shipped) in the place of \($0.ordered), as the customer allows" })
  }

  private func line(_ line: OrderLine) -> LineReport {
    LineReport(sku: line.sku.text, name: network.product(line.sku)?.name ?? "", quantity: line.quantity)
  }

  private func sentence(_ rejection: Rejection) -> String {
    let reason = sentence(rejection.reason)
    if case .excluded = rejection.reason { return reason }
    return rejection.exclusions.isEmpty ? reason : "\(reason); \(sentence(.excluded(rejection.exclusions)))"
  }

  private func sentence(_ reason: Rejection.Reason) -> String {
    switch reason {
    case .excluded(let exclusions):
      exclusions.map { exclusion in
        let what = exclusion.skus.map { " of \($0.map(\.text).joined(separator: ", "))" } ?? ""
        return "ships none\(what) by the rule “\(exclusion.rule)”"
      }.joined(separator: "; ")
    case .notServed: "no service from there"
    case .noCapacity: "ships no more parcels that day"
    case .noStock: "has none of it"
    case .refusedByCarrier: "too large for its carrier"
    case .dearer(let by): "dearer by \(money(by))"
    case .dearerAtLeast(let by): "dearer by at least \(money(by))"
    }
  }
}
