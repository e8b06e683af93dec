import Logistics
import Scenarios
import Testing

/// Days with as many returns and swaps as somebody wants.
@Suite struct SwapTests {
  private static let plain = SantiagoDay(orders: 1500, seed: 1)
  private static let busy = SantiagoDay(orders: 1500, seed: 1, pickups: 60, swaps: 20)

  @Test func `there are as many pickups and swaps as asked for, and an order more for each swap`() throws {
    let returns = try Table(Self.busy, "returns.csv").rows
    #expect(returns.count == 80)
    #expect(returns.count { $0["replacement"] != "" } == 20)
    #expect(Set(returns.map { $0["return"]! }).count == 80 && Set(returns.map { $0["order"]! }).count == 80)
    #expect(try Table(Self.busy, "orders.csv").rows.count == 1520)
  }

  @Test func `a swap's order goes to the same door and customer, early enough for the vans`() throws {
    let orders = Dictionary(uniqueKeysWithValues: try Table(Self.busy, "orders.csv").rows.map { ($0["order"]!, $0) })
    let lines = Dictionary(grouping: try Table(Self.busy, "order_lines.csv").rows) { $0["order"]! }
    var customers: Set<String> = []
    for swap in try Table(Self.busy, "returns.csv").rows where swap["replacement"] != "" {
      let order = try #require(orders[swap["replacement"]!])
      #expect(order["latitude"] == swap["latitude"] && order["longitude"] == swap["longitude"])
      #expect(order["customer"] == swap["customer"] && order["fulfilment"] == "delivery")
      #expect(lines[order["order"]!]?.map { $0["sku"] } == [swap["sku"]])
      #expect(customers.insert(order["customer"]!).inserted)
      let placed = try #require(Instant(order["placed"]!))
      let asked = try #require(Instant(swap["requested"]!))
      #expect(placed <= Instant("2026-12-07T12:00:00-03:00")! && asked <= placed)
      #expect(["faulty", "wrongItem"].contains(swap["reason"]))
    }
    #expect(customers.count == 20)
    #expect(customers.isDisjoint(with: try Table(Self.plain, "orders.csv")["customer"]))
  }

  @Test func `whatever the numbers of returns, all else stays as it was`() throws {
    let swapless = SantiagoDay(orders: 1500, seed: 1, pickups: 10).files()
    for (one, another) in zip(Self.plain.files(), swapless) { #expect(one.text == another.text, "\(one.name)") }
    for name in ["scenario.json", "products.csv", "stock.csv"] {
      let isSame = try Self.plain.file(name) == Self.busy.file(name)
      #expect(isSame, "\(name)")
    }
    for name in ["orders.csv", "order_lines.csv"] {
      let rows = try Table(Self.busy, name).rows.filter { !$0["order"]!.hasPrefix("s-") }
      let before = try Table(Self.plain, name).rows
      #expect(rows == before, "\(name)")
    }
    let placed = try Table(Self.busy, "orders.csv")["placed"]
    #expect(placed == placed.sorted())
    let pickups = try Table(Self.busy, "returns.csv").rows.prefix(9).map { $0["sku"] }
    let before = try Table(Self.plain, "returns.csv").rows.prefix(9).map { $0["sku"] }
    #expect(pickups == before)
  }

  @Test func `the same seed makes the same swaps and another seed others`() throws {
    let again = SantiagoDay(orders: 1500, seed: 1, pickups: 60, swaps: 20).files()
    #expect(again.map(\.text) == Self.busy.files().map(\.text))
    let more = SantiagoDay(orders: 1500, seed: 1, pickups: 0, swaps: 20)
    #expect(try Table(more, "returns.csv")["sku"] == Table(Self.busy, "returns.csv")["sku"].suffix(20))
    let other = SantiagoDay(orders: 1500, seed: 2, pickups: 0, swaps: 20)
    #expect(try Table(more, "returns.csv")["latitude"] != Table(other, "returns.csv")["latitude"])
  }

  @Test(arguments: [(1, 0, 0), (1, 1, 1), (2, 0, 3), (40, 200, 150)])
  func `a day can have none or more returns than orders`(orders: Int, pickups: Int, swaps: Int) throws {
    let day = SantiagoDay(orders: orders, seed: 4, pickups: pickups, swaps: swaps)
    #expect(try Table(day, "returns.csv").rows.count == pickups + swaps)
    #expect(try Table(day, "orders.csv").rows.count == orders + swaps)
  }
}
