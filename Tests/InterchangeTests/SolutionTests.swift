import Interchange
import Logistics
import Routing
import Testing

@Suite struct SolutionTests {
  @Test func `what is written is read again`() throws {
    let routes = [[31, 46, 35], [12], [3, 1]]
    let text = SolutionFile.text(routes: routes, cost: FileAmount(275_915, .dimacs))
    #expect(text == "Route #1: 31 46 35\nRoute #2: 12\nRoute #3: 3 1\nCost 27591.5\n")
    let file = try SolutionFile(Array(text.utf8), source: "x.sol")
    #expect(file.routes.map(\.clients) == routes)
    #expect(file.routes.map(\.number) == [1, 2, 3])
    #expect(file.claimedCost == 27591.5)
  }

  @Test func `the other ways to write a solution are read too`() throws {
    let text = "  route 1 : 4 5 \r\nRoute#7:\r\nROUTE #3: 6\r\nCost: 12\r\nTime 3 s\r\n"
    let file = try SolutionFile(Array(text.utf8), source: "x.sol")
    #expect(file.routes.map(\.clients) == [[4, 5], [], [6]])
    #expect(file.routes.map(\.number) == [1, 7, 3])
    #expect(file.claimedCost == 12)
    let json = try SolutionFile(Array(#" {"routes":[[4,5],[6]],"cost":12.5,"other":null}"#.utf8), source: "x.json")
    #expect(json.routes.map(\.clients) == [[4, 5], [6]])
    #expect(json.claimedCost == 12.5)
  }

  @Test(arguments: [
    ("Route #1: 4 x", "line 1: \"x\", expected a client, a whole number from 0 to 1000000000000"),
    ("Route #1: 4 -5", "line 1: \"-5\", expected a client, a whole number from 0 to 1000000000000"),
    ("Route #1: 4.5", "line 1: \"4.5\", expected a client, a whole number from 0 to 1000000000000"),
    (
      "Route #1: 99999999999999999999",
      "line 1: \"99999999999999999999\", expected a client, a whole number from 0 to 1000000000000"
    ),
    ("Route #1 4 5", "line 1: \"Route #1 4 5\", expected a colon, as in \"Route #1: 31 46 35\""),
    ("Route #: 4", "line 1: \"\", expected the number of a route, a whole number from 1 to 1000000000"),
    ("Route #1: 4\nRoute #1: 5", "line 2: route 1 again, as in line 1, expected each number once"),
    ("Route #1: 4\nCost nan", "line 2: \"nan\", expected the cost, a number"),
    ("hello", "line 1: no routes, expected lines as \"Route #1: 31 46 35\", or JSON with \"routes\""),
    (#"{"routes":[[1,"a"]]}"#, "$.routes[0][1]"),
    (#"{"route":[[1]]}"#, "$.routes: nothing, expected a value"),
    ("{", "$: "),
  ])
  func `a damaged solution is refused with its place`(_ text: String, _ fault: String) {
    let error = #expect(throws: InvalidInput.self) { try SolutionFile(Array(text.utf8), source: "x") }
    #expect(error?.faults.first?.description.hasPrefix(fault) == true, "\(error.map(String.init(describing:)) ?? "")")
  }

  @Test func `violations speak of routes, stops and clients as the solution numbers them`() throws {
    let instance = try Samples.read(Samples.windows)
    // Client 1 is due by 20, client 2 is reached at 9 and opens at 30.
    let file = try SolutionFile(Array("Route #5: 2 1\nRoute #6: 1 9".utf8), source: "x.sol")
    let verdict = instance.problem.check(instance.routes(of: file))
    let violations = instance.violations(of: verdict, in: file)
    let late = violations.first { $0.kind == .timeWindow }
    #expect(late?.route == 5 && late?.stop == 2 && late?.client == 1)
    #expect(late?.amount == FileAmount(15, .rounded), "30 + 2 + 3 is 15 after 20")
    let unknown = violations.first { $0.kind == .unknownClient }
    #expect(unknown?.route == 6 && unknown?.stop == 2 && unknown?.client == 9)
  }

  @Test func `amounts of time are in the unit of the file`() throws {
    let instance = try Samples.read(Samples.solomon)
    let file = SolutionFile([[1, 2]])
    let violations = instance.violations(of: instance.problem.check(instance.routes(of: file)), in: file)
    // Served at 161, 10 of service, 32.5 to drive: 203.5, due 60; back at 203.5 + 10 + 18, due 230.
    #expect(violations.map(\.kind) == [.timeWindow, .timeWindow])
    #expect(violations.map(\.amount.description) == ["143.5", "1.5"])
    #expect(violations.map(\.stop) == [2, nil])
  }

  @Test func `missing and repeated clients and a fleet too large are named`() throws {
    let instance = try Samples.read(Samples.windows)
    let file = SolutionFile([[1], [1], [1]])
    let kinds = Set(instance.violations(of: instance.problem.check(instance.routes(of: file)), in: file).map(\.kind))
    #expect(kinds == [.visitedTwice, .missing, .vehicles])
  }

  @Test func `a start of another instance is refused`() throws {
    let instance = try Samples.read(Samples.plane)
    let error = #expect(throws: InvalidInput.self) {
      try instance.startRoutes(of: SolutionFile([[1, 2], [7, 3, 8]]), source: "start.sol")
    }
    #expect(error?.faults.map(\.found) == ["client 7", "client 8"])
    #expect(try instance.startRoutes(of: SolutionFile([[1, 2], [3]]), source: "start.sol").count == 2)
  }
}
