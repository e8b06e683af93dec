import Foundation
import Interchange
import Logistics
import Testing

/// Every way to damage a file is named by its line, with what was found and what was expected.
@Suite struct FaultTests {
  struct Damage: CustomTestStringConvertible, Sendable {
    let sample: String
    let from: String
    let to: String
    let fault: String

    var testDescription: String { fault }

    init(_ sample: String, _ from: String, _ to: String, _ fault: String) {
      (self.sample, self.from, self.to, self.fault) = (sample, from, to, fault)
    }
  }

  static let damages = [
    Damage(
      Samples.plane, "TYPE : CVRP", "TYPE : OVRP",
      "line 3: TYPE OVRP, expected one of CVRP, VRPTW, CVRPTW, PDPTW, MDVRPTW, SDVRPTW, HFVRP, VRPB, MTVRPTWR, MTVRPTW, PCVRPTW, GVRP"
    ),
    Damage(
      Samples.plane, "DIMENSION : 4", "DIMENSION : 1000000000",
      "line 4: \"1000000000\", expected DIMENSION, a whole number from 2 to 100000"),
    Damage(
      Samples.plane, "DIMENSION : 4", "DIMENSION : 5",
      "line 7: NODE_COORD_SECTION without 1 of 5 nodes, the first of them 5, expected a row for every node"),
    Damage(
      Samples.plane, "CAPACITY : 10", "CAPACITY : 0", "line 6: \"0\", expected CAPACITY, a whole number from 1 to 1000000000000"),
    Damage(
      Samples.plane, "CAPACITY : 10", "CAPACITY : 99999999999999999999",
      "line 6: \"99999999999999999999\", expected CAPACITY, a whole number from 1 to 1000000000000"),
    Damage(Samples.plane, "CAPACITY : 10\n", "", "line 1: no CAPACITY, expected a header CAPACITY : NUMBER"),
    Damage(Samples.plane, "EUC_2D", "GEO", "line 5: EDGE_WEIGHT_TYPE GEO, expected EXPLICIT, EUC_2D or CEIL_2D"),
    Damage(Samples.plane, "2 3 0", "2 three 0", "line 9: \"three\", expected a number"),
    Damage(Samples.plane, "2 3 0", "2 nan 0", "line 9: \"nan\", expected a number"),
    Damage(Samples.plane, "2 3 0", "2 inf 0", "line 9: \"inf\", expected a number"),
    Damage(Samples.plane, "2 3 0", "2 3", "line 9: 1 numbers for node 2, expected 2"),
    Damage(Samples.plane, "2 3 0", "2 3 0 0", "line 9: \"0\" behind the numbers of node 2, expected the end of the line"),
    Damage(Samples.plane, "2 3 0", "9 3 0", "line 9: \"9\", expected a node, a whole number from 1 to 4"),
    Damage(Samples.plane, "2 3 0", "1 3 0", "line 9: node 1 again, as in line 8, expected each node once"),
    Damage(Samples.plane, "2 3 0", "2 3e100 0", "line 7: coordinates 3e+100 apart, expected less than 1073741824"),
    Damage(Samples.plane, "2 4\n", "2 -4\n", "line 14: demand -4, expected a whole number from 0 to 1000000000000"),
    Damage(Samples.plane, "2 4\n", "2 4.5\n", "line 14: demand 4.5, expected a whole number from 0 to 1000000000000"),
    Damage(Samples.plane, "1 0\n", "1 3\n", "line 13: demand 3 of the depot, expected 0"),
    Damage(
      Samples.plane, "DEPOT_SECTION", "DEPOT_SECTION\n 3",
      "line 19: depots 1, 3, expected the first nodes, 1 to their number, and clients after them"),
    Damage(
      Samples.plane, "DEPOT_SECTION", "CAPACITY : 10\nDEPOT_SECTION", "line 17: CAPACITY again, as in line 6, expected it once"),
    Damage(Samples.plane, "NAME : three", "hello", "line 1: \"hello\", expected NAME : VALUE or a section's name"),
    Damage(Samples.plane, "TYPE : CVRP", "TYPE : VRPTW", "line 17: no TIME_WINDOW_SECTION, expected one, since TYPE is VRPTW"),
    Damage(
      Samples.windows, "FULL_MATRIX", "FULL",
      "line 6: EDGE_WEIGHT_FORMAT FULL, expected one of FULL_MATRIX, LOWER_ROW, LOWER_DIAG_ROW, UPPER_ROW, UPPER_DIAG_ROW"),
    Damage(Samples.windows, "8\t0\t2", "8\t0", "line 8: 8 numbers in EDGE_WEIGHT_SECTION, expected 9"),
    Damage(Samples.windows, "8\t0\t2", "8\t0\t2\t2", "line 8: 10 numbers in EDGE_WEIGHT_SECTION, expected 9"),
    Damage(Samples.windows, "8\t0\t2", "8\t0\t-2", "line 10: \"-2\", expected a distance from 0 to 1073741824"),
    Damage(Samples.windows, "8\t0\t2", "8\t0\tword", "line 10: \"word\", expected a distance from 0 to 1073741824"),
    Damage(Samples.windows, "8\t0\t2", "8\t0\t1073741825", "line 10: \"1073741825\", expected a distance from 0 to 1073741824"),
    Damage(
      Samples.windows, "2\t10\t20", "2\t20\t10",
      "line 25: a window from 20 to 10, expected one that closes no earlier than it opens"),
    Damage(
      Samples.windows, "2\t10\t20", "2\t10\t1e18",
      "line 25: a window that closes at 1000000000000000000, expected 0 to 3000000000"),
    Damage(Samples.windows, "3\t2\n", "3\t-2\n", "line 22: service -2, expected 0 to 3000000000"),
    Damage(
      Samples.windows, "VEHICLES : 2", "VEHICLES : many", "line 5: \"many\", expected VEHICLES, a whole number from 1 to 1000000"),
    Damage(Samples.solomon, "CUSTOMER", "CLIENT", "line 13: the end of the file, expected a line CUSTOMER"),
    Damage(Samples.solomon, "2         200", "2", "line 5: \"2\", expected the number of vehicles and their capacity"),
    Damage(
      Samples.solomon, "41      49", "41",
      "line 11: 6 numbers, expected 7: number, x, y, demand, ready time, due date, service time"),
    Damage(Samples.solomon, "41      49", "41 4x", "line 11: \"4x\", expected a number, the y"),
    Damage(
      Samples.solomon, "    2          35", "    1          35",
      "line 12: customer 1 again, as in line 11, expected each number once"),
    Damage(
      Samples.solomon, "161         171", "161 16",
      "line 11: a window from 161 to 16, expected one that closes no earlier than it opens"),
    Damage(
      Samples.solomon, "    10     161", "   -10     161", "line 11: demand -10, expected a whole number from 0 to 1000000000000"),
  ]

