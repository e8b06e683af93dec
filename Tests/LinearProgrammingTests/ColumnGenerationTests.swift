import LinearProgramming
import Testing

/// A program that is written out, of which a loop is shown the columns one search at a time.
private struct Hidden {
  var rows: [Bounds] = []
  var costs: [Double] = []
  var columns: [[(Int, Double)]] = []
  let sense: Sense
  /// The greatest total of all hidden columns in any point: the last row says so.
  static let most = 20.0

  init(seed: UInt64, rows count: Int, columns columnCount: Int, sense: Sense) {
    var random = SplitMix64(seed: seed)
    self.sense = sense
    rows = (0..<count).map { index in
      index % 3 == 0
        ? .equal(Double(Int.random(in: 1...4, using: &random)))
        : sense == .minimize
          ? .atLeast(Double(Int.random(in: 0...4, using: &random)))
          : .atMost(Double(Int.random(in: 1...6, using: &random)))
    }
    for _ in 0..<columnCount {
      costs.append(Double(Int.random(in: 1...40, using: &random)))
      let chosen = Set((0..<Int.random(in: 1...4, using: &random)).map { _ in Int.random(in: 0..<count, using: &random) })
      columns.append(chosen.sorted().map { ($0, Double(Int.random(in: 1...3, using: &random))) } + [(count, 1)])
    }
    rows.append(.between(0, Self.most))
  }

  /// The rows, each with a dear column that keeps it feasible whichever way it leans.
  var master: LinearProgram {
    var program = LinearProgram(sense)
    program.objectiveConstant = 17
    for bounds in rows { program.addRow("", bounds, [:]) }
    let dear = sense == .minimize ? 1000.0 : -1000
    for row in rows.indices.dropLast() {
      program.addColumn(cost: dear, [(Row(row), 1)])
      program.addColumn(cost: dear, [(Row(row), -1)])
    }
    // Some that are worth having, so that the bound must count them.
    for index in 0..<4 {
      program.addColumn(cost: costs[index] / 2, in: .between(0, 0.5), columns[index].map { (Row($0.0), $0.1) })
    }
    return program
  }

  var whole: LinearProgram {
    var program = master
    for (cost, column) in zip(costs, columns) {
      program.addColumn(cost: cost, column.map { (Row($0.0), $0.1) })
    }
    return program
  }

  func reduced(_ column: Int, _ prices: Vector<Row>) -> Double {
    columns[column].reduce(costs[column]) { $0 - prices[Row($1.0)] * $1.1 }
  }

  /// The columns that most improve, and what those not shown can bring at most.
  func search(_ prices: Vector<Row>, _ atMost: Int) -> (columns: [GeneratedColumn<Int>], generated: Double) {
    let sign = sense == .minimize ? 1.0 : -1.0
    let order = columns.indices.sorted { (sign * reduced($0, prices), $0) < (sign * reduced($1, prices), $1) }
    let generated = min(0, sign * reduced(order[0], prices)) * Self.most
    return (
      order.prefix(atMost).map { index in
        GeneratedColumn(cost: costs[index], columns[index].map { (Row($0.0), $0.1) }, meaning: index)
      }, sign * generated
    )
  }
}

@Suite struct ColumnGenerationTests {
  @Test(arguments: 0..<60)
  func `the loop ends at the optimum of the program written out, and every bound on the way is one`(seed: Int) throws {
    let sense: Sense = seed % 2 == 0 ? .minimize : .maximize
    let hidden = Hidden(seed: UInt64(seed), rows: 3 + seed % 8, columns: 20 + seed, sense: sense)
    let optimum = try hidden.whole.solve().objective
    for smoothing in [0.0, 0.5, 0.9] {
      for quick in [0, 3] {
        var generation = ColumnGeneration<Int>(hidden.master)
        var limit = ColumnGenerationLimit()
        limit.smoothing = smoothing
        limit.quickRounds = quick
        var bounds: [Double] = []
        let end = try generation.run(
          limit,
          afterRound: {
            if let bound = $0.bound { bounds.append(bound) }
            return true
          },
          search: { prices, effort in
            let found = hidden.search(prices, effort == .quick ? 1 : 3)
            guard effort == .exact else { return PricedColumns(found.columns) }
            let copy = ColumnGeneration<Int>(hidden.master)
            return PricedColumns(found.columns, bound: copy.bound(at: prices, generated: found.generated))
          })
        #expect(end == .converged)
        let objective = try #require(generation.solution?.objective)
        #expect(abs(objective - optimum) <= 1e-5 * max(1, abs(optimum)))
        let sign = sense == .minimize ? 1.0 : -1.0
        #expect(bounds.allSatisfy { sign * $0 <= sign * optimum + 1e-6 * max(1, abs(optimum)) })
        #expect(zip(bounds, bounds.dropFirst()).allSatisfy { sign * $0 <= sign * $1 })
        let bound = try #require(generation.bound)
        #expect(abs(bound - optimum) <= 1e-4 * max(1, abs(optimum)))
      }
    }
  }

