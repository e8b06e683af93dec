import Foundation
import Interchange
import Logistics
import Routing
import Testing

/// Damages files at random. Whatever comes out is read or refused, with a line for each fault; nothing traps.
@Suite struct FuzzTests {
  static let words = [
    "nan", "inf", "-1", "0", "1e999", "99999999999999999999", "9223372036854775807", "-9223372036854775808", "1e18", "0.5", ":",
    "_SECTION", "EOF", "DEMAND_SECTION", "TYPE : VRPTW", "DIMENSION : 12000", "VEHICLE", "CUSTOMER", "é", "Route #2: 1", "1 2 3",
    "4000000000", "CAPACITY : 1", "SERVICE_TIME : 3", "DISTANCE : 7", "EDGE_WEIGHT_TYPE : EXPLICIT", "{", "[", "null", "-1",
    "\"id\":1,",
    "VEHICLES : 1", "VEHICLES_DEPOT : 2", "VEHICLES_UNIT_DISTANCE_COST : 0.1", "VEHICLES_FIXED_COST : 1e12",
    "VEHICLES_MAX_DURATION : 0",
    "BACKHAUL_SECTION", "PRIZE_SECTION", "RELEASE_TIME_SECTION", "TYPE : VRPB", "TYPE : CVRP", "DEPOT_SECTION",
    "CAPACITY_SECTION",
    "VEHICLES_RELOAD_DEPOT_SECTION", "MUTUALLY_EXCLUSIVE_GROUP_SECTION", "PICKUP_AND_DELIVERY_SECTION", "LINEHAUL_SECTION",
    "2 1 1",
    "\u{0}", "1073741824",
  ]

  static func damage(_ bytes: inout [UInt8], _ random: inout SeededNumbers) {
    for _ in 0...Int.random(in: 0...3, using: &random) where !bytes.isEmpty {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, at + Int.random(in: 1...12, using: &random))
      switch Int.random(in: 0...6, using: &random) {
      case 0: bytes[at] = UInt8.random(in: .min ... .max, using: &random)
      case 1: bytes.removeSubrange(at..<end)
      case 2: bytes.insert(contentsOf: bytes[at..<end], at: at)
      case 3: bytes.insert(contentsOf: " \(words.randomElement(using: &random)!) ".utf8, at: at)
      case 4: bytes.insert(contentsOf: "\n\(words.randomElement(using: &random)!)\n".utf8, at: at)
      case 5: bytes.removeSubrange(at...)
      default: bytes.replaceSubrange(at..<end, with: words.randomElement(using: &random)!.utf8)
      }
    }
  }

  /// Reads a damaged instance under a random convention; returns whether it was accepted.
  static func readInstance(_ bytes: [UInt8], _ random: inout SeededNumbers) -> Bool {
    do {
      let convention = Bool.random(using: &random) ? nil : Convention.allCases.randomElement(using: &random)
      let instance = try RoutingInstance(bytes, name: "fuzz", convention: convention)
      let file = SolutionFile([instance.clientNumbers, [3, 0]])
      _ = instance.violations(of: instance.problem.check(instance.routes(of: file)), in: file)
      return true
    } catch {
      // A path into the problem would mean that a reader let through what the problem refuses.
      let places = error.faults.map(\.place)
      let isTree = bytes.first { $0 > 32 } == UInt8(ascii: "{")
      #expect(places.allSatisfy { $0.hasPrefix("line ") || (isTree && $0.hasPrefix("$")) }, "\(error)")
      return false
    }
  }

  @Test(arguments: Samples.every.indices)
  func `a damaged instance is read or refused by its places`(_ sample: Int) {
    var random = SeededNumbers(state: 1)
    var accepted = 0
    for _ in 0..<1500 {
      var bytes = Array(Samples.every[sample].utf8)
      Self.damage(&bytes, &random)
      if Self.readInstance(bytes, &random) { accepted += 1 }
    }
    #expect((1..<1500).contains(accepted))
  }

  @Test(arguments: [
    "Route #1: 31 46 35\nRoute #2: 4 5\nCost 27591.5\n", "5\n1 1 3 4 0 2 0\n", #"{"routes":[[31,46,35],[4,5]],"cost":27591.5}"#,
  ])
  func `a damaged solution is read or refused`(_ sample: String) {
    var random = SeededNumbers(state: 2)
    var refused = 0
    for _ in 0..<1500 {
      var bytes = Array(sample.utf8)
      Self.damage(&bytes, &random)
      do {
        _ = try SolutionFile(bytes, source: "fuzz")
      } catch {
        refused += 1
      }
    }
    #expect((1..<1500).contains(refused))
  }

  @Test(.enabled(if: SharedData.isThere, "no benchmark files: set LASTMILE_DATASETS to their folder"))
  func `damaged benchmark files are read or refused by line`() throws {
    var random = SeededNumbers(state: 3)
    let rounds = ProcessInfo.processInfo.environment["LASTMILE_FUZZ"].flatMap(Int.init) ?? 20
    for (folder, name) in [
      ("solomon", "R101.txt"), ("x", "X-n110-k13.vrp"), ("hfvrp", "X110-HD.vrp"), ("pcvrptw", "C1_10_4.vrp"),
      ("sdvrptw", "PR03.vrp"), ("mtvrptwr", "C202R0.75.vrp"), ("gvrp", "M-n121-k7-C61-V4.vrp"), ("mdvrptw", "PR11B.vrp"),
      ("mdvrp", "p02"), ("mtw", "rm103.txt"), ("vroom-json", "example_1.json"), ("vroom-json", "example_2.json"),
      ("ortec", "ORTEC-n242-k12.vrp"), ("euro-neurips", "ORTEC-VRPTW-ASYM-4c69f727-d1-n204-k12.txt"), ("pdptw", "lc101.txt"),
    ] {
      guard let file = try SharedData.files(folder, name).first else { continue }
      let sound = [UInt8](try Data(contentsOf: file))
      for _ in 0..<rounds {
        var bytes = sound
        Self.damage(&bytes, &random)
        _ = Self.readInstance(bytes, &random)
      }
    }
  }
}
