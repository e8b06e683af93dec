import Logistics
import Routing
import Testing
import Travel

@testable import Interchange

/// What the sections of the families with more rules become in a problem.
@Suite struct RichInstanceTests {
  private func seconds(_ windows: [TimeWindow]) -> [[Int]] {
    windows.map { [$0.opens.secondsSince1970, $0.closes.secondsSince1970] }
  }

  @Test func `vehicles that are alike become one type, and keep their place in the file`() throws {
    let instance = try Samples.read(RichSamples.fleet)
    #expect(instance.convention == .exact)
    let vehicles = instance.problem.vehicles
    #expect(vehicles.map(\.count) == [2, 1])
    #expect(vehicles.map(\.start) == [0, 1] && vehicles.map(\.end) == [0, 1])
    #expect(vehicles.map(\.capacity) == [[6], [4]])
    #expect(vehicles.map { $0.shift.map { seconds([$0]) } } == [[[0, 100_000]], [[5000, 90_000]]])
    #expect(vehicles.map(\.maximumDuration) == [.seconds(50_000), .seconds(50_000)])
    #expect(vehicles[0].reload == nil, "no depot stands in its row")
    #expect(vehicles[1].reload == Reload(places: [0, 1], most: 2))
    #expect(instance.order.types == [0, 1, 0])
  }

  @Test func `costs of distance with decimals are counted exactly`() throws {
    let instance = try Samples.read(RichSamples.fleet)
    #expect(instance.problem.vehicles.map(\.costPerMetre) == [100, 125])
    #expect(instance.problem.vehicles.map(\.fixedCost) == [2_000_000, 3_000_000])
    #expect(instance.costScale == 100_000)
    // From depot 1 to node 3 and back: 3 and 3, and the 20 of the vehicle.
    let verdict = instance.problem.check([Route(vehicle: 0, jobs: [0])])
    #expect(instance.cost(verdict.routes[0].cost).description == "26.000")
  }

  @Test func `a client is served by just those vehicles that have it on their list`() throws {
    let problem = try Samples.read(RichSamples.fleet).problem
    func mayServe(_ job: Int) -> [Int] {
      problem.vehicles.indices.filter { problem.jobs[job].skills.isSubset(of: problem.vehicles[$0].skills) }
    }
    #expect((0..<3).map(mayServe) == [[0, 1], [0, 1], [1]])
    #expect(problem.jobs[0].skills.isEmpty, "whom all may serve needs nothing")
    let lonely = RichSamples.fleet.replacing("2 3 4 5", with: "2 3 4")
    let none = try Samples.read(lonely).problem
    #expect(none.vehicles.allSatisfy { !none.jobs[2].skills.isSubset(of: $0.skills) })
  }

  @Test func `depots come before the clients in a solution's numbers`() throws {
    let instance = try Samples.read(RichSamples.fleet)
    #expect(instance.clientNumbers == [2, 3, 4] && instance.depotNumbers == [0, 1])
    #expect(instance.problem.jobs.map(\.place) == [2, 3, 4])
    #expect(instance.problem.jobs.map { $0.release?.secondsSince1970 } == [nil, 7000, nil])
    #expect(instance.problem.jobs.map(\.service.seconds) == [1000, 1500, 2000])
  }

  @Test func `backhauls come after deliveries`() throws {
    let instance = try Samples.read(RichSamples.backhauls)
    #expect(instance.convention == .rounded)
    #expect(instance.problem.relations.deliveriesFirst)
    #expect(instance.problem.jobs.map(\.delivery) == [[4], [0], [1]])
    #expect(instance.problem.jobs.map(\.pickup) == [[0], [5], [0]])
    let mixed = try Samples.read(RichSamples.backhauls.replacing("VRPB", with: "CVRP"))
    #expect(!mixed.problem.relations.deliveriesFirst, "only backhauls have the rule")
  }

  @Test func `a prize is what it costs to leave a client out`() throws {
    let instance = try Samples.read(RichSamples.prizes)
    #expect(instance.convention == .dimacs)
    #expect(instance.problem.jobs.map(\.dropCost) == [75, nil], "no prize: must be served")
    #expect(instance.problem.jobs.map(\.service.seconds) == [20, 20])
    let verdict = instance.problem.check([Route(vehicle: 0, jobs: [1])])
    #expect(instance.cost(of: verdict).description == "17.5")
  }

