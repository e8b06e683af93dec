import Dispatching
import RoutingTestSupport
import Testing

@Suite struct AssignmentTests {
  @Test(arguments: 0..<20)
  func `small problems are solved as by trying all assignments, and refused with a true shortage`(seed: Int) throws {
    var random = RandomProblems.Generator(state: UInt64(seed))
    for _ in 0..<300 {
      let rows = Matrices.small(&random)
      let least = Matrices.leastCost(rows)
      switch try CostMatrix(rows).assign() {
      case .optimal(let best):
        let expected = try #require(least, "\(rows)")
        #expect(abs(best.cost - expected) < 1e-9, "\(rows)")
        #expect(Matrices.faults(best, rows) == [], "\(rows)")
      case .infeasible(let shortage):
        #expect(least == nil, "\(rows)")
        let reached = Set(shortage.tasks.flatMap { task in rows[task].indices.filter { rows[task][$0] != nil } })
        #expect(reached.sorted() == shortage.vehicles)
        #expect(Set(shortage.tasks).count == shortage.tasks.count && shortage.vehicles.count < shortage.tasks.count)
      case let outcome: Issue.record("\(outcome) for \(rows)")
      }
    }
  }

  @Test(arguments: [(40, 40, 0.0), (60, 90, 0.4), (80, 80, 0.9), (30, 120, 0.0), (64, 65, 0.5)])
  func `problems of some dozens cost what the linear program of all pairs does`(
    tasks: Int, vehicles: Int, forbidden: Double
  ) throws {
    var random = RandomProblems.Generator(state: UInt64(tasks * vehicles))
    for range in [0...3, -50...1000, 0...1_000_000] {
      let rows = Matrices.random(tasks: tasks, vehicles: vehicles, in: range, forbidden: forbidden, &random)
      let expected = try Matrices.leastCostByProgram(rows)
      guard case .optimal(let best) = try CostMatrix(rows).assign() else {
        #expect(expected == nil)
        continue
      }
      #expect(abs(best.cost - (expected ?? .infinity)) < 1e-6)
      #expect(best.exactDecimals == 0 && best.tolerance == 0)
      #expect(Matrices.faults(best, rows, tolerance: 0) == [])
    }
  }

  @Test(arguments: [(150, 150, true), (150, 150, false), (120, 170, true), (90, 260, false)])
  func `problems on a plane cost what the linear program of all pairs does`(tasks: Int, vehicles: Int, rounded: Bool) throws {
    var random = RandomProblems.Generator(state: UInt64(tasks + vehicles))
    let rows = Matrices.plane(tasks: tasks, vehicles: vehicles, rounded: rounded, &random)
    let best = try Matrices.best(rows)
    #expect(abs(best.cost - (try Matrices.leastCostByProgram(rows) ?? .infinity)) < 1e-6)
    #expect(Matrices.faults(best, rows, tolerance: rounded ? 0 : 1e-9) == [])
    #expect((best.exactDecimals == nil) == !rounded)
  }

  @Test(arguments: [(300, 300), (200, 350), (1, 1), (1, 40), (70, 70)])
  func `GLPK finds the same from the basis it is given, without an iteration`(tasks: Int, vehicles: Int) throws {
    var random = RandomProblems.Generator(state: UInt64(tasks))
    for range in [0...2, 1...100_000] {
      let rows = Matrices.random(tasks: tasks, vehicles: vehicles, in: range, forbidden: 0.3, &random)
      guard case .optimal(let best) = try CostMatrix(rows).assign(confirming: true) else { continue }
      let said = try #require(best.confirmation)
      #expect(said.agrees && said.iterations == 0, "\(said)")
      #expect(said.pairs >= tasks)
    }
    #expect(try Matrices.best([[1, 2]]).confirmation == nil)
  }

  @Test func `no tasks cost nothing, with and without vehicles`() throws {
    for vehicles in [0, 3] {
      let outcome = try CostMatrix(tasks: 0, vehicles: vehicles) { _, _ in 1 }.assign(confirming: true)
      guard case .optimal(let best) = outcome else { throw Matrices.Unexpected(outcome: "\(outcome)") }
      #expect(best.cost == 0 && best.vehicles.isEmpty && best.taskPrices.isEmpty)
      #expect(best.vehiclePrices == [Double](repeating: 0, count: vehicles))
      #expect(best.confirmation?.agrees == true)
    }
  }

  @Test func `a shortage names the tasks and the vehicles, and says it in a line`() throws {
    func shortage(_ rows: Matrices.Rows) throws -> VehicleShortage {
      guard case .infeasible(let shortage) = try CostMatrix(rows).assign() else { throw Matrices.Unexpected(outcome: "\(rows)") }
      return shortage
    }
    let three = try shortage([[1, 2, nil, 4], [nil, 5, nil, nil], [0, 0, 0, 0], [nil, 3, nil, nil]])
    #expect(three.tasks == [1, 3] && three.vehicles == [1])
    #expect("\(three)" == "the 2 tasks 1, 3 have only vehicle 1")
    #expect("\(try shortage([[1, 2], [nil, nil]]))" == "task 1 has no vehicle that may do it")
    #expect("\(try shortage([[1], [2], [3]]))" == "the 3 tasks 0, 1, 2 have only vehicle 0")
    #expect(try shortage([[], []]).vehicles.isEmpty)
  }

  @Test func `what is called off or out of time has no answer`() throws {
    var random = RandomProblems.Generator(state: 5)
    let costs = try CostMatrix(Matrices.plane(tasks: 60, vehicles: 60, rounded: true, &random))
    #expect(costs.assign(isCancelled: { true }) == .cancelled)
    #expect(costs.assign(within: .zero) == .timeLimit)
    var looks = 0
    let late = costs.assign(isCancelled: {
      looks += 1
      return looks > 70
    })
    #expect(late == .cancelled)
  }

  @Test func `the same matrix gives the same answer`() throws {
    var random = RandomProblems.Generator(state: 9)
    let rows = Matrices.random(tasks: 80, vehicles: 90, in: 0...5, forbidden: 0.2, &random)
    #expect(try Matrices.best(rows) == Matrices.best(rows))
  }
}
