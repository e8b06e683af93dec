import Logistics
package import Routing
import Travel

/// The rules that a random problem may have beyond the plain ones.
package struct Rules: OptionSet, Sendable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }

  package static let severalWindows = Rules(rawValue: 1 << 0)
  package static let lateness = Rules(rawValue: 1 << 1)
  package static let setup = Rules(rawValue: 1 << 2)
  package static let releases = Rules(rawValue: 1 << 3)
  package static let reloads = Rules(rawValue: 1 << 4)
  package static let duration = Rules(rawValue: 1 << 5)
  package static let overtime = Rules(rawValue: 1 << 6)
  package static let stops = Rules(rawValue: 1 << 7)
  package static let breaks = Rules(rawValue: 1 << 8)
  package static let traffic = Rules(rawValue: 1 << 9)
  package static let shipments = Rules(rawValue: 1 << 10)
  package static let timeOnBoard = Rules(rawValue: 1 << 11)
  package static let alternatives = Rules(rawValue: 1 << 12)
  package static let sameRoute = Rules(rawValue: 1 << 13)
  package static let precedences = Rules(rawValue: 1 << 14)
  package static let deliveriesFirst = Rules(rawValue: 1 << 15)
  package static let begun = Rules(rawValue: 1 << 16)
  package static let profiles = Rules(rawValue: 1 << 17)
  /// Vehicles that differ in size and price alone.
  package static let siblings = Rules(rawValue: 1 << 18)
  /// A price on uneven work, and one on routes that spread.
  package static let balance = Rules(rawValue: 1 << 19)
  package static let compactness = Rules(rawValue: 1 << 20)
  /// Customers who were told when who comes.
  package static let announcements = Rules(rawValue: 1 << 21)
  package static let all = Rules(rawValue: (1 << 22) - 1)

  /// A few of them, or many.
  package static func random(using random: inout RandomProblems.Generator) -> Rules {
    let share = Int.random(in: 1...3, using: &random)
    var rules: Rules = []
    for bit in 0..<22 where Int.random(in: 0..<6, using: &random) < share { rules.insert(Rules(rawValue: 1 << bit)) }
    return rules
  }
}

