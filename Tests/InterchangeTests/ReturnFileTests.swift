import Foundation
import Interchange
import LastMile
import Logistics
import Testing

/// `returns.csv` with its columns for swaps, and what can be wrong with them.
@Suite struct ReturnFileTests {
  private static let santiago = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "datasets/santiago")

  /// Reads the scenario with other returns.
  private func read(_ returns: String) throws -> Result<[ReturnRequest], InvalidInput> {
    let folder = FileManager.default.temporaryDirectory.appending(path: "returns-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: Self.santiago, to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(returns.utf8).write(to: folder.appending(path: "returns.csv"))
    do throws(InvalidInput) {
      return .success(try Scenario(contentsOf: folder).returns)
    } catch {
      return .failure(error)
    }
  }

  private func table(_ rows: [String], columns: String = ",customer,replacement") -> String {
    (["return,order,delivered,requested,latitude,longitude,sku,quantity,reason" + columns] + rows).joined(separator: "\n") + "\n"
  }

  /// A row of a return; the place is latitude and longitude.
  private func row(
    _ id: String, order: String = "h-1", at place: String, customer: String = "", replacement: String
  ) -> String {
    "\(id),\(order),2026-12-02,2026-12-08T09:05:11-03:00,\(place),rop-121,1,faulty,\(customer),\(replacement)"
  }

  /// Two orders of the scenario that are brought to different doors and customers, and one that is fetched.
  private func samples() throws -> (first: Order, second: Order, fetched: Order) {
    let orders = try Scenario(contentsOf: Self.santiago).orders
    func isDelivered(_ order: Order) -> Bool { if case .delivery = order.fulfilment { true } else { false } }
    let first = try #require(orders.first(where: isDelivered))
    let second = try #require(orders.first { isDelivered($0) && $0.customer != first.customer })
    return (first, second, try #require(orders.first { !isDelivered($0) }))
  }

  private func place(_ order: Order) -> String {
    guard case .delivery(let address, _) = order.fulfilment else { return "" }
    return "\(address.latitude),\(address.longitude)"
  }

  @Test func `replacement and customer are read, and may be empty or left out`() throws {
    let (first, second, _) = try samples()
    let rows = [
      row("r-1", at: place(first), customer: first.customer.text, replacement: first.id.text),
      row("r-2", at: place(first), replacement: first.id.text), row("r-3", order: "h-3", at: place(second), replacement: ""),
    ]
    let returns = try read(table(rows)).get()
    #expect(returns.map(\.replacement) == [first.id, first.id, nil])
    #expect(returns.map(\.customer) == [first.customer, nil, nil])
    let without = try read(table([String(rows[2].dropLast(2))], columns: "")).get()
    #expect(without.map(\.replacement) == [nil])
  }

  @Test func `all that is wrong with replacements is said at once, each with its return and what was found`() throws {
    let (first, second, fetched) = try samples()
    let rows = [
      row("r-1", at: place(first), replacement: "o-99999x"),
      row("r-2", order: "h-2", at: place(first), replacement: first.id.text),
      row("r-3", order: "h-3", at: place(first), replacement: first.id.text),
      row("r-4", order: "h-4", at: place(first), replacement: second.id.text),
      row("r-5", order: "h-5", at: place(second), customer: "somebody", replacement: second.id.text),
      row("r-6", order: "h-6", at: place(first), replacement: fetched.id.text),
      row("r-7", order: first.id.text, at: place(first), customer: "somebody", replacement: ""),
    ]
    guard case .failure(let error) = try read(table(rows)) else {
      Issue.record("it was read")
      return
    }
    let faults = error.faults.map { ($0.place, $0.found) }
    func has(_ place: String, _ found: String) -> Bool { faults.contains { $0.0 == place && $0.1.contains(found) } }
    #expect(has("return r-1, replacement", "order o-99999x"))
    #expect(has("return r-3, replacement", "order \(first.id), which replaces goods of order h-2 in return r-2"))
    #expect(has("return r-4, replacement", "order \(second.id) to "))
    #expect(has("return r-5, replacement", "order \(second.id), which replaces goods of order h-4 in return r-4"))
    #expect(has("return r-5, replacement", "order \(second.id) of \(second.customer)"))
    #expect(has("return r-6, replacement", "order \(fetched.id), fetched at "))
    #expect(has("return r-7, customer", "somebody"))
    #expect(faults.count == 7)
    #expect(!faults.contains { $0.0.contains("r-2") }, "the first to name an order is not to blame")
  }

  @Test func `an order is not its own replacement`() throws {
    let (first, _, _) = try samples()
    let rows = [row("r-1", order: first.id.text, at: place(first), replacement: first.id.text)]
    guard case .failure(let error) = try read(table(rows)) else {
      Issue.record("it was read")
      return
    }
    #expect(error.faults.map(\.place) == ["return r-1, replacement"])
    #expect(error.faults[0].expected == "another order")
  }

  @Test func `a slip of the pen in the name of the column is a fault`() throws {
    guard case .failure(let error) = try read(table([], columns: ",replacment")) else {
      Issue.record("it was read")
      return
    }
    #expect(error.faults.contains { $0.found.contains("replacment") })
  }
}
