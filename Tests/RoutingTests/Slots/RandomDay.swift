import Logistics
import Routing
import RoutingTestSupport
import Travel

/// A random day with few vans, and customers that come and go: everything near the limits, so that each rule bites now and then.
struct RandomDay {
  var plan: TentativePlan
  var random: RandomProblems.Generator
  /// Where each stop is that was ever asked for, by name.
  private(set) var addresses: [String: Coordinate] = [:]
  private var asked = 0
  private let dimensions: Int
  private let degrees: Double

  init(seed: Int) throws {
    var random = RandomProblems.Generator(state: UInt64(seed) &* 977 &+ 5)
    dimensions = seed % 3
    degrees = [0.002, 0.02, 0.1][seed / 3 % 3]
    let (dimensions, degrees) = (dimensions, degrees)
    let depots = (0..<Int.random(in: 1...2, using: &random)).map { _ in Self.point(degrees, &random) }
    func sometimes<Value>(_ value: @autoclosure () -> Value) -> Value? { Bool.random(using: &random) ? value() : nil }
    let vehicles = (0..<Int.random(in: 1...3, using: &random)).map { index in
      let longest = sometimes(TimeSpan.minutes(.random(in: 60...300, using: &random)))
      let opens = Int.random(in: 0...7_200, using: &random)
      return VehicleType(
        id: ID("type \(index)"), count: .random(in: index == 0 ? 1...3 : 0...2, using: &random),
        start: .random(in: 0..<depots.count, using: &random), end: .random(in: 0..<depots.count, using: &random),
        capacity: Load((0..<dimensions).map { _ in .random(in: 5...40, using: &random) }),
        shift: sometimes(RandomProblems.window(opens, opens + .random(in: 7_200...28_800, using: &random))),
        skills: sometimes(["cold"]) ?? [], fixedCost: sometimes(.random(in: 0...5_000, using: &random)) ?? 0,
        costPerMetre: .random(in: 0...3, using: &random), costPerSecond: .random(in: 0...2, using: &random),
        maximumDistance: sometimes(.metres(Int(degrees * .random(in: 200_000...800_000, using: &random)))),
        maximumDuration: longest,
        overtime: longest == nil
          ? nil : sometimes(Overtime(most: .minutes(40), costPerSecond: .random(in: 0...3, using: &random))),
        maximumStops: sometimes(.random(in: 0...12, using: &random)))
    }
    let approach = TimeSpan(sometimes(.random(in: 0...90, using: &random)) ?? 0)
    let streets = StreetModel(metresPerHour: [1_000, 5_000, 25_000][seed / 9 % 3], approach: approach)
    plan = try TentativePlan(vehicles: vehicles, depots: depots, streets: streets)
    self.random = random
  }

  private static func point(_ degrees: Double, _ random: inout RandomProblems.Generator) -> Coordinate {
    // On a grid, so that some have the same address.
    func step() -> Double { degrees * Double(Int.random(in: 0...20, using: &random)) / 20 }
    return Coordinate(latitude: -33.4 + step(), longitude: -70.6 + step())!
  }

  /// A customer nobody has heard of.
  mutating func request() -> SlotRequest {
    let isReturn = Int.random(in: 0..<4, using: &random) == 0
    let load = Load((0..<dimensions).map { _ in .random(in: 0...9, using: &random) })
    let back = Load((0..<dimensions).map { _ in .random(in: 0...5, using: &random) })
    return SlotRequest(
      place: Self.point(degrees, &random), delivery: isReturn ? .zero(dimensions: dimensions) : load,
      pickup: isReturn ? load : Bool.random(using: &random) ? back : nil,
      service: .seconds([0, 0, 120, 600].randomElement(using: &random) ?? 0),
      release: Int.random(in: 0..<3, using: &random) == 0
        ? RandomProblems.window(.random(in: 0...20_000, using: &random), 30_000).opens : nil,
      skills: Int.random(in: 0..<5, using: &random) == 0 ? ["cold"] : [])
  }

  mutating func window() -> TimeWindow {
    let opens = Int.random(in: 0...28_800, using: &random)
    return RandomProblems.window(opens, opens + .random(in: 0...7_200, using: &random))
  }

  /// A name that was never given.
  mutating func name(for request: SlotRequest) -> ID<Job> {
    asked += 1
    addresses["stop \(asked)"] = request.place
    return ID("stop \(asked)")
  }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }

  mutating func someStop() -> HeldStop? { plan.stops.randomElement(using: &random) }
}
