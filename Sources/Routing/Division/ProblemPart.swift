import Logistics
import Travel

/// Some jobs of a problem, with vehicles for them, as a problem of its own; its tables are as large as the part.
struct ProblemPart: Sendable {
  let problem: RoutingProblem
  /// The number in the whole of each job and place of the part.
  private let jobs: [Int]
  private let places: [Int]
  private let indexOfJob: [Int: Int]
  private let indexOfPlace: [Int: Int]

  /// A part of a problem. O(k²) for its k places, by the tables of the ways between them.
  ///
  /// - Parameters:
  ///   - jobs: Whole units: of alternatives and shipments all or none.
  ///   - fleet: How many vehicles of each type it has.
  ///   - begun: The begun routes that lie in it.
  init(of whole: RoutingProblem, jobs: [Int], fleet: [Int], begun: [Route]) {
    var indexOfPlace: [Int: Int] = [:]
    var places: [Int] = []
    func local(_ place: Int) -> Int {
      if let known = indexOfPlace[place] { return known }
      indexOfPlace[place] = places.count
      places.append(place)
      return places.count - 1
    }
    let indexOfJob = Dictionary(uniqueKeysWithValues: jobs.enumerated().map { ($0.element, $0.offset) })
    let localJobs = jobs.map { whole.jobs[$0].at(place: local(whole.jobs[$0].place)) }
    let vehicles = zip(whole.vehicles, fleet).map { vehicle, count in vehicle.with(count: count, placed: local) }
    self.jobs = jobs
    self.places = places
    self.indexOfJob = indexOfJob
    self.indexOfPlace = indexOfPlace
    let inward = { (route: Route) in Self.renumbered(route, { indexOfJob[$0]! }, { indexOfPlace[$0]! }) }
    problem = RoutingProblem(
      known: whole.profiles.map { $0.restricted(to: places) }, jobs: localJobs, vehicles: vehicles,
      relations: whole.relations.restricted(to: indexOfJob), traffic: whole.traffic, begun: begun.map(inward),
      preferences: whole.preferences)
  }

  /// A route of the whole in the part's numbers.
  ///
  /// - Precondition: All its jobs lie in the part.
  func inward(_ route: Route) -> Route { Self.renumbered(route, { indexOfJob[$0]! }, { indexOfPlace[$0]! }) }

  /// A route of the part in the whole's numbers.
  func outward(_ route: Route) -> Route { Self.renumbered(route, { jobs[$0] }, { places[$0] }) }

  private static func renumbered(_ route: Route, _ job: (Int) -> Int, _ place: (Int) -> Int) -> Route {
    Route(
      vehicle: route.vehicle, jobs: route.jobs.map(job),
      reloads: route.reloads.map { ReloadStop(beforeJob: $0.beforeJob, at: place($0.place)) })
  }
}

extension Job {
  fileprivate func at(place: Int) -> Job {
    Job(
      id: id, place: place, delivery: delivery, pickup: pickup, service: service, setup: setup, windows: windows,
      lateness: lateness, release: release, skills: skills, dropCost: dropCost, announced: announced)
  }
}

extension VehicleType {
  fileprivate func with(count: Int, placed: (Int) -> Int) -> VehicleType {
    VehicleType(
      id: id, count: count, start: placed(start), end: placed(end), capacity: capacity, shift: shift, skills: skills,
      fixedCost: fixedCost, costPerMetre: costPerMetre, costPerSecond: costPerSecond, maximumDistance: maximumDistance,
      maximumDuration: maximumDuration, overtime: overtime, maximumStops: maximumStops, breaks: breaks,
      reload: reload.map { Reload(places: $0.places.map(placed), most: $0.most, duration: $0.duration) }, profile: profile)
  }
}

extension Relations {
  /// Those whose jobs are all among some, in their numbers; orders and lists of one route keep what is left of them.
  fileprivate func restricted(to index: [Int: Int]) -> Relations {
    Relations(
      shipments: shipments.compactMap { shipment in
        guard let pickup = index[shipment.pickup], let delivery = index[shipment.delivery] else { return nil }
        return Shipment(pickup: pickup, delivery: delivery, mostTimeOnBoard: shipment.mostTimeOnBoard)
      },
      alternatives: alternatives.compactMap { choice in
        let jobs = choice.jobs.compactMap { index[$0] }
        return jobs.isEmpty ? nil : Alternatives(jobs: jobs, dropCost: choice.dropCost)
      },
      sameRoute: sameRoute.map { $0.compactMap { index[$0] } }.filter { !$0.isEmpty },
      precedences: precedences.compactMap { order in
        guard let first = index[order.first], let second = index[order.second] else { return nil }
        return Precedence(first, before: second)
      },
      deliveriesFirst: deliveriesFirst)
  }
}