  @Test(arguments: damages)
  func `a damaged file is refused with the line of the damage`(_ damage: Damage) {
    #expect(damage.sample.contains(damage.from))
    let text = damage.sample.replacing(damage.from, with: damage.to, maxReplacements: 1)
    #expect(Samples.faults(text).contains(damage.fault), "\(Samples.faults(text))")
  }

  @Test func `all faults of a file are named at once`() {
    let text = Samples.plane.replacing("CAPACITY : 10", with: "CAPACITY : x").replacing("2 3 0", with: "2 3 y")
      .replacing("3 5\n", with: "3 -5\n").replacing(" -1\n", with: " 3\n -1\n")
    #expect(Samples.faults(text).map { $0.prefix { $0 != ":" } } == ["line 6", "line 9", "line 15", "line 19"])
  }

  @Test func `an empty file, foreign bytes and unknown formats are named`() {
    #expect(Samples.faults(" \n\n") == ["line 1: an empty file, expected text"])
    let error = #expect(throws: InvalidInput.self) {
      try RoutingInstance(Array("TYPE : CVRP\nCOMMENT : ".utf8) + [0xFF, 0xFE], name: "x")
    }
    #expect(error?.faults.first?.description == "line 2: bytes that are not UTF-8, expected UTF-8 text")
    let unknown = #expect(throws: InvalidInput.self) { _ = try Samples.read("\n25 200\n0 40 50 0 0 1236 0 0 0\n") }
    #expect(unknown?.faults.first?.place == "line 2")
    #expect(unknown?.faults.first?.expected.contains("Li & Lim") == true)
  }

  @Test func `a file that is not there is named`() {
    let error = #expect(throws: InvalidInput.self) { try RoutingInstance(contentsOf: URL(fileURLWithPath: "/no/such/file.vrp")) }
    #expect(error?.source == "/no/such/file.vrp")
    #expect(error?.faults.first?.place == "file")
    #expect(throws: InvalidInput.self) { try RoutingInstance(contentsOf: URL(fileURLWithPath: "/")) }
  }

  @Test func `a matrix of words does not fill the memory with faults`() {
    let rows = [String](repeating: [String](repeating: "w", count: 1000).joined(separator: " "), count: 1000).joined(
      separator: "\n")
    let text = """
      TYPE : CVRP
      DIMENSION : 1000
      CAPACITY : 1
      EDGE_WEIGHT_TYPE : EXPLICIT
      EDGE_WEIGHT_FORMAT : FULL_MATRIX
      EDGE_WEIGHT_SECTION
      \(rows)
      """
    let faults = Samples.faults(text)
    #expect(faults.count >= 100 && faults.count < 120)
  }
}
