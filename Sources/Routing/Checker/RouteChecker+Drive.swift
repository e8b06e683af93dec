import Logistics
import Travel

extension RouteChecker {
  /// Works out times, loads and costs of a route, whatever rules it breaks.
  func drive(_ route: Route) -> ScheduledRoute {
    let vehicle = problem.vehicles[route.vehicle]
    guard !route.jobs.isEmpty else {
      let moment = vehicle.shift?.opens ?? Instant(secondsSince1970: 0)
      return ScheduledRoute(
        route: route, stops: [], reloads: [], breaks: [], departure: moment, arrival: moment,
        initialLoad: .zero(dimensions: problem.dimensions), distance: .zero, driving: .zero, waiting: .zero, overtime: .zero,
        latenessCost: 0, balancePrice: 0, spreadPrice: 0, announcementPrice: 0, cost: 0)
    }
    // Where there is no place, nobody can drive; that it is named is a fault of its own.
    var driven = route
    driven.reloads = route.reloads.filter { (0..<problem.travel.count).contains($0.place) }
    let itinerary = Itinerary(problem, driven)
    let table = itinerary.schedule(with: vehicle.breaks)
    let loads = loads(of: driven)
    var stops: [ScheduledRoute.Stop] = []
    var reloads: [ScheduledRoute.ReloadVisit] = []
    var latenessCost = ClampedSum()
    var announcementPrice = ClampedSum()
    for (halt, visit) in zip(itinerary.halts, table.visits) {
      switch halt.kind {
      case .start, .end: continue
      case .job(let job):
        stops.append(
          .init(
            job: job, arrival: visit.arrival, begin: visit.begin, departure: visit.end, lateness: halt.lateness(at: visit.begin),
            load: loads.stops[stops.count]))
        latenessCost.add(halt.latenessCost(at: visit.begin))
        announcementPrice.add(self.announcementPrice(of: job, begin: visit.begin, vehicle: route.vehicle))
      case .reload:
        reloads.append(
          .init(place: halt.place, arrival: visit.arrival, departure: visit.leaving, load: loads.trips[reloads.count + 1]))
      }
    }
    let distance = itinerary.halts.reduce(.zero) { $0 + $1.distance }
    let duration = table.arrival - table.departure
    let unpaid = table.breaks.map { vehicle.breaks[$0.index] }.filter { !$0.isPaid }.reduce(.zero) { $0 + $1.duration }
    let overtime = vehicle.maximumDuration.map { max(.zero, duration - $0) } ?? .zero
    var cost = ClampedSum()
    cost.add(vehicle.fixedCost)
    cost.add(distance.metres, times: vehicle.costPerMetre)
    cost.add((duration - unpaid).seconds, times: vehicle.costPerSecond)
    cost.add(overtime.seconds, times: vehicle.overtime?.costPerSecond ?? 0)
    cost.add(latenessCost.total)
    let balancePrice = balancePrice(of: route, duration: duration, distance: distance)
    let spreadPrice = spreadPrice(of: route)
    cost.add(balancePrice)
    cost.add(spreadPrice)
    cost.add(announcementPrice.total)
    return ScheduledRoute(
      route: route, stops: stops, reloads: reloads, breaks: table.breaks, departure: table.departure, arrival: table.arrival,
      initialLoad: loads.trips[0], distance: distance, driving: table.driving, waiting: table.waiting, overtime: overtime,
      latenessCost: latenessCost.total, balancePrice: balancePrice, spreadPrice: spreadPrice,
      announcementPrice: announcementPrice.total, cost: cost.total)
  }

  /// What is on board at the beginning of each trip and after each job.
  private func loads(of route: Route) -> (trips: [Load], stops: [Load]) {
    var trips: [Load] = []
    var stops: [Load] = []
    /// The goods of each shipment that is under way.
    var underWay: [Int: Load] = [:]
    for trip in route.trips {
      // Whatever else came aboard in the trip before has been unloaded.
      var load = underWay.values.reduce(.zero(dimensions: problem.dimensions), +)
      for job in trip where shipments[job] == nil { load = load + problem.jobs[job].delivery }
      trips.append(load)
      for index in trip {
        let job = problem.jobs[index]
        if let shipment = shipments[index] {
          if problem.relations.shipments[shipment].pickup == index {
            underWay[shipment] = job.pickup + (underWay[shipment] ?? .zero(dimensions: problem.dimensions))
            load = load + job.pickup
          } else if let goods = underWay.removeValue(forKey: shipment) {
            // Goods that were never taken aboard cannot be handed over.
            load = load - goods
          }
        } else {
          load = load - job.delivery + job.pickup
        }
        stops.append(load)
      }
    }
    return (trips, stops)
  }
}
