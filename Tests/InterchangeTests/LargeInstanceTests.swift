import Foundation
import Logistics
import Routing
import Testing
import Travel

@testable import Interchange

/// Files with more nodes than tables of ways are made for.
@Suite struct LargeInstanceTests {
  private static let nodes = TravelMatrix.mostTabulated + 50

  /// Nodes all over a square, some of them at one place.
  private static func points(_ width: Int) -> [(x: Int, y: Int)] {
    (0..<nodes).map { ($0 * $0 * 7919 % width, ($0 % 2500) * 104_729 % width) }
  }

  private static func plane(_ width: Int, type: String = "EUC_2D", dimension: Int = nodes) -> String {
    var lines = ["NAME : large", "TYPE : CVRP", "DIMENSION : \(dimension)", "EDGE_WEIGHT_TYPE : \(type)", "CAPACITY : 40"]
    lines.append("NODE_COORD_SECTION")
    for (index, point) in points(width).enumerated() { lines.append("\(index + 1) \(point.x) \(point.y)") }
    lines.append("DEMAND_SECTION")
    for index in 0..<nodes { lines.append("\(index + 1) \(index == 0 ? 0 : 1 + index % 3)") }
    return (lines + ["DEPOT_SECTION", "1", "-1", "EOF", ""]).joined(separator: "\n")
  }

  /// The problem with tables in the place of points.
  private func tabulated(_ problem: RoutingProblem) throws -> RoutingProblem {
    try RoutingProblem(profiles: problem.profiles.map { $0.tabulated() }, jobs: problem.jobs, vehicles: problem.vehicles)
  }

  @Test(arguments: ["EUC_2D", "CEIL_2D"], Convention.allCases)
  func `a plan is judged the same whether its ways are computed or in tables`(type: String, convention: Convention) throws {
    let instance = try Samples.read(Self.plane(10_000, type: type), convention)
    #expect(!instance.problem.travel.isTabulated && instance.problem.travel.sharesTables)
    // Twenty clients a route, forty at times, of whom one is served twice and the last are missing.
    let stops = Array(1..<Self.nodes - 30)
    var routes = stride(from: 0, to: stops.count, by: 20).map { Array(stops[$0..<min(stops.count, $0 + 20)]) }
    routes[3] += [routes[4][0]]
    let solution = SolutionFile(routes)
    let plan = instance.routes(of: solution)
    let verdict = instance.problem.check(plan)
    if convention == .dimacs { #expect(try verdict == tabulated(instance.problem).check(plan)) }
    #expect(Set(verdict.violations.map(\.kind)) == [.capacity, .duplicate, .missing])
    let points = Self.points(10_000)
    let expected = routes.reduce(0.0) { sum, route in
      zip([0] + route, route + [0]).reduce(sum) { sum, leg in
        let (dx, dy) = (Double(points[leg.0].x - points[leg.1].x), Double(points[leg.0].y - points[leg.1].y))
        let root = (dx * dx + dy * dy).squareRoot()
        return sum + convention.counted(type == "EUC_2D" ? root : root.rounded(.up))
      }
    }
    #expect(verdict.cost == Int(expected))
  }

  @Test func `coordinates too far apart are refused as in a small file`() {
    let error = #expect(throws: InvalidInput.self) {
      try Samples.read(Self.plane(10_000).replacing("\n2 7919", with: "\n2 3e100"))
    }
    #expect(error?.faults.map(\.description) == ["line 6: coordinates 3e+100 apart, expected less than 1073741824"])
  }

  @Test func `as many nodes are read as there is room for, fewer where the file gives every way`() {
    let tooMany = #expect(throws: InvalidInput.self) { try Samples.read(Self.plane(100, dimension: 100_001)) }
    #expect(tooMany?.faults.first?.expected == "DIMENSION, a whole number from 2 to 100000")
    let text = Samples.windows.replacing("DIMENSION : 3", with: "DIMENSION : 12001")
    let explicit = #expect(throws: InvalidInput.self) { try Samples.read(text) }
    #expect(explicit?.faults.first?.expected == "DIMENSION, a whole number from 2 to 12000")
  }

  private static let start = Coordinate(latitude: -33.4, longitude: -70.6)!

  private static let homes = (1..<nodes).map {
    Coordinate(latitude: Double($0) / 10_000 - 33.5, longitude: Double($0 * $0 % 1000) / 1000 - 71)!
  }

  private static func vroom(perHour: Int, perKilometre: Int, speed: Double) -> String {
    let jobs = homes.enumerated().map { "{\"id\":\($0),\"location\":[\($1.longitude),\($1.latitude)]}" }
    let costs = "{\"per_hour\":\(perHour),\"per_km\":\(perKilometre)}"
    return """
      {"vehicles":[{"id":1,"start":[-70.6,-33.4],"speed_factor":\(speed),"costs":\(costs)},{"id":2,"start":[-70.6,-33.4]}],
      "jobs":[\(jobs.joined(separator: ","))]}
      """
  }

  @Test func `VROOM's coordinates make the same problem with more places than tables are made for`() throws {
    let instance = try Samples.read(Self.vroom(perHour: 3600, perKilometre: 900, speed: 1.3))
    let problem = instance.problem
    #expect(problem.profiles.count == 2 && problem.profiles.allSatisfy { !$0.isTabulated })
    let (priced, plain) = (problem.profiles[0], problem.profiles[1])
    let streets = TravelMatrix(between: [Self.start] + Self.homes)
    for (from, to) in [(0, 1), (17, 2000), (Self.nodes - 1, 3), (5, 5)] {
      let (metres, seconds) = (streets.distance(from: from, to: to).metres, streets.duration(from: from, to: to).seconds)
      let slowed = Int((Double(seconds) / 1.3).rounded())
      #expect(priced.duration(from: from, to: to).seconds == slowed)
      // A second costs 1, a metre 0.9.
      let cost = priced.distance(from: from, to: to).metres * problem.vehicles[0].costPerMetre
      #expect(cost * 10 == instance.costScale * (10 * slowed + 9 * metres))
      #expect(plain.distance(from: from, to: to).metres == seconds)
    }
    #expect(plain.distance(from: 4, to: Self.nodes) == .zero, "routes end at their last stop")
  }

  @Test func `a price under which a way has too many digits is refused among many places, too`() {
    let error = #expect(throws: InvalidInput.self) {
      try Samples.read(Self.vroom(perHour: 99_999_989, perKilometre: 99_999_971, speed: 1))
    }
    #expect(error?.faults.first?.place == "$.vehicles[0].costs")
    #expect(error?.faults.first?.found == "a way whose cost has too many digits")
  }
}
