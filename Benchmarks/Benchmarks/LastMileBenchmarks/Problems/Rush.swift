import Inventory
import Logistics

/// Many customers at the same stock of 50 nodes with 200 products each, some of them inbound, kits, lots or kept for a channel.
struct Rush: Sendable {
  let inventory = InMemoryInventory()
  let nodes = (0..<50).map { ID<Node>("node-\($0)") }
  let skus = (0..<200).map { SKU("sku-\($0)") }
  let now = Instant("2026-11-23T12:00:00-03:00")!

  init() async throws {
    let milk = Lot("lot", expires: now + .hours(24 * 9))
    for sku in skus.prefix(10) { _ = try await inventory.track(StockItem(sku, tracking: .lots(minimumLife: .zero)), at: now) }
    let units = nodes.flatMap { node in
      skus.enumerated().map { StockUnits($1, at: node, quantity: 100_000, lot: $0 < 10 ? milk : nil) }
    }
    _ = try await inventory.receive(units: units, as: .delivery, reference: "first", requestID: "first", at: now)
    _ = try await inventory.setKit("kit", of: [OrderLine(skus[50], quantity: 2), OrderLine(skus[51], quantity: 1)], at: now)
    for (index, node) in nodes.enumerated() {
      _ = try await inventory.expect(
        ID("po-\(index)"), skus[20..<40].map { Allocation($0, at: node, quantity: 1_000_000) }, due: now + .hours(24 * 7), at: now
      )
      for sku in skus[40..<50] {
        _ = try await inventory.allot(50_000, of: sku, at: node, for: .app, requestID: ID("\(node) \(sku)"), at: now)
      }
    }
  }

  /// Runs mixed operations on many tasks; how many came through.
  func run(tasks: Int, operations: Int) async throws -> Int {
    try await withThrowingTaskGroup(of: Int.self) { group in
      for task in 0..<tasks {
        group.addTask { try await shop(task, operations) }
      }
      return try await group.reduce(0, +)
    }
  }

  /// Of ten operations four are holds, of two lines each; carts are looked at, extended, confirmed, shipped and given up.
  private func shop(_ task: Int, _ operations: Int) async throws -> Int {
    var state = UInt64(task) &* 0x9E37_79B9_7F4A_7C15
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let owner = ID<HoldOwner>("cart-\(task)")
    var carts: [ID<Hold>] = []
    var orders: [ID<Hold>] = []
    for step in 0..<operations {
      // A second for every hundred operations: holds run out on the way.
      let now = now + .seconds(step / 100)
      switch step % 10 {
      case 0, 2, 4, 6:
        let node = nodes[random(nodes.count)]
        let first = random(50) == 0 ? "kit" : skus[random(skus.count)]
        let lines = [Allocation(first, at: node, quantity: 1), Allocation(skus[random(skus.count)], at: node, quantity: 2)]
        let request = HoldRequest(
          id: ID("\(task)-\(step)"), lines, for: owner, on: random(4) == 0 ? .app : .web, until: now + .minutes(5),
          waitingUntil: random(10) == 0 ? now + .hours(24 * 8) : nil)
        if case .held(let hold) = try await inventory.hold(request, against: nil, at: now) { carts.append(hold.id) }
      case 1, 5:
        if let cart = carts.popLast(), case .done = try await inventory.confirm(cart, for: ID(cart.text), at: now) {
          orders.append(cart)
        }
      case 3:
        if let order = orders.popLast() {
          _ = try await inventory.ship(nil, of: order, requestID: ID("s\(task)-\(step)"), at: now)
        }
      case 7:
        if let cart = carts.popLast() { _ = try await inventory.release(cart, at: now) }
      case 8:
        _ = try await inventory.snapshot(
          of: [skus[random(200)], skus[random(200)]], at: Array(nodes.prefix(5)), for: .web, at: now)
      default:
        if let cart = carts.last { _ = try await inventory.extend(cart, until: now + .minutes(6), at: now) }
      }
    }
    return operations
  }
}
