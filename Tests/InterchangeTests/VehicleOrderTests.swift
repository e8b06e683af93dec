import Logistics
import Routing
import Testing

@testable import Interchange

/// Solutions and problems do not number vehicles alike: route `k` of a file is driven by its vehicle `k`.
@Suite struct VehicleOrderTests {
  @Test func `routes of a mixed fleet stand where their vehicles do`() throws {
    let instance = try Samples.read(RichSamples.fleet)
    let routes = [Route(vehicle: 1, jobs: [2]), Route(vehicle: 0, jobs: []), Route(vehicle: 0, jobs: [1, 0])]
    #expect(instance.clients(of: routes) == [[3, 2], [4], []])
    #expect(instance.seats(of: routes) == [2, 0, nil])
    let text = SolutionFile.text(routes: instance.clients(of: routes), cost: instance.cost(5_000_000))
    #expect(text == "Route #1: 3 2\nRoute #2: 4\nRoute #3: \nCost 50.000\n")
    let file = try SolutionFile(Array(text.utf8), source: "x.sol")
    #expect(instance.routes(of: file).map(\.vehicle) == [0, 1, 0])
    #expect(instance.clients(of: instance.routes(of: file)) == [[3, 2], [4], []])
  }

  @Test func `routes of vehicles that are alike leave no gaps`() throws {
    let instance = try Samples.read(RichSamples.groups)
    let routes = [Route(vehicle: 0, jobs: []), Route(vehicle: 0, jobs: [1]), Route(vehicle: 0, jobs: [3, 0])]
    #expect(instance.clients(of: routes) == [[2], [4, 1]])
  }

  @Test func `a depot on the way is a reload`() throws {
    let instance = try Samples.read(RichSamples.fleet)
    let file = SolutionFile([[], [2, 3, 0, 1, 4, 1]])
    let route = instance.routes(of: file)[1]
    #expect(route.vehicle == 1 && route.jobs == [0, 1, 2])
    #expect(
      route.reloads == [ReloadStop(beforeJob: 2, at: 0), ReloadStop(beforeJob: 2, at: 1), ReloadStop(beforeJob: 3, at: 1)])
    #expect(instance.clients(of: [route]) == [[], [2, 3, 0, 1, 4, 1], []])
    #expect(try instance.startRoutes(of: file, source: "x").count == 2)
  }

  @Test func `stops are counted with the reloads before them`() throws {
    let instance = try Samples.read(RichSamples.fleet)
    let file = SolutionFile([[], [2, 0, 3, 1, 77]])
    let violations = instance.violations(of: instance.problem.check(instance.routes(of: file)), in: file)
    let unknown = violations.first { $0.kind == .unknownClient }
    #expect(unknown?.stop == 5 && unknown?.client == 77)
  }

  @Test func `a route beyond the last vehicle is driven by nobody`() throws {
    let instance = try Samples.read(RichSamples.fleet)
    let file = SolutionFile([[2], [4], [], [], [3]])
    let violations = instance.violations(of: instance.problem.check(instance.routes(of: file)), in: file)
    #expect(violations.filter { $0.kind == .vehicles }.map(\.amount.count) == [2])
    let error = #expect(throws: InvalidInput.self) { _ = try instance.startRoutes(of: file, source: "x") }
    #expect(error?.faults.map(\.found) == ["route 5"])
  }

  @Test func `who may not serve a client is named`() throws {
    let instance = try Samples.read(RichSamples.fleet)
    let file = SolutionFile([[4, 2], [3]])
    let violations = instance.violations(of: instance.problem.check(instance.routes(of: file)), in: file)
    #expect(violations.contains { $0.kind == .notAllowed && $0.route == 1 && $0.stop == 1 && $0.client == 4 })
  }

  @Test func `Cordeau's solutions number vehicles by depot`() throws {
    let instance = try Samples.read(RichSamples.depots)
    let text = "99.5\n2 1 35.1 7 0 1 0\n\n1   2   60.0  28   0 2 3 0\n"
    let file = try SolutionFile(Array(text.utf8), source: "x.res")
    #expect(file.claimedCost == 99.5)
    #expect(instance.routes(of: file) == [Route(vehicle: 1, jobs: [0]), Route(vehicle: 0, jobs: [1, 2])])
    #expect(instance.clients(of: instance.routes(of: file)) == [[2, 3], [], [1], []])
    let violations = instance.violations(of: instance.problem.check(instance.routes(of: file)), in: file)
    #expect(violations.map(\.kind) == [.capacity])
    #expect(violations.first?.route == 2, "the second vehicle of the file")
    // Depot 1 has two vehicles; a third one is not the first of depot 2.
    let third = try SolutionFile(Array("9\n1 3 0 0 0 1 2 3 0\n".utf8), source: "x.res")
    #expect(
      instance.violations(of: instance.problem.check(instance.routes(of: third)), in: third).contains { $0.kind == .vehicles })
  }

  @Test(arguments: [
    ("5\n1 1 3 4 1 2 0\n", "line 2: 7 numbers, expected depot, vehicle, length and load, then the customers between two zeros"),
    ("5\n1 1 3 4 0 2.5 0\n", "line 2: a client 2.5, expected a whole number from 0 to 1000000000000"),
    ("5\n1 1 3 4 0 2 0\n1 1 0 0 0 3 0\n", "line 3: vehicle 1 of depot 1 again, as in line 2, expected each once"),
    ("5\n1 1 3 4 0 x 0\n", "line 2: \"x\", expected a number"),
  ])
  func `a damaged solution of Cordeau's is refused by line`(_ text: String, _ fault: String) {
    let error = #expect(throws: InvalidInput.self) { _ = try SolutionFile(Array(text.utf8), source: "x.res") }
    #expect(error?.faults.map(\.description).contains(fault) == true, "\(error.map(String.init(describing:)) ?? "")")
  }
}
