import Foundation
import Testing

@Suite struct SourceCommandTests {
  private func source(_ text: String, _ arguments: String...) throws -> Command.Outcome {
    try TemporaryFolder.with(["orders.json": text]) { folder in
      try Command.run(["source", folder.appendingPathComponent("orders.json").path] + arguments)
    }
  }

  /// Three orders that one after the other cost 39, and 28 together.
  private static let three = """
    {"nodes":[{"id":"x","stock":{"A":1}},{"id":"y","stock":{"A":1},"parcelLimit":null},{"id":"z","stock":{"A":1,"B":9}}],
     "orders":[\([("o1", [2, 5, 6]), ("o2", [7, 19, 20]), ("o3", [8, 15, 18])].map { id, costs in
       "{\"id\":\"\(id)\",\"lines\":[{\"sku\":\"A\",\"quantity\":1,\"unfilledCost\":null}],\"lanes\":["
         + zip(["x", "y", "z"], costs).map { "{\"node\":\"\($0)\",\"parcelCost\":\($1),\"unitCost\":0}" }.joined(separator: ",")
         + "]}"
     }.joined(separator: ","))]}
    """

  @Test func `each order at its own least cost, and all together for less`() throws {
    let each = try source(Self.three, "--json")
    #expect(each.status == 0 && each.errors.isEmpty)
    let json = try #require(each.json)
    #expect(Set(json.keys) == ["status", "cost", "bound", "gap", "orders", "impossible", "seconds"])
    #expect(json["status"] as? String == "optimal" && json["cost"] as? Double == 39 && json["gap"] as? Double == 0)
    let orders = try #require(json["orders"] as? [[String: Any]])
    #expect(orders.map { $0["id"] as? String } == ["o1", "o2", "o3"] && orders.map { $0["cost"] as? Double } == [2, 19, 18])
    let parcel = try #require((orders[1]["parcels"] as? [[String: Any]])?.first)
    #expect(parcel["node"] as? String == "y" && (orders[1]["unfilled"] as? [Any])?.isEmpty == true)
    #expect((parcel["lines"] as? [[String: Any]])?.first?["sku"] as? String == "A")

    let batch = try #require(try source(Self.three, "--mode", "batch", "--json").json)
    #expect(batch["status"] as? String == "optimal" && batch["cost"] as? Double == 28 && batch["bound"] as? Double == 28)
    #expect(batch["stockPrices"] is [Any] && batch["parcelPrices"] is [String: Any])
    #expect(
      try source(Self.three, "--mode", "batch").output.hasPrefix("optimal: cost 28.0, proved the least\n3 orders in 3 parcels"))
  }

  @Test func `freight by weight makes two parcels from one node, order by order and together`() throws {
    let lanes = #"""
      [{"node":"x","parcelCost":10,"unitCost":0.5,"brackets":[{"upTo":1000,"price":90},{"upTo":2500,"price":400.25}]},
       {"node":"y","parcelCost":500,"unitCost":0,"brackets":[{"upTo":900,"price":0}],"beyond":{"every":1000,"price":700}}]
      """#
    let text = #"""
      {"nodes":[{"id":"x","stock":{"A":4}},{"id":"y","stock":{"A":9}}],
       "orders":[{"id":"o1","lines":[{"sku":"A","quantity":2,"unfilledCost":null,"weight":900}],"lanes":\#(lanes)},
                 {"id":"o2","lines":[{"sku":"A","quantity":1,"unfilledCost":5000,"weight":900}],"lanes":\#(lanes)}]}
      """#
    for mode in ["each", "batch"] {
      let json = try #require(try source(text, "--mode", mode, "--json").json)
      #expect(json["status"] as? String == "optimal" && json["cost"] as? Double == 301.5, "\(mode)")
      let orders = try #require(json["orders"] as? [[String: Any]])
      #expect(orders.map { ($0["parcels"] as? [[String: Any]])?.compactMap { $0["node"] as? String } } == [["x", "x"], ["x"]])
    }
    let wrong = try source(
      text.replacingOccurrences(of: "\"upTo\":2500", with: "\"upTo\":1000").replacingOccurrences(of: "400.25", with: "80")
        .replacingOccurrences(of: "\"every\":1000", with: "\"every\":0").replacingOccurrences(
          of: ",\"weight\":900", with: ",\"weight\":-1"))
    #expect(wrong.status == 2)
    for place in ["lanes[0].brackets[1].upTo", "lanes[0].brackets[1].price", "lanes[1].beyond.every", "lines[0].weight"] {
      #expect(wrong.errors.contains("$.orders[0].\(place): "))
    }
  }

  @Test func `what if a node ships nothing, or has more`() throws {
    let without = try #require(try source(Self.three, "--without-node", "x", "--stock", "y:A=+1", "--json").json)
    let whatIf = try #require(without["whatIf"] as? [String: Any])
    #expect(without["cost"] as? Double == 42 && whatIf["costBefore"] as? Double == 39 && whatIf["difference"] as? Double == 3)
    #expect(whatIf["changed"] as? [String] == ["o1"])
    let refused = try source(Self.three, "--without-node", "w", "--stock", "y:C=1", "--stock", "y")
    #expect(refused.status == 2)
    for text in ["--without-node: \"w\"", "--stock: \"y:C=1\"", "--stock: \"y\"", "\nMaybe "] {
      #expect(refused.errors.contains(text))
    }
  }

  @Test func `other rules run beside on the same orders`() throws {
    let files = [
      "orders.json": Self.three, "ranked.json": #"{"choice":"ranked"}"#,
      "together.json": #"{"choice":"together","maxParcels":1,"splitCost":5}"#,
      "wrong.json": #"{"choice":"best","maxParcels":-1,"closedNodes":["w"],"keep":1}"#,
    ]
    try TemporaryFolder.with(files) { folder in
      func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
      let outcome = try Command.run([
        "source", path("orders.json"), "--json", "--shadow", path("ranked.json"), "--shadow", path("together.json"),
      ])
      let shadows = try #require(outcome.json?["shadows"] as? [[String: Any]])
      #expect(shadows.map { $0["cost"] as? Double } == [39, 28] && shadows.map { $0["parcels"] as? Int } == [3, 3])
      #expect(shadows.map { ($0["differing"] as? [String])?.count } == [0, 3])
      let table = try Command.run(["source", path("orders.json"), "--shadow", path("together.json")])
      #expect(table.output.contains("split orders"))
      let refused = try Command.run(["source", path("orders.json"), "--shadow", path("wrong.json")])
      #expect(refused.status == 2)
      for place in ["$.choice", "$.maxParcels", "$.closedNodes[0]", "$.keep"] { #expect(refused.errors.contains("\(place): ")) }
    }
  }

  @Test func `rules may have an outlook on orders of another file, in its own decimals`() throws {
    let files = [
      "orders.json": Self.three,
      "past.json": Self.three.replacingOccurrences(of: "\"parcelCost\":2,", with: "\"parcelCost\":2.25,"),
      "outlook.json": #"{"choice":"leastCost","outlook":{"orders":"past.json","expected":3,"every":1,"samples":20}}"#,
      "wrong.json": #"{"choice":"leastCost","outlook":{"orders":"none.json","expected":3,"every":0,"future":1}}"#,
      "fine.json": Self.three.replacingOccurrences(of: "\"parcelCost\":2,", with: "\"parcelCost\":2.000001,"),
      "coarse.json": Self.three.replacingOccurrences(
        of: "\"parcelCost\":2,", with: "\"parcelCost\":0,\"brackets\":[{\"upTo\":1000,\"price\":20000000000}],"),
      "large.json": #"{"choice":"leastCost","outlook":{"orders":"coarse.json","expected":3}}"#,
    ]
    try TemporaryFolder.with(files) { folder in
      func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
      let outcome = try Command.run(["source", path("orders.json"), "--json", "--shadow", path("outlook.json")])
      let shadows = try #require(outcome.json?["shadows"] as? [[String: Any]])
      let cost = try #require(shadows[0]["cost"] as? Double)
      #expect(outcome.json?["cost"] as? Double == 39 && (28..<39).contains(cost))
      let refused = try Command.run(["source", path("orders.json"), "--shadow", path("wrong.json")])
      #expect(refused.status == 2)
      for place in ["$.outlook.every", "$.outlook.future"] { #expect(refused.errors.contains("\(place): ")) }
      // Orders with six decimals leave no room for amounts that are large enough for a file without any.
      let tooLarge = try Command.run(["source", path("fine.json"), "--shadow", path("large.json")])
      #expect(tooLarge.status == 2 && tooLarge.errors.contains("$.outlook order o1: "))
    }
  }

  @Test func `what must ship and cannot is status 1, with the names`() throws {
    let text = Self.three.replacingOccurrences(of: "\"x\",\"stock\":{\"A\":1}", with: "\"x\",\"stock\":{}")
    for mode in ["each", "batch"] {
      let outcome = try source(text, "--mode", mode, "--json")
      #expect(outcome.status == 1)
      #expect(outcome.json?["status"] as? String == "infeasible" && outcome.json?["cost"] is NSNull)
      #expect((outcome.json?["impossible"] as? [String])?.count == 1)
      #expect(outcome.errors.contains("No plan ships everything that must ship: o"))
    }
  }

  @Test func `an order of nothing costs nothing, and decimals are kept`() throws {
    let text = """
      {"nodes":[{"id":"x","stock":{"A":3}}],"orders":[
       {"id":"none","lines":[{"sku":"A","quantity":0,"unfilledCost":null}],"lanes":[]},
       {"id":"some","lines":[{"sku":"A","quantity":3,"unfilledCost":9.99}],
        "lanes":[{"node":"x","parcelCost":0.1,"unitCost":0.2}],"maxParcels":null,"shipComplete":true}]}
      """
    let orders = try #require(try source(text, "--json").json?["orders"] as? [[String: Any]])
    #expect(orders.map { $0["cost"] as? Double } == [0, 0.7])
  }

  @Test func `all faults of a file are told at once, each with its place`() throws {
    let text = """
      {"nodes":[{"id":"x","stock":{"A":-1,"B":1.5}},{"id":"x","stock":{}}],
       "orders":[{"id":"o","lines":[{"sku":"A","quantity":"2","unfilledCost":-1}],
        "lanes":[{"node":"x","parcelCost":1e999,"unitCost":0},{"node":"x","parcelCost":1,"unitCost":0},{"node":"y","unitCost":0}],
        "maxParcel":2}]}
      """
    let outcome = try source(text)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    for place in [
      "$.nodes[0].stock.A", "$.nodes[0].stock.B", "$.nodes[1].id", "$.orders[0].lines[0].quantity",
      "$.orders[0].lines[0].unfilledCost", "$.orders[0].lanes[0].parcelCost", "$.orders[0].lanes[1].node",
      "$.orders[0].lanes[2].parcelCost", "$.orders[0].lanes[2].node", "$.orders[0].maxParcel",
    ] {
      #expect(outcome.errors.contains("\(place): "), "\(place)")
    }
    #expect(outcome.errors.split(separator: "\n").last?.hasPrefix("Maybe ") == true)
    #expect(try source("{\"nodes\":[],").errors.contains("line 1"))
  }
}
