import Logistics
import Scenarios
import Testing

/// Products, stock, orders and returns: what they refer to is there, and they are as the description says.
@Suite struct DemandTests {
  static let days = [
    SantiagoDay(orders: 1500, seed: 1), SantiagoDay(orders: 1500, seed: 2), SantiagoDay(orders: 4000, seed: 3),
  ]

  /// How many in a thousand of some values are as wanted.
  private func perMille<Value>(_ values: [Value], where isWanted: (Value) -> Bool) -> Int {
    values.filter(isWanted).count * 1000 / values.count
  }

  @Test(arguments: days)
  func `names are given once`(day: SantiagoDay) throws {
    let products = try Table(day, "products.csv")
    #expect(products.rows.count == 800)
    let orders = try Table(day, "orders.csv")
    #expect(orders.rows.count == day.orders)
    let columns = try [
      products["sku"], products["name"], orders["order"], Table(day, "returns.csv")["return"],
      Table(day, "stock.csv").rows.map { "\($0["node"]!) \($0["sku"]!)" },
      Table(day, "order_lines.csv").rows.map { "\($0["order"]!) \($0["sku"]!)" },
    ]
    for column in columns { #expect(Set(column).count == column.count) }
  }

  @Test(arguments: days)
  func `every reference resolves`(day: SantiagoDay) throws {
    let skus = Set(try Table(day, "products.csv")["sku"])
    let nodes = Set(try NetworkTests.Scenario(day).nodes.map(\.id.text))
    let orders = try Table(day, "orders.csv")
    let lines = try Table(day, "order_lines.csv")
    let stock = try Table(day, "stock.csv")
    #expect(Set(lines["order"]) == Set(orders["order"]), "an order without lines, or lines without an order")
    #expect(skus.isSuperset(of: lines["sku"]))
    #expect(skus.isSuperset(of: stock["sku"]))
    #expect(skus.isSuperset(of: try Table(day, "returns.csv")["sku"]))
    #expect(Set(stock["node"]) == nodes)
    let pickupNodes = Set(orders["pickup_node"]).subtracting([""])
    #expect(pickupNodes.isSubset(of: nodes) && !pickupNodes.contains("cd-quilicura"))
  }

  @Test(arguments: days)
  func `quantities and prices are positive, and safety stock is below what is on hand`(day: SantiagoDay) throws {
    #expect(try Table(day, "order_lines.csv").numbers("quantity").allSatisfy { $0 > 0 })
    #expect(try Table(day, "returns.csv").numbers("quantity").allSatisfy { $0 > 0 })
    #expect(try Table(day, "products.csv").numbers("price").allSatisfy { $0 >= 990 })
    let stock = try Table(day, "stock.csv")
    for (onHand, safety) in zip(try stock.numbers("on_hand"), try stock.numbers("safety")) {
      #expect(safety >= 0 && onHand > safety)
    }
  }

  @Test(arguments: days)
  func `orders come in order, in the two days before`(day: SantiagoDay) throws {
    let placed = try Table(day, "orders.csv")["placed"].map { try #require(Instant($0)) }
    #expect(placed == placed.sorted())
    let firstMoment = try #require(Instant("2026-12-07T09:00:00-03:00"))
    let lastMoment = try #require(Instant("2026-12-09T00:00:00-03:00"))
    #expect(placed.allSatisfy { (firstMoment..<lastMoment).contains($0) })
    let cutOff = try #require(Instant("2026-12-07T18:00:00-03:00"))
    #expect((440...540).contains(perMille(placed) { $0 <= cutOff }))
  }

  @Test(arguments: days)
  func `shares are as described`(day: SantiagoDay) throws {
    let orders = try Table(day, "orders.csv").rows
    let deliveries = orders.filter { $0["fulfilment"] == "delivery" }
    #expect((560...640).contains(perMille(orders) { $0["fulfilment"] == "delivery" }))
    #expect(orders.allSatisfy { ($0["fulfilment"] == "pickup") == ($0["pickup_node"] != "") })
    #expect((300...400).contains(perMille(deliveries) { $0["window"] != "" }))
    #expect(orders.allSatisfy { $0["fulfilment"] == "delivery" || $0["window"] == "" })
    #expect((200...300).contains(perMille(orders) { $0["ship_complete"] == "1" }))
    for (channel, share) in [
      ("web", 360...540), ("app", 210...330), ("marketplace", 120...220), ("phone", 5...60), ("store", 20...110),
    ] {
      #expect(share.contains(perMille(orders) { $0["channel"] == channel }), "\(channel)")
    }
    #expect(Set(orders.map { $0["customer"]! }).count < orders.count, "nobody orders twice")

    let lines = try Table(day, "order_lines.csv")
    let counts = Dictionary(grouping: lines["order"], by: \.self).mapValues(\.count)
    #expect(counts.values.allSatisfy { (1...5).contains($0) })
    #expect((480...620).contains(perMille(Array(counts.values)) { $0 == 1 }))
  }

  @Test(arguments: days)
  func `everybody lives in the region, and nobody in the Andes but the people of San José de Maipo`(day: SantiagoDay) throws {
    for name in ["orders.csv", "returns.csv"] {
      for row in try Table(day, name).rows {
        let latitude = try #require(row["latitude"].flatMap(Double.init))
        let longitude = try #require(row["longitude"].flatMap(Double.init))
        #expect((-34.1...(-33.0)).contains(latitude) && (-71.3...(-70.3)).contains(longitude))
        let isMaipo = abs(latitude + 33.63912) < 0.02 && abs(longitude + 70.35318) < 0.02
        #expect(longitude <= -70.49 || isMaipo, "\(row)")
      }
    }
  }

  @Test(arguments: days)
  func `no order needs a lift and a cold box at once, and only deliveries need one`(day: SantiagoDay) throws {
    let products = try Table(day, "products.csv").rows
    let skills = Dictionary(uniqueKeysWithValues: products.map { ($0["sku"]!, $0["skill"]!) })
    let orders = Dictionary(uniqueKeysWithValues: try Table(day, "orders.csv").rows.map { ($0["order"]!, $0) })
    var needed: [String: Set<String>] = [:]
    for line in try Table(day, "order_lines.csv").rows where skills[line["sku"]!] != "" {
      needed[line["order"]!, default: []].insert(skills[line["sku"]!]!)
    }
    #expect(needed.values.allSatisfy { $0.count == 1 })
    #expect(needed.keys.allSatisfy { orders[$0]?["fulfilment"] == "delivery" })
    #expect(Set(needed.values.joined()) == ["cold", "lift"])
  }

  @Test(arguments: days)
  func `stores carry about a third of the range, the centre most of it, and some things lie in one store only`(
    day: SantiagoDay
  ) throws {
    let rows = try Table(day, "stock.csv").rows
    let range = Dictionary(grouping: rows) { $0["node"]! }.mapValues(\.count)
    for (node, count) in range {
      #expect((node == "cd-quilicura" ? 680...790 : 210...340).contains(count), "\(node) has \(count)")
    }
    let places = Dictionary(grouping: rows) { $0["sku"]! }
    #expect(places.values.filter { $0.count == 1 && $0[0]["node"] != "cd-quilicura" }.count >= 10)
  }

  @Test(arguments: days)
  func `returns came two to nine days before, but the last one too long ago for the right of withdrawal`(
    day: SantiagoDay
  ) throws {
    let rows = try Table(day, "returns.csv").rows
    let plan = try #require(LocalDate("2026-12-09"))
    let firstMoment = try #require(Instant("2026-12-08T09:00:00-03:00"))
    let lastMoment = try #require(Instant("2026-12-09T00:00:00-03:00"))
    let ages = try rows.map { try #require(LocalDate($0["delivered"]!)).days(until: plan) }
    #expect(ages.dropLast().allSatisfy { (2...9).contains($0) })
    #expect(ages.last == 14 && rows.last?["reason"] == "changedMind")
    for row in rows {
      let requested = try #require(Instant(row["requested"]!))
      #expect((firstMoment..<lastMoment).contains(requested))
      #expect(["changedMind", "faulty", "wrongItem"].contains(row["reason"]!))
    }
  }
}
