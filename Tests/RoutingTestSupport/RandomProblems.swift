package import Logistics
package import Routing
import Travel

/// Random problems for properties: small worlds that use every rule, often tight, sometimes impossible.
package enum RandomProblems {
  /// The generator of SplitMix64, so that a failing case can be made again from its seed.
  package struct Generator: RandomNumberGenerator {
    package var state: UInt64

    package init(state: UInt64) { self.state = state }

    package mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  package static func instant(_ seconds: Int) -> Instant { Instant(secondsSince1970: seconds) }

  package static func window(_ opens: Int, _ closes: Int) -> TimeWindow {
    TimeWindow(opens: instant(opens), closes: instant(closes))!
  }

  /// A problem of so many jobs.
  package static func make(seed: UInt64, jobs count: Int) throws -> RoutingProblem {
    var random = Generator(state: seed)
    let dimensions = Int.random(in: 1...2, using: &random)
    let places = count + 2
    let symmetric = Bool.random(using: &random)
    let triangle = Bool.random(using: &random)
    let points = (0..<places).map { _ in (Int.random(in: 0...100, using: &random), Int.random(in: 0...100, using: &random)) }
    var metres = [[Int]](repeating: [Int](repeating: 0, count: places), count: places)
    for i in 0..<places {
      for j in 0..<places where i != j {
        if triangle {
          metres[i][j] = abs(points[i].0 - points[j].0) + abs(points[i].1 - points[j].1)
        } else {
          metres[i][j] = symmetric && j < i ? metres[j][i] : Int.random(in: 1...150, using: &random)
        }
      }
    }
    let seconds = Bool.random(using: &random) ? nil : metres.map { $0.map { $0 * 2 / 3 + 1 } }
    let windows = Bool.random(using: &random)
    let pickups = Bool.random(using: &random)
    let skills = Bool.random(using: &random)
    let optional = Bool.random(using: &random)
    func load(_ most: Int) -> Load {
      Load((0..<dimensions).map { _ in Int.random(in: 0...most, using: &random) })
    }
    let jobs = (0..<count).map { index -> Job in
      let opens = Int.random(in: 0...300, using: &random)
      return Job(
        id: ID("j\(index)"), place: index + 2, delivery: load(10), pickup: pickups ? load(10) : nil,
        service: .seconds(Int.random(in: 0...20, using: &random)),
        window: windows && Bool.random(using: &random) ? window(opens, opens + .random(in: 0...200, using: &random)) : nil,
        skills: skills && Int.random(in: 0..<4, using: &random) == 0 ? ["cold"] : [],
        dropCost: optional && Bool.random(using: &random) ? Int.random(in: 0...400, using: &random) : nil)
    }
    let vehicles = (0..<Int.random(in: 1...3, using: &random)).map { index -> VehicleType in
      let rated = Bool.random(using: &random)
      return VehicleType(
        id: ID("v\(index)"), count: Int.random(in: 1...3, using: &random), start: Int.random(in: 0...1, using: &random),
        end: Int.random(in: 0...1, using: &random),
        capacity: Load((0..<dimensions).map { _ in Int.random(in: 10...40, using: &random) }),
        shift: Bool.random(using: &random) ? window(0, .random(in: 200...800, using: &random)) : nil,
        skills: Bool.random(using: &random) ? ["cold"] : [], fixedCost: Int.random(in: 0...100, using: &random),
        costPerMetre: Int.random(in: 1...3, using: &random), costPerSecond: rated ? Int.random(in: 1...3, using: &random) : 0,
        maximumDistance: Int.random(in: 0..<4, using: &random) == 0 ? .metres(400) : nil)
    }
    return try RoutingProblem(
      travel: TravelMatrix(metres: metres, seconds: seconds), jobs: jobs, vehicles: vehicles)
  }
}
