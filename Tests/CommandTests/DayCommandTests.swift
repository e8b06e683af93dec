import Foundation
import Testing

/// The commands around a day: generate, plan, holidays.
@Suite struct DayCommandTests {
  private let santiago = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "datasets/santiago").path

  @Test func `plan writes its three files and a summary with every key`() throws {
    try TemporaryFolder.with { folder in
      let small = folder.appending(path: "small").path
      #expect(try Command.run(["generate", "santiago", "--orders", "120", "--seed", "3", "--out", small]).status == 0)
      let out = folder.appending(path: "out")
      let run = try Command.run(["plan", small, "--iterations", "300", "--out", out.path, "--json"])
      #expect(run.status == 0)
      let summary = try #require(run.json)
      for key in [
        "orders", "sourced", "parcels", "assigned", "vehicles", "distanceMetres", "cost", "bound", "gap", "late", "unserved",
      ] { #expect(summary.keys.contains(key), "\(key)") }
      #expect(summary["orders"] as? Int == 120)
      #expect(summary["violations"] as? Int == 0)
      for file in ["plan.json", "routes.geojson", "plan.html"] {
        #expect(try !Data(contentsOf: out.appending(path: file)).isEmpty)
      }
      let plan = try JSONSerialization.jsonObject(with: Data(contentsOf: out.appending(path: "plan.json"))) as? [String: Any]
      let orders = try #require(plan?["orders"] as? [[String: Any]])
      // Every order is sourced and promised, or refused with a reason.
      for order in orders { #expect(order["promisedDate"] is String || order["reason"] is String) }
    }
  }

  @Test func `plan counts pickups and swaps, and tells what it saves to drive them together if asked`() throws {
    try TemporaryFolder.with { folder in
      let small = folder.appending(path: "small").path
      let made = try Command.run([
        "generate", "santiago", "--orders", "40", "--seed", "3", "--pickups", "6", "--swaps", "4", "--out", small,
      ])
      #expect(made.status == 0)
      let plain = try Command.run(["plan", small, "--iterations", "100", "--json"])
      let out = folder.appending(path: "out")
      let run = try Command.run(["plan", small, "--iterations", "100", "--compare-pickups", "--out", out.path])
      #expect(plain.status == 0 && run.status == 0)
      #expect(run.output.contains("in swaps") && run.output.contains("deliveries alone") && run.output.contains("saved"))
      let plan = try JSONSerialization.jsonObject(with: Data(contentsOf: out.appending(path: "plan.json"))) as? [String: Any]
      let summary = try #require(plan?["summary"] as? [String: Any])
      let alone = try #require(plain.json)
      #expect(alone["pickupComparison"] is NSNull)
      for key in ["cost", "distanceMetres", "swaps", "pickups", "returnsFetched"] {
        #expect(summary[key] as? Int == alone[key] as? Int, "\(key)")
      }
      #expect(summary["returns"] as? Int == 10 && summary["returnsRefused"] as? Int == 1)
      let swaps = try #require(summary["swaps"] as? Int)
      #expect(swaps > 0)
      let comparison = try #require(summary["pickupComparison"] as? [String: Any])
      func cost(_ name: String) -> Int { (comparison[name] as? [String: Any])?["cost"] as? Int ?? .min }
      #expect(cost("together") == summary["cost"] as? Int)
      #expect(cost("apart") == cost("deliveries") + cost("pickups"))
      #expect(cost("saved") == cost("apart") - cost("together"))
      #expect(comparison["violations"] as? Int == 0)
    }
  }

  @Test func `bad input to plan is status 2, and nothing is written`() throws {
    try TemporaryFolder.with { folder in
      let out = folder.appending(path: "out").path
      for arguments in [[folder.path], [santiago, "--date", "tomorrow"], [santiago, "--seconds", "-1"]] {
        let run = try Command.run(["plan"] + arguments + ["--out", out])
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("error: "))
        #expect(!FileManager.default.fileExists(atPath: out))
      }
    }
  }

  @Test func `holidays lists Chile's year and refuses what it does not know`() throws {
    let run = try Command.run(["holidays", "CL", "2026", "--json"])
    #expect(run.status == 0)
    let days = try #require(run.json?["days"] as? [[String: Any]])
    #expect(days.contains { $0["date"] as? String == "2026-12-08" })
    #expect(days.allSatisfy { $0["name"] is String })
    #expect(run.json?["year"] as? Int == 2026)
    for arguments in [["XX", "2026"], ["CL", "1500"], ["CL", "soon"]] {
      let refused = try Command.run(["holidays"] + arguments)
      #expect(refused.status == 2)
      #expect(refused.errors.hasPrefix("error: "))
      #expect(refused.errors.split(separator: "\n").last?.hasPrefix("Maybe ") == true)
    }
  }

  @Test func `generate refuses what it cannot make`() throws {
    for arguments in [
      ["atlantis"], ["santiago", "--orders", "0"], ["santiago", "--orders", "1000000000"], ["santiago", "--pickups", "-1"],
      ["santiago", "--swaps", "1000000000"],
    ] {
      let run = try Command.run(["generate"] + arguments + ["--out", "never"])
      #expect(run.status == 2)
      #expect(!FileManager.default.fileExists(atPath: "never"))
    }
  }
}
