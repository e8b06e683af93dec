import Logistics
import Routing
import Testing
import Travel

@testable import Interchange

@Suite struct InstanceTests {
  @Test func `a file of the plane becomes distances between its points`() throws {
    let instance = try Samples.read(Samples.plane)
    #expect(instance.format == .vrplib)
    #expect(instance.convention == .rounded)
    #expect(instance.clientNumbers == [1, 2, 3])
    #expect(instance.problem.travel.metres == [0, 3, 5, 1, 3, 0, 4, 2, 5, 4, 0, 4, 1, 2, 4, 0])
    #expect(instance.problem.jobs.map(\.delivery.amounts) == [[4], [5], [6]])
    #expect(instance.problem.vehicles[0].capacity == [10])
    #expect(instance.problem.vehicles[0].count == 3, "as many as clients where the file has no limit")
    #expect(instance.problem.vehicles[0].shift == nil)
  }

  @Test func `distances that are rounded up are rounded up`() throws {
    let instance = try Samples.read(Samples.plane.replacing("EUC_2D", with: "CEIL_2D"))
    #expect(instance.problem.travel.metres[3] == 2, "√2")
    #expect(instance.problem.travel.metres[2] == 5, "5 stays 5")
  }

  @Test func `a matrix keeps its directions, windows and service`() throws {
    let instance = try Samples.read(Samples.windows)
    let problem = instance.problem
    #expect(instance.convention == .rounded)
    #expect(problem.travel.metres == [0, 7, 9, 8, 0, 2, 5, 3, 0])
    #expect(problem.travel.sharesTables, "driving takes as long as it is far")
    #expect(problem.vehicles[0].count == 2)
    #expect(problem.vehicles[0].shift?.closes.secondsSince1970 == 100)
    #expect(problem.jobs[1].window?.opens.secondsSince1970 == 30)
    #expect(problem.jobs.map(\.service.seconds) == [1, 2])
  }

  @Test(arguments: EdgeWeightFormat.allCases)
  func `every layout of a matrix gives the same matrix`(_ format: EdgeWeightFormat) throws {
    let count = 5
    func distance(_ row: Int, _ column: Int) -> Int { row == column ? 0 : 10 * min(row, column) + max(row, column) }
    let numbers = (0..<count).flatMap { row in format.columns(row, count).map { "\(distance(row, $0))" } }
    #expect(numbers.count == format.size(count))
    // Lines break where they like: eleven numbers a line.
    let lines = stride(from: 0, to: numbers.count, by: 11).map {
      numbers[$0..<min($0 + 11, numbers.count)].joined(separator: " ")
    }
    let text = """
      TYPE : CVRP
      DIMENSION : \(count)
      CAPACITY : 1
      EDGE_WEIGHT_TYPE : EXPLICIT
      EDGE_WEIGHT_FORMAT : \(format.rawValue)
      EDGE_WEIGHT_SECTION
      \(lines.joined(separator: "\n"))
      DEMAND_SECTION
      \((1...count).map { "\($0) 0" }.joined(separator: "\n"))
      DEPOT_SECTION
      1 -1
      """
    let travel = try Samples.read(text).problem.travel
    for row in 0..<count {
      for column in 0..<count { #expect(travel.distance(from: row, to: column).metres == distance(row, column)) }
    }
  }

  @Test func `Solomon's files count in tenths and keep their numbers`() throws {
    let instance = try Samples.read(Samples.solomon)
    #expect(instance.format == .solomon)
    #expect(instance.convention == .dimacs)
    #expect(instance.problem.travel.metres == [0, 152, 180, 152, 0, 325, 180, 325, 0])
    #expect(instance.problem.jobs[0].window?.opens.secondsSince1970 == 1610)
    #expect(instance.problem.jobs[0].service == .seconds(100))
    #expect(instance.problem.vehicles[0].count == 2)
    #expect(instance.problem.vehicles[0].shift?.closes.secondsSince1970 == 2300)
    let exact = try Samples.read(Samples.solomon, .exact)
    #expect(exact.problem.travel.metres[1] == 15232)
    #expect(exact.problem.jobs[0].service == .seconds(10_000))
  }

  @Test func `a limit of length with service is a limit of time`() throws {
    let text = Samples.plane.replacing("CAPACITY : 10", with: "CAPACITY : 10\nDISTANCE : 40")
    let length = try Samples.read(text).problem.vehicles[0]
    #expect(length.maximumDistance == .metres(40) && length.shift == nil)
    let instance = try Samples.read(text.replacing("CAPACITY : 10", with: "CAPACITY : 10\nSERVICE_TIME : 5"))
    let time = instance.problem.vehicles[0]
    #expect(time.maximumDistance == nil && time.shift?.length == .seconds(40))
    // Once around all three is 3 + 4 + 4 + 1 and three services.
    let solution = SolutionFile([[1, 2, 3]])
    let late = try Samples.read(text.replacing("DISTANCE : 40", with: "DISTANCE : 26\nSERVICE_TIME : 5"))
    let violations = late.violations(of: late.problem.check(late.routes(of: solution)), in: solution)
    #expect(violations.contains { $0.kind == .duration && $0.route == 1 && $0.amount == FileAmount(1, .rounded) })
  }

  @Test func `a client that no vehicle can carry makes the problem infeasible, not wrong`() throws {
    let instance = try Samples.read(Samples.plane.replacing("4 6", with: "4 11"))
    let answer = try instance.problem.solve(SearchLimit(iterations: 50))
    #expect(!answer.verdict.isFeasible)
    #expect(answer.verdict.unassigned == [2])
  }

  @Test func `line ends, byte order mark, tabs and case of names do not matter`() throws {
    let plain = try Samples.read(Samples.plane)
    let text = "\u{FEFF}" + Samples.plane.replacing("\n", with: "\t\r\n").replacing("DEMAND_SECTION", with: "demand_section")
    let other = try Samples.read(text.replacing("TYPE : CVRP", with: "TYPE:CVRP"))
    #expect(other.problem.travel.metres == plain.problem.travel.metres)
    #expect(other.problem.jobs == plain.problem.jobs)
  }
}