  @Test func `of a group one client is served, and who is alone in it is`() throws {
    let instance = try Samples.read(RichSamples.groups)
    #expect(instance.convention == .rounded)
    #expect(instance.problem.relations.alternatives == [Alternatives(jobs: [0, 2])])
    #expect(instance.problem.jobs.allSatisfy { $0.dropCost == nil })
    let served = instance.problem.check([Route(vehicle: 0, jobs: [2, 1])])
    #expect(instance.unassigned(in: served) == [4], "client 3 is served, so 1 is not left out")
    let unserved = instance.problem.check([Route(vehicle: 0, jobs: [1])])
    #expect(instance.unassigned(in: unserved) == [1, 4])
  }

  @Test func `goods taken at one client are handed over at another`() throws {
    let instance = try Samples.read(RichSamples.pairs)
    #expect(instance.convention == .dimacs)
    #expect(instance.problem.relations.shipments == [Shipment(pickup: 0, delivery: 1)])
    #expect(instance.problem.jobs.map(\.pickup) == [[4], [0]] && instance.problem.jobs.map(\.delivery) == [[0], [4]])
    #expect(instance.problem.jobs.map { seconds($0.windows) } == [[[50, 200]], [[0, 900]]])
    #expect(instance.problem.jobs.map(\.service.seconds) == [10, 20])
    #expect(instance.problem.vehicles[0].shift.map { seconds([$0]) } == [[0, 1000]])
  }

  @Test func `Li & Lim's rows name each other`() throws {
    let instance = try Samples.read(RichSamples.liLim)
    #expect(instance.format == .liLim && instance.convention == .dimacs)
    #expect(instance.problem.relations.shipments == [Shipment(pickup: 1, delivery: 0)])
    #expect(instance.problem.vehicles[0].count == 3 && instance.problem.vehicles[0].capacity == [10])
    #expect(instance.problem.jobs[0].window?.opens.secondsSince1970 == 9120)
    #expect(instance.problem.travel.metres[1 * 3 + 2] == 20)
  }

  @Test func `Cordeau's depots stand behind the customers and have limits of their own`() throws {
    let instance = try Samples.read(RichSamples.depots)
    #expect(instance.format == .cordeau && instance.convention == .double)
    #expect(instance.clientNumbers == [1, 2, 3] && instance.depotNumbers == [4, 5])
    let vehicles = instance.problem.vehicles
    #expect(vehicles.map(\.count) == [2, 2] && vehicles.map(\.start) == [0, 1])
    #expect(vehicles[0].shift == nil && vehicles[0].capacity == [20])
    #expect(vehicles[1].shift?.length == .seconds(40_000), "without windows the longest duration is a shift")
    #expect(vehicles[1].capacity == [InstanceTables.mostLoad], "0 is no limit")
    #expect(instance.problem.jobs.map(\.service.seconds) == [1000, 2000, 0])
    #expect(instance.problem.travel.distance(from: 0, to: 1) == .metres(22_361))
  }

  @Test func `several windows of a customer are sorted and joined where they meet`() throws {
    let instance = try Samples.read(RichSamples.manyWindows)
    #expect(instance.format == .cordeau && instance.convention == .exact)
    #expect(
      instance.problem.jobs.map { seconds($0.windows) } == [[[29_000, 60_000], [129_000, 184_000]], [[30_000, 103_000]]])
    #expect(instance.problem.vehicles[0].count == 3 && instance.problem.vehicles[0].maximumDuration == nil)
    #expect(instance.problem.vehicles[0].shift.map { seconds([$0]) } == [[0, 300_000]])
    #expect(instance.clientNumbers == [1, 2])
    let both = try Samples.read(RichSamples.manyWindows.replacing("1 1 3 129", with: "1 1 1 3 129"))
    #expect(both.problem.jobs[0].windows == instance.problem.jobs[0].windows, "with the list and the number of windows")
  }

  @Test func `the convention overrides that of the family`() throws {
    let instance = try Samples.read(RichSamples.depots, .rounded)
    #expect(instance.problem.travel.distance(from: 0, to: 1) == .metres(22))
    #expect(instance.problem.vehicles[1].shift?.length == .seconds(40))
    let mixed = try Samples.read(RichSamples.fleet.replacing("MDVRPTW", with: "HFVRP"), .dimacs)
    #expect(mixed.costScale == 10 * 100 * 100, "mixed fleets carry costs times 100")
  }
}