extension RandomProblems {
  /// A problem of so many jobs under some rules.
  package static func make(seed: UInt64, jobs count: Int, _ rules: Rules) throws -> RoutingProblem {
    let base = try make(seed: seed, jobs: count)
    var random = Generator(state: seed &+ 77_777)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
    var order = Array(base.jobs.indices)
    order.shuffle(using: &random)
    var relations = Relations()
    func takeTwo() -> (Int, Int)? { order.count < 2 ? nil : (order.removeLast(), order.removeLast()) }
    if rules.contains(.shipments) {
      for _ in 0..<max(1, count / 5) {
        guard let (pickup, delivery) = takeTwo() else { continue }
        relations.shipments.append(
          Shipment(
            pickup: pickup, delivery: delivery,
            mostTimeOnBoard: rules.contains(.timeOnBoard) && chance(60) ? .seconds(number(20...250)) : nil))
      }
    }
    if rules.contains(.alternatives) {
      for _ in 0..<max(1, count / 6) {
        guard let (first, second) = takeTwo() else { continue }
        relations.alternatives.append(
          Alternatives(jobs: [first, second], dropCost: chance(40) ? number(0...300) : nil))
      }
    }
    if rules.contains(.sameRoute), let (first, second) = takeTwo() {
      // Both ends of a shipment may be bound, and not to the same jobs.
      let ends = relations.shipments.first.map { [$0.pickup, $0.delivery] } ?? []
      relations.sameRoute = chance(50) ? [[first, second]] : [[first] + ends.prefix(1), [second] + ends.dropFirst()]
    }
    if rules.contains(.precedences) {
      for _ in 0..<max(1, count / 4) {
        let first = number(0...count - 1), second = number(0...count - 1)
        if first != second { relations.precedences.append(Precedence(first, before: second)) }
      }
    }
    relations.deliveriesFirst = rules.contains(.deliveriesFirst)

    let ends = Dictionary(uniqueKeysWithValues: relations.shipments.flatMap { [($0.pickup, true), ($0.delivery, false)] })
    let partner = Dictionary(
      uniqueKeysWithValues: relations.shipments.flatMap { [($0.pickup, $0.pickup), ($0.delivery, $0.pickup)] })
    let jobs = base.jobs.enumerated().map { index, job -> Job in
      var windows = job.windows
      if rules.contains(.severalWindows), let first = windows.first, chance(70) {
        let opens = first.closes.secondsSince1970 + number(1...80)
        windows.append(window(opens, opens + number(0...100)))
      }
      let nothing = Load.zero(dimensions: base.dimensions)
      let goods = partner[index].map { base.jobs[$0].delivery }
      let isPickup = ends[index]
      return Job(
        id: job.id, place: chance(30) ? base.jobs[0].place : job.place,
        delivery: isPickup == nil ? job.delivery : isPickup == true ? nothing : goods!,
        pickup: isPickup == nil ? job.pickup : isPickup == true ? goods! : nothing, service: job.service,
        setup: rules.contains(.setup) ? .seconds(number(0...15)) : .zero, windows: windows,
        lateness: rules.contains(.lateness) && !windows.isEmpty && chance(60)
          ? Lateness(costPerSecond: number(0...3), most: chance(50) ? .seconds(number(0...60)) : nil) : nil,
        release: rules.contains(.releases) && isPickup == nil && chance(50) ? instant(number(0...250)) : nil,
        skills: job.skills, dropCost: partner[index].map { base.jobs[$0].dropCost } ?? job.dropCost,
        announced: rules.contains(.announcements) ? announcement(base.vehicles.count, &random) : nil)
    }
    let changes = [
      Traffic.Change(at: instant(number(0...80)), percent: number(40...100)),
      Traffic.Change(at: instant(number(100...200)), percent: number(60...200)),
      Traffic.Change(at: instant(number(250...400)), percent: 100),
    ]
    var fleet = base.vehicles
    if rules.contains(.siblings) {
      for vehicle in base.vehicles {
        let size = number(1...40)
        fleet.append(
          VehicleType(
            id: ID("\(vehicle.id)+"), count: number(1...2), start: vehicle.start, end: vehicle.end,
            capacity: Load((0..<base.dimensions).map { _ in size }), shift: vehicle.shift, skills: vehicle.skills,
            fixedCost: number(0...150), costPerMetre: number(1...4), costPerSecond: vehicle.costPerSecond,
            maximumDistance: vehicle.maximumDistance))
      }
    }
    let vehicles = fleet.map { vehicle -> VehicleType in
      let hasDuration = rules.contains(.duration) || rules.contains(.overtime)
      var pauses: [Break] = []
      if rules.contains(.breaks) && chance(70) {
        for number in 0..<number(1...2) {
          let opens = 60 + 150 * number
          pauses.append(
            Break(
              windows: chance(70) ? [window(opens, opens + Int.random(in: 30...120, using: &random))] : [],
              duration: .seconds(Int.random(in: 1...30, using: &random)), isPaid: chance(50)))
        }
      }
      return VehicleType(
        id: vehicle.id, count: vehicle.count, start: vehicle.start, end: vehicle.end, capacity: vehicle.capacity,
        shift: rules.contains(.traffic) || !pauses.isEmpty ? vehicle.shift ?? window(0, 1500) : vehicle.shift,
        skills: vehicle.skills,
        fixedCost: vehicle.fixedCost, costPerMetre: vehicle.costPerMetre, costPerSecond: vehicle.costPerSecond,
        maximumDistance: vehicle.maximumDistance, maximumDuration: hasDuration ? .seconds(number(100...500)) : nil,
        overtime: rules.contains(.overtime) ? Overtime(most: .seconds(number(0...200)), costPerSecond: number(0...4)) : nil,
        maximumStops: rules.contains(.stops) ? number(1...4) : nil, breaks: pauses,
        reload: rules.contains(.reloads) && chance(80)
          ? Reload(places: chance(50) ? [0] : [0, 1], most: chance(50) ? number(0...2) : nil, duration: .seconds(number(0...15)))
          : nil,
        profile: rules.contains(.profiles) ? number(0...1) : 0)
    }
    var profiles = [base.travel]
    if rules.contains(.profiles) {
      profiles.append(
        TravelMatrix(
          count: base.travel.count, metres: base.travel.metres.map { $0 + $0 / 4 }, seconds: base.travel.seconds.map { $0 * 2 }))
    }
    return try RoutingProblem(
      profiles: profiles, jobs: jobs, vehicles: vehicles, relations: relations,
      traffic: rules.contains(.traffic) ? Traffic(changes) : nil, begun: try begun(rules, jobs, vehicles, relations, profiles),
      preferences: preferences(rules, base.dimensions, &random))
  }

  /// What somebody was told, or `nil` if nothing.
  private static func announcement(_ vehicles: Int, _ random: inout Generator) -> Announcement? {
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    guard number(0...3) > 0 else { return nil }
    return Announcement(
      begin: instant(number(0...400)), costPerSecond: number(0...3),
      vehicle: number(-1...vehicles - 1) < 0 ? nil : number(0...vehicles - 1),
      costOfAnotherVehicle: number(0...200))
  }

  /// A balance by any measure, and a price on spread.
  private static func preferences(_ rules: Rules, _ dimensions: Int, _ random: inout Generator) -> Preferences {
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    var preferences = Preferences()
    if rules.contains(.balance) {
      preferences.balance =
        switch number(0...3) {
        case 0: .time(usual: .seconds(number(1...400)), costPerSecond: number(0...5))
        case 1: .distance(usual: .metres(number(1...400)), costPerMetre: number(0...5))
        case 2: .stops(usual: number(1...5), costPerStop: number(0...200))
        default: .load(dimension: number(0...dimensions - 1), usual: number(1...40), costPerUnit: number(0...30))
        }
    }
    if rules.contains(.compactness) { preferences.costPerMetreOfSpread = number(0...4) }
    return preferences
  }

  /// A route that has begun, of the first job that can be served alone.
  private static func begun(
    _ rules: Rules, _ jobs: [Job], _ vehicles: [VehicleType], _ relations: Relations, _ profiles: [TravelMatrix]
  ) throws -> [Route] {
    guard rules.contains(.begun) else { return [] }
    let problem = try RoutingProblem(profiles: profiles, jobs: jobs, vehicles: vehicles, relations: relations)
    for job in jobs.indices where !relations.shipments.contains(where: { $0.pickup == job || $0.delivery == job }) {
      let route = Route(vehicle: 0, jobs: [job])
      if problem.check([route]).violations.allSatisfy({ $0.kind == .missing }) { return [route] }
    }
    return []
  }
}
