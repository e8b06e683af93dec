import Foundation
import Testing

/// `lastmile backtest`.
@Suite struct BacktestCommandTests {
  private static let header = "order_id,purchase_ts,carrier_ts,delivered_ts,estimated_date,seller_state,cust_state,dist_km"

  /// A hundred days of five orders each, of two states, from 2018-01-01 on.
  private static func rows(days: Int = 100) -> [String] {
    var rows: [String] = []
    for day in 0..<days {
      for number in 0..<5 {
        let took = 3 + (day * 7 + number * 3) % 9
        func date(_ days: Int) -> String {
          let formatter = DateFormatter()
          formatter.timeZone = TimeZone(identifier: "UTC")
          formatter.dateFormat = "yyyy-MM-dd"
          return formatter.string(from: Date(timeIntervalSince1970: Double(1_514_764_800 + 86_400 * days)))
        }
        rows.append(
          "o\(day)-\(number),\(date(day)) 0\(number):00:00,\(date(day + 1)) 10:00:00,\(date(day + took)) 12:00:00,"
            + "\(date(day + 20)),SP,\(number < 3 ? "SP" : "BA"),\(number < 3 ? 300 : 1500)")
      }
    }
    return rows
  }

  private func backtest(_ rows: [String], _ arguments: [String]) throws -> (outcome: Command.Outcome, out: String) {
    try TemporaryFolder.with(["orders.csv": ([Self.header] + rows).joined(separator: "\n") + "\n"]) { folder in
      let out = folder.appendingPathComponent("promises.csv")
      let outcome = try Command.run(
        ["backtest", folder.appendingPathComponent("orders.csv").path, "--out", out.path] + arguments)
      return (outcome, (try? String(contentsOf: out, encoding: .utf8)) ?? "")
    }
  }

  @Test func `backtest prints one JSON object with the keys of the contract`() throws {
    let (outcome, out) = try backtest(Self.rows(), ["--from", "2018-02-15", "--json"])
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.split(separator: "\n").count == 1)
    let json = try #require(outcome.json)
    #expect(Set(json.keys).isSuperset(of: ["orders", "level", "onTime", "meanPromisedDays", "incumbent", "calibration"]))
    #expect(json["orders"] as? Int == 275 && json["level"] as? Double == 0.95)
    let incumbent = try #require(json["incumbent"] as? [String: Double])
    #expect(incumbent == ["onTime": 1, "meanPromisedDays": 20])
    let calibration = try #require(json["calibration"] as? [[String: Double]])
    #expect(calibration.compactMap { $0["level"] } == [0.5, 0.8, 0.9, 0.95, 0.98])
    #expect(calibration.allSatisfy { Set($0.keys) == ["level", "onTime", "meanPromisedDays"] })
    #expect(calibration[3]["onTime"] == json["onTime"] as? Double)
    #expect((json["months"] as? [[String: Any]])?.compactMap { $0["name"] as? String } == ["2018-02", "2018-03", "2018-04"])
    #expect((json["states"] as? [[String: Any]])?.compactMap { $0["name"] as? String } == ["BA", "SP"])
    let lines = out.split(separator: "\n")
    #expect(lines.count == 276 && lines[0] == "order_id,promised_date" && lines[1].hasPrefix("o45-0,2018-0"))
  }

  @Test(arguments: ["reliability", "cheapest"])
  func `rows of later days change no byte of the promises before them`(policy: String) throws {
    let arguments = ["--to", "2018-03-10", "--level", "0.9", "--policy", policy]
    let all = try backtest(Self.rows(), arguments).out
    // Only what was bought up to that day; and the same with later deliveries that never came.
    let past = try backtest(Self.rows(days: 69), arguments).out
    #expect(all.split(separator: "\n").count == 1 + 69 * 5)
    #expect(past == all)
    let changed = Self.rows().enumerated().map { index, row in
      index < 69 * 5 ? row : row.replacingOccurrences(of: ",BA,1500", with: ",AM,9000")
    }
    #expect(try backtest(changed, arguments).out == all)
  }

  @Test func `orders that were never delivered count nowhere, but are known to be under way`() throws {
    let rows = Self.rows(days: 60)
    let lost = "lost,2018-01-05 10:00:00,,,2018-01-30,SP,SP,10"
    let outcome = try backtest(rows + [lost], ["--json"]).outcome
    #expect(outcome.status == 0 && outcome.json?["orders"] as? Int == 300)
  }

  @Test func `backtest prints tables for people`() throws {
    let outcome = try backtest(Self.rows(days: 60), ["--level", "0.93"]).outcome
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("300 delivered orders, level 0.93, policy "))
    for part in [
      "the file's own dates: 100.0 % on time, 20.00 days", "\n  level  reliability", "\n   0.93", "corridor", "\n  state",
    ] {
      #expect(outcome.output.contains(part), "\(part)")
    }
  }

  @Test func `bad rows are told all at once, each with its line and column`() throws {
    let rows = [
      "a,2018-01-01 10:00:00,,2018-01-04 10:00:00,2018-01-20,SP,SP,10",
      "a,2018-13-01 10:00:00,,2018-01-04 10:00:00,2018-01-20,SP,SP,10",
      "b,2018-01-05 10:00:00,soon,2018-01-04 10:00:00,later,,SP,-1",
      "c,2018-01-05 10:00:00,2018-01-06",
      "a,2018-01-05 10:00:00,,2018-01-09 10:00:00,2018-01-20,SP,SP,10",
    ]
    let outcome = try backtest(rows, ["--json"]).outcome
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    let lines = outcome.errors.split(separator: "\n")
    for place in [
      "line 3, purchase_ts: \"2018-13-01 10:00:00\"", "line 4, carrier_ts: \"soon\"", "line 4, delivered_ts:",
      "line 4, estimated_date: \"later\"", "line 4, seller_state: nothing", "line 4, dist_km: \"-1\"", "line 5: 3 fields",
      "line 6, order_id: \"a\"",
    ] {
      #expect(lines.contains { $0.contains("orders.csv: \(place)") }, "\(place) in \(outcome.errors)")
    }
    #expect(lines.last?.hasPrefix("Maybe ") == true)
  }

  @Test(arguments: [
    ["--level", "1.5"], ["--from", "yesterday"], ["--policy", "best"], ["--country", "XX"], ["--from", "2030-01-01"],
    ["--model", "/nowhere/at/all.json"],
  ])
  func `arguments without sense are bad input`(arguments: [String]) throws {
    let outcome = try backtest(Self.rows(days: 5), arguments + ["--json"]).outcome
    #expect(outcome.status == 2 && outcome.output.isEmpty && outcome.errors.hasPrefix("error: "))
    #expect(outcome.errors.split(separator: "\n").last?.hasPrefix("Maybe ") == true)
  }
}
