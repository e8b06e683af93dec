import Foundation
import LastMile
import Logistics
import Promising
import Returns

extension Scenario {
  /// What a products file says: the products, and what each needs of its vehicle.
  struct Products {
    var list: [(sku: SKU, name: String, weight: Weight, volume: Volume, price: Int)] = []
    var skills: [SKU: Set<Skill>] = [:]
  }

  static func products(_ folder: URL) throws(InvalidInput) -> Products {
    let table = try table(folder, "products.csv", ["sku", "name", "weight_g", "volume_cm3", "price", "skill"])
    var products = Products()
    var seen: [SKU: Int] = [:]
    for row in table.rows {
      let sku: SKU? = row.id("sku")
      let weight = row.integer("weight_g", 0...1_000_000_000)
      let volume = row.integer("volume_cm3", 0...1_000_000_000)
      let price = row.integer("price", 0...1_000_000_000)
      guard let sku, let weight, let volume, let price else { continue }
      if let first = seen.updateValue(row.line, forKey: sku) {
        row.fault("sku", "a name given once, not as in line \(first)")
      }
      products.list.append((sku, row.text("name"), Weight(weight), Volume(volume), price))
      if !row.text("skill").isEmpty { products.skills[sku] = Set(row.text("skill").split(separator: " ").map { ID(String($0)) }) }
    }
    try table.log.faults.throwIfAny(table.name)
    return products
  }

  static func stock(_ folder: URL) throws(InvalidInput) -> [Stock] {
    let table = try table(folder, "stock.csv", ["node", "sku", "on_hand", "safety"])
    var stock: [Stock] = []
    for row in table.rows {
      let node: ID<Node>? = row.id("node")
      let sku: SKU? = row.id("sku")
      let onHand = row.integer("on_hand", 0...1_000_000_000)
      let safety = row.integer("safety", 0...1_000_000_000)
      guard let node, let sku, let onHand, let safety else { continue }
      stock.append(Stock(node: node, sku: sku, onHand: onHand, safety: safety))
    }
    try table.log.faults.throwIfAny(table.name)
    return stock
  }

  static func orders(_ folder: URL) throws(InvalidInput) -> [Order] {
    let lines = try orderLines(folder)
    let table = try table(
      folder, "orders.csv",
      [
        "order", "placed", "channel", "customer", "fulfilment", "pickup_node", "latitude", "longitude", "window", "ship_complete",
      ], optional: ["substitutes"])
    var orders: [Order] = []
    var seen: [ID<Order>: Int] = [:]
    for row in table.rows {
      let id: ID<Order>? = row.id("order")
      let placed = row.parsed("placed", "a moment like 2026-12-07T13:05:00-03:00", Instant.init)
      let channel = row.parsed("channel", "one of \(Self.names(Channel.self))", Channel.init)
      let customer: ID<Customer>? = row.id("customer")
      let complete = row.integer("ship_complete", 0...1)
      let substitutes = row.has("substitutes") ? row.integer("substitutes", 0...1) : 0
      let fulfilment = fulfilment(row)
      guard let id, let placed, let channel, let customer, let complete, let substitutes, let fulfilment else { continue }
      if let first = seen.updateValue(row.line, forKey: id) { row.fault("order", "a name given once, not as in line \(first)") }
      guard let own = lines[id] else {
        row.fault("order", "an order with at least one line in order_lines.csv")
        continue
      }
      orders.append(
        Order(
          id: id, placedAt: placed, channel: channel, customer: customer, lines: own, fulfilment: fulfilment,
          shipsComplete: complete == 1, allowsSubstitutes: substitutes == 1))
    }
    for id in lines.keys.sorted() where seen[id] == nil {
      table.log.add(at: "file", found: "no order \(id), though order_lines.csv names it", expected: "every order with lines")
    }
    try table.log.faults.throwIfAny(table.name)
    return orders
  }

  private static func fulfilment(_ row: CSVRow) -> Fulfilment? {
    switch row.text("fulfilment") {
    case "delivery":
      guard let address = row.coordinate() else { return nil }
      guard !row.text("window").isEmpty else { return .delivery(to: address, between: nil) }
      return row.parsed("window", "hours like 09:00-13:00, or nothing", OpeningHours.init).map {
        .delivery(to: address, between: $0)
      }
    case "pickup":
      return row.id("pickup_node").map { .pickup(at: $0) }
    default:
      row.fault("fulfilment", "delivery or pickup")
      return nil
    }
  }

  private static func orderLines(_ folder: URL) throws(InvalidInput) -> [ID<Order>: [OrderLine]] {
    let table = try table(folder, "order_lines.csv", ["order", "sku", "quantity"])
    var lines: [ID<Order>: [OrderLine]] = [:]
    for row in table.rows {
      let order: ID<Order>? = row.id("order")
      let sku: SKU? = row.id("sku")
      let quantity = row.integer("quantity", 1...1_000_000)
      guard let order, let sku, let quantity else { continue }
      lines[order, default: []].append(OrderLine(sku, quantity: quantity))
    }
    try table.log.faults.throwIfAny(table.name)
    return lines
  }

  static func returns(_ folder: URL) throws(InvalidInput) -> [ReturnRequest] {
    let table = try table(
      folder, "returns.csv",
      ["return", "order", "delivered", "requested", "latitude", "longitude", "sku", "quantity", "reason"],
      optional: ["customer", "replacement"])
    var returns: [ReturnRequest] = []
    for row in table.rows {
      let id: ID<ReturnRequest>? = row.id("return")
      let order: ID<Order>? = row.id("order")
      let delivered = row.parsed("delivered", "a date like 2026-12-01", LocalDate.init)
      let requested = row.parsed("requested", "a moment like 2026-12-07T13:05:00-03:00", Instant.init)
      let address = row.coordinate()
      let sku: SKU? = row.id("sku")
      let quantity = row.integer("quantity", 1...1_000_000)
      let reason = row.parsed("reason", "one of \(names(ReturnReason.self))", ReturnReason.init)
      guard let id, let order, let delivered, let requested, let address, let sku, let quantity, let reason else { continue }
      returns.append(
        ReturnRequest(
          id: id, order: order, customer: row.name("customer"), deliveredOn: delivered, requestedAt: requested, address: address,
          line: OrderLine(sku, quantity: quantity), reason: reason, replacement: row.name("replacement")))
    }
    try table.log.faults.throwIfAny(table.name)
    return returns
  }

  /// The words of an enumeration, for a message.
  static func names<Word: CaseIterable & RawRepresentable<String>>(_ type: Word.Type) -> String {
    type.allCases.map(\.rawValue).joined(separator: ", ")
  }
}
