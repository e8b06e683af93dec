import Dispatching
import Logistics
import RoutingTestSupport

/// Small problems of trips in which everything binds now and then: times that touch, trips without length, limits of trips, skills, depots
/// that share nothing, trips that must be driven and cannot.
enum RandomTrips {
  static func make(seed: UInt64, trips count: Int, vehicles classes: Int, mayDrop: Bool = true) throws -> TripProblem {
    var random = RandomProblems.Generator(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ 7)
    func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &random)] }
    let depots: [ID<Node>] = pick([["D1"], ["D1", "D2"]])
    let vehicles = (0..<classes).map { index in
      let start = pick([0, 2, 4])
      return VehicleClass(
        id: ID("v\(index)"), depot: index < depots.count ? depots[index] : pick(depots), count: pick([0, 1, 1, 2, 3]),
        shift: window(start, start + pick([6, 12, 20])), capacity: [pick([1, 2, 3])], skills: pick([[], ["cold"]]),
        fixedCost: pick([0, 5, 20]), costPerSecond: pick([0, 0.5, 1, 2]), costPerMetre: pick([0, 1, 3]),
        maximumTrips: pick([nil, nil, 0, 1, 2, 3]))
    }
    let used = Set(vehicles.map(\.depot)).sorted()
    let trips = (0..<count).map { index in
      let start = Int.random(in: 0...14, using: &random)
      return Trip(
        id: ID("t\(index)"), depot: pick(used), start: Instant(secondsSince1970: start),
        end: Instant(secondsSince1970: start + pick([0, 1, 2, 3, 5])), distance: .metres(pick([0, 1, 4, 9])),
        load: [pick([0, 1, 1, 2, 3])], skills: pick([[], [], [], ["cold"]]),
        dropCost: pick(mayDrop ? [0, 3, 8, 15, 40, 40, nil] : [nil]))
    }
    return try TripProblem(trips: trips, vehicles: vehicles, turnaround: .seconds(pick([0, 0, 1, 2])))
  }

  /// A day of one depot in seconds and metres, on which units are scarce and limits of trips bind, so that linear programs leave something
  /// to decide.
  static func day(seed: UInt64, trips count: Int, vehicles classes: Int) throws -> TripProblem {
    var random = RandomProblems.Generator(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ 99)
    func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &random)] }
    func any(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    let ease = pick([1, 2, 4])
    let vehicles = (0..<classes).map { index in
      let start = 3600 * any(6...9), size = pick([300, 900, 1500, 3500])
      return VehicleClass(
        id: ID("v\(index)"), depot: "D", count: max(1, ease * count / classes / pick([2, 3, 4])),
        shift: window(start, start + 3600 * any(6...12)), capacity: [size], fixedCost: 8000 + size * any(8...15),
        costPerSecond: Double(any(50...150)) / 100, costPerMetre: Double(any(10...50)) / 100,
        maximumTrips: pick([nil, 2, 3, 4, 5]))
    }
    let trips = (0..<count).map { index in
      let length = any(1200...5400), start = any(21_600...(72_000 - length))
      return Trip(
        id: ID("t\(index)"), depot: "D", start: Instant(secondsSince1970: start),
        end: Instant(secondsSince1970: start + length), distance: .metres(length * any(4...12)), load: [any(80...900)],
        dropCost: any(20_000...150_000))
    }
    return try TripProblem(trips: trips, vehicles: vehicles, turnaround: .seconds(pick([0, 600, 900, 1800])))
  }

  static func window(_ opens: Int, _ closes: Int) -> TimeWindow {
    TimeWindow(opens: Instant(secondsSince1970: opens), closes: Instant(secondsSince1970: closes))!
  }
}

/// Every way to drive the trips, by hand: the oracle knows the rules from the words of the problem alone.
struct TripEnumeration {
  let problem: TripProblem
  private let order: [Int]
  private(set) var best = (missing: Int.max, cost: Int.max)

  init(_ problem: TripProblem) {
    self.problem = problem
    let trips = problem.trips
    // A trip without length may come before one that begins when it does.
    order = trips.indices.sorted { (trips[$0].start, trips[$0].end, $0) < (trips[$1].start, trips[$1].end, $1) }
    var units: [(vehicle: Int, trips: [Int])] = []
    extend(0, &units, 0, 0)
  }

  private mutating func extend(_ depth: Int, _ units: inout [(vehicle: Int, trips: [Int])], _ missing: Int, _ cost: Int) {
    guard (missing, cost) < best else { return }
    guard depth < order.count else {
      best = (missing, cost)
      return
    }
    let index = order[depth], trip = problem.trips[index]
    if let drop = trip.dropCost {
      extend(depth + 1, &units, missing, cost + drop)
    } else {
      extend(depth + 1, &units, missing + 1, cost)
    }
    for unit in units.indices {
      let vehicle = problem.vehicles[units[unit].vehicle]
      let last = problem.trips[units[unit].trips.last!]
      guard mayDrive(vehicle, trip), units[unit].trips.count < vehicle.maximumTrips ?? .max,
        last.end.secondsSince1970 + problem.turnaround.seconds <= trip.start.secondsSince1970
      else { continue }
      units[unit].trips.append(index)
      extend(depth + 1, &units, missing, cost + driving(vehicle, trip))
      units[unit].trips.removeLast()
    }
    for (place, vehicle) in problem.vehicles.enumerated() {
      guard mayDrive(vehicle, trip), vehicle.maximumTrips ?? 1 > 0, units.count(where: { $0.vehicle == place }) < vehicle.count
      else { continue }
      units.append((place, [index]))
      extend(depth + 1, &units, missing, cost + vehicle.fixedCost + driving(vehicle, trip))
      units.removeLast()
    }
  }

  private func mayDrive(_ vehicle: VehicleClass, _ trip: Trip) -> Bool {
    vehicle.depot == trip.depot && trip.start >= vehicle.shift.opens && trip.end <= vehicle.shift.closes
      && zip(trip.load.amounts, vehicle.capacity.amounts).allSatisfy { $0 <= $1 } && trip.skills.isSubset(of: vehicle.skills)
  }

  private func driving(_ vehicle: VehicleClass, _ trip: Trip) -> Int {
    let time = Double(trip.end.secondsSince1970 - trip.start.secondsSince1970) * vehicle.costPerSecond
    return Int((time + Double(trip.distance.metres) * vehicle.costPerMetre).rounded())
  }
}