  @Test func `what the columns stand for stays beside them when idle ones are forgotten`() throws {
    let hidden = Hidden(seed: 3, rows: 8, columns: 400, sense: .minimize)
    var generation = ColumnGeneration<Int>(hidden.master)
    var limit = ColumnGenerationLimit()
    limit.mostColumns = 30
    limit.rounds = 200
    var most = 0
    try generation.run(
      limit,
      afterRound: {
        most = max(most, $0.meanings.count)
        return true
      }, search: { prices, _ in PricedColumns(hidden.search(prices, 20).columns) })
    #expect(most <= 50)
    for (index, meaning) in generation.meanings.enumerated() {
      #expect(generation.master[costOf: generation.column(index)] == hidden.costs[meaning])
    }
    #expect(abs(try #require(generation.solution).objective - hidden.whole.solve().objective) <= 1e-6)
  }

  @Test func `a target that is proved, a limit, a wish to stop and an unsolvable master each end the loop as they say`() throws {
    let hidden = Hidden(seed: 8, rows: 6, columns: 60, sense: .minimize)
    func end(_ change: (inout ColumnGenerationLimit) -> Void, goesOn: Bool = true) throws -> ColumnGeneration<Int>.End {
      var limit = ColumnGenerationLimit()
      change(&limit)
      var generation = ColumnGeneration<Int>(hidden.master)
      return try generation.run(
        limit, afterRound: { _ in goesOn },
        search: { prices, _ in
          let found = hidden.search(prices, 1)
          return PricedColumns(
            found.columns, bound: ColumnGeneration<Int>(hidden.master).bound(at: prices, generated: found.generated))
        })
    }
    #expect(try end { $0.target = -1e9 } == .reachedTarget)
    #expect(try end { $0.rounds = 1 } == .limit)
    #expect(try end { $0.deadline = .now } == .limit)
    #expect(try end({ _ in }, goesOn: false) == .stopped)
    var impossible = LinearProgram(.minimize)
    let x = impossible.addColumn(cost: 1, in: 0...1)
    impossible.addRow("", .atLeast(2), [x: 1])
    var generation = ColumnGeneration<Int>(impossible)
    let ended = try generation.run { _, _ in PricedColumns() }
    guard case .unsolved(.infeasible) = ended else {
      Issue.record("\(ended)")
      return
    }
  }

  @Test func `rules that change cost nothing but the bound`() throws {
    let hidden = Hidden(seed: 21, rows: 5, columns: 50, sense: .minimize)
    var generation = ColumnGeneration<Int>(hidden.master)
    let search = { (prices: Vector<Row>, _: PricingEffort) in
      let found = hidden.search(prices, 2)
      return PricedColumns(
        found.columns, bound: ColumnGeneration<Int>(hidden.master).bound(at: prices, generated: found.generated))
    }
    try generation.run(search: search)
    let first = try #require(generation.solution?.objective)
    generation.change { master in
      for index in master.columnCount - 2..<master.columnCount { master[boundsOf: Column(index)] = .equal(0) }
    }
    #expect(generation.bound == nil)
    generation.change { master in
      for index in master.columnCount - 2..<master.columnCount { master[boundsOf: Column(index)] = .nonnegative }
    }
    try generation.run(search: search)
    #expect(abs(try #require(generation.solution).objective - first) <= 1e-6)
  }

  @Test func `the example of the documentation does what it says`() throws {
    var master = LinearProgram(.minimize)
    let demand = master.addRow("demand", .atLeast(7), [:])
    master.addColumn("short", cost: 100, [demand: 1])
    var generation = ColumnGeneration<Int>(master)
    try generation.run { prices, _ in
      func reduced(_ pieces: Int) -> Double { Double(3 + pieces) - prices[demand] * Double(pieces) }
      let best = (1...4).min { reduced($0) < reduced($1) }!
      return PricedColumns([GeneratedColumn(cost: Double(3 + best), [(demand, Double(best))], meaning: best)])
    }
    #expect(generation.solution?.objective == 12.25)
  }
}
