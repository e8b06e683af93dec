import Dispatching
import RoutingTestSupport
import Testing

@Suite struct AssignmentPriceTests {
  @Test(arguments: 0..<20)
  func `what a change saves is what the changed problem, solved anew, costs less`(seed: Int) throws {
    var random = RandomProblems.Generator(state: UInt64(1000 + seed))
    for _ in 0..<60 {
      let rows = Matrices.small(&random)
      let costs = try CostMatrix(rows)
      guard case .optimal(let best) = costs.assign() else { continue }
      for vehicle in rows.first?.indices ?? 0..<0 {
        let told = best.saving(of: .oneMore(vehicle: vehicle), in: costs)
        let anew = try #require(try Matrices.costAnew(rows.map { $0 + [$0[vehicle]] }))
        #expect(abs(best.cost - told.saving - anew) < 1e-9, "\(rows), one more of \(vehicle)")
        #expect(told.isProved && told.promised == -best.vehiclePrices[vehicle])
        checkMoves(told, best, rows, further: vehicle)
      }
      for task in rows.indices {
        let told = best.saving(of: .without(task: task), in: costs)
        var fewer = rows
        fewer.remove(at: task)
        #expect(abs(best.cost - told.saving - (try #require(try Matrices.costAnew(fewer)))) < 1e-9, "\(rows), without \(task)")
        #expect(told.isProved && told.promised == best.taskPrices[task])
        checkMoves(told, best, rows, without: task)
      }
    }
  }

  /// The moves make an assignment of the changed problem, and it saves what is told.
  private func checkMoves(
    _ told: Counterfactual, _ best: TaskAssignment, _ rows: Matrices.Rows, further: Int? = nil, without: Int? = nil
  ) {
    var vehicles: [Int?] = best.vehicles
    if let without { vehicles[without] = nil }
    for move in told.moves { vehicles[move.task] = move.vehicle }
    var units = [Int](repeating: 1, count: rows.first?.count ?? 0)
    if let further { units[further] += 1 }
    var cost = 0.0
    for (task, vehicle) in vehicles.enumerated() {
      guard let vehicle else { continue }
      units[vehicle] -= 1
      cost += rows[task][vehicle] ?? .infinity
    }
    #expect(units.allSatisfy { $0 >= 0 }, "\(rows): \(told)")
    #expect(abs(best.cost - cost - told.saving) < 1e-9, "\(rows): \(told)")
  }

  @Test(arguments: [(120, 120, true), (100, 140, true), (90, 90, false)])
  func `larger problems keep what their prices promise`(tasks: Int, vehicles: Int, rounded: Bool) throws {
    var random = RandomProblems.Generator(state: UInt64(tasks))
    let rows = Matrices.plane(tasks: tasks, vehicles: vehicles, rounded: rounded, &random)
    let costs = try CostMatrix(rows)
    let best = try Matrices.best(rows)
    for place in stride(from: 0, to: tasks, by: 9) {
      let vehicle = best.vehicles[place]
      let anew = try #require(try Matrices.costAnew(rows.map { $0 + [$0[vehicle]] }))
      #expect(abs(best.cost + best.vehiclePrices[vehicle] - anew) < 1e-8)
      #expect(best.saving(of: .oneMore(vehicle: vehicle), in: costs).isProved)
      var fewer = rows
      fewer.remove(at: place)
      #expect(abs(best.cost - best.taskPrices[place] - (try #require(try Matrices.costAnew(fewer)))) < 1e-8)
      #expect(best.saving(of: .without(task: place), in: costs).isProved)
    }
  }

  @Test(arguments: 0..<10)
  func `the order of tasks and vehicles changes neither cost nor prices`(seed: Int) throws {
    var random = RandomProblems.Generator(state: UInt64(2000 + seed))
    let rows = Matrices.random(tasks: 30, vehicles: 30 + seed, in: 0...(seed < 5 ? 4 : 500), forbidden: 0.2, &random)
    let tasks = rows.indices.shuffled(using: &random)
    let vehicles = rows[0].indices.shuffled(using: &random)
    let best = try Matrices.best(rows)
    let other = try Matrices.best(tasks.map { task in vehicles.map { rows[task][$0] } })
    #expect(other.cost == best.cost)
    #expect(other.taskPrices == tasks.map { best.taskPrices[$0] })
    #expect(other.vehiclePrices == vehicles.map { best.vehiclePrices[$0] })
  }

  @Test(arguments: 0..<10)
  func `a factor scales cost and prices, and a charge on a task moves only its price`(seed: Int) throws {
    var random = RandomProblems.Generator(state: UInt64(3000 + seed))
    let rows = Matrices.random(tasks: 25, vehicles: 25 + seed, in: -20...99, forbidden: 0.2, &random)
    let best = try Matrices.best(rows)
    for factor in [2.0, 0.01, 1024] {
      let scaled = try Matrices.best(rows.map { $0.map { $0.map { $0 * 100 * factor / 100 } } })
      #expect(abs(scaled.cost - best.cost * factor) <= 1e-9 * abs(best.cost * factor))
      for (one, other) in zip(best.taskPrices + best.vehiclePrices, scaled.taskPrices + scaled.vehiclePrices) {
        #expect(abs(other - one * factor) <= 1e-9 * max(1, abs(one * factor)))
      }
    }
    var charged = rows
    charged[3] = charged[3].map { $0.map { $0 + 1000 } }
    let dearer = try Matrices.best(charged)
    #expect(dearer.cost == best.cost + 1000)
    #expect(dearer.vehiclePrices == best.vehiclePrices)
    #expect(dearer.taskPrices == best.taskPrices.enumerated().map { $0.offset == 3 ? $0.element + 1000 : $0.element })
  }
}
