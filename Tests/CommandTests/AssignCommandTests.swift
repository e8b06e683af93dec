import Foundation
import Testing

/// `lastmile assign` in the form of a matrix.
@Suite struct AssignCommandTests {
  private func assign(_ text: String, _ arguments: String...) throws -> Command.Outcome {
    try TemporaryFolder.with(["costs.json": text]) { folder in
      try Command.run(["assign", folder.appendingPathComponent("costs.json").path] + arguments)
    }
  }

  private static let small = #"{"costs":[[4,null,3],[2,0,5]]}"#

  @Test func `assign prints one JSON object with every key`() throws {
    let outcome = try assign(Self.small, "--json")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.split(separator: "\n").count == 1)
    let json = try #require(outcome.json)
    #expect(Set(json.keys) == ["status", "cost", "assignment", "rowPrices", "columnPrices", "solver", "seconds"])
    #expect(json["status"] as? String == "optimal" && json["cost"] as? Double == 3)
    #expect(json["assignment"] as? [Int] == [2, 1])
    #expect(json["rowPrices"] as? [Double] == [3, 0] && json["columnPrices"] as? [Double] == [0, 0, 0])
    #expect((json["solver"] as? String)?.contains("confirmed by GLPK in 0 iterations") == true)
    #expect(json["seconds"] is Double)
  }

  @Test func `assign prints a table for people`() throws {
    let outcome = try assign(Self.small)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.hasPrefix("cost 3.0, 2 tasks, 3 vehicles, "))
    #expect(outcome.output.contains("\n  task  vehicle  cost  task's price  vehicle's price\n     0        2   3.0"))
  }

  @Test func `assign explains what one more vehicle and one task less would save`() throws {
    let outcome = try assign(#"{"costs":[[1,9],[2,12]]}"#, "--explain", "--json")
    let told = try #require(outcome.json?["counterfactuals"] as? [String: [[String: Any]]])
    let vehicle = try #require(told["oneMoreVehicle"]?.first)
    #expect(vehicle["vehicle"] as? Int == 0 && vehicle["price"] as? Double == -8 && vehicle["saving"] as? Double == 8)
    #expect(vehicle["proved"] as? Bool == true && vehicle["moves"] as? [[Int]] == [[0, 0]])
    #expect(told["withoutTask"]?.map { $0["saving"] as? Double } == [9, 10])
    let table = try assign(#"{"costs":[[1,9],[2,12]]}"#, "--explain").output
    #expect(table.contains("\n  vehicle  price  saves  proved  then\n        0   -8.0    8.0     yes  0→0\n"))
  }

  @Test func `what cannot be assigned is status 1, with the reason`() throws {
    let outcome = try assign(#"{"costs":[[1,null],[2,null]]}"#, "--json")
    #expect(outcome.status == 1)
    #expect(outcome.errors == "Not every task can have a vehicle: the 2 tasks 0, 1 have only vehicle 0.\n")
    let json = try #require(outcome.json)
    #expect(json["status"] as? String == "infeasible")
    for key in ["cost", "assignment", "rowPrices", "columnPrices"] { #expect(json[key] is NSNull, "\(key)") }
    #expect((json["reason"] as? [String: [Int]]) == ["tasks": [0, 1], "vehicles": [0]])
    #expect(try assign(#"{"costs":[[1,null],[2,null]]}"#).output.hasPrefix("infeasible, 2 tasks, 2 vehicles, "))
  }

  @Test func `without time there is no answer, and no failure`() throws {
    let outcome = try assign(Self.small, "--json", "--seconds", "0")
    #expect(outcome.status == 0)
    #expect(outcome.json?["status"] as? String == "timeLimit" && outcome.json?["cost"] is NSNull)
  }

  @Test func `no tasks are assigned at no cost`() throws {
    let json = try #require(try assign(#"{"costs":[]}"#, "--json").json)
    #expect(json["status"] as? String == "optimal" && json["cost"] as? Double == 0)
    #expect((json["assignment"] as? [Any])?.isEmpty == true)
  }

  @Test(arguments: [
    #"{"costs":[[1,"a"],[2]]}"#, #"{"costs":[[1,2],[3"#, #"{"trips":[]}"#, "", "[]", #"{"cost":[[1]]}"#,
    #"{"costs":[[1e999]]}"#,
  ])
  func `bad input is status 2, each fault a line and advice the last`(_ text: String) throws {
    let outcome = try assign(text, "--json")
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.last?.hasPrefix("Maybe ") == true, "\(outcome.errors)")
    #expect(lines.count >= 2)
    for line in lines.dropLast() {
      #expect(line.hasPrefix("error: ") && line.contains("costs.json: ") && line.contains(", expected "))
    }
  }

  @Test(arguments: [
    ["assign"], ["assign", "x.json", "--seconds", "-1"], ["assign", "x.json", "--seconds", "nan"],
    ["assign", "x.json", "--what"],
  ])
  func `bad arguments are status 2 and named`(_ arguments: [String]) throws {
    let outcome = try Command.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("error: arguments: "), "\(outcome.errors)")
  }
}
