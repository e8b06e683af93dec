import Foundation
import Inventory
import Logistics
import Testing

/// How many times as long the random tests run; `LASTMILE_FUZZ` asks for more.
let fuzzRounds = ProcessInfo.processInfo.environment["LASTMILE_FUZZ"].flatMap(Int.init) ?? 20

@Suite struct ModelTests {
  @Test(arguments: 0..<UInt64(fuzzRounds))
  func `whatever is done in whatever order, the books say what adding everything up says`(seed: UInt64) async throws {
    var walk = try await ModelWalk(seed: seed)
    for step in 0..<250 {
      try await walk.step(step)
      try await walk.compareSome()
      if step % 50 == 49 { try await walk.compareAll() }
      if walk.failed { return }
    }
    #expect(try await walk.stock.audit().isEmpty)
    // Some of everything was done, and some of it refused.
    #expect(walk.counts.count >= 10, "\(walk.counts)")
  }
}

/// The same random calls to an inventory and to the reference.
struct ModelWalk {
  static let nodes: [ID<Node>] = ["n1", "n2"]
  static let skus: [SKU] = ["A", "B", "milk"]
  static let channels: [Channel] = [.web, .app, .store]
  static let kits: [SKU: [OrderLine]] = [
    "AB": [OrderLine("A", quantity: 2), OrderLine("B", quantity: 1)],
    "Am": [OrderLine("A", quantity: 1), OrderLine("milk", quantity: 1)],
  ]

  let stock: any Inventory
  var model: ReferenceModel
  var random: SeededGenerator
  var now = start
  var lots: [Lot] = []
  /// The holds of which everything has left.
  var wasShipped: Set<Int> = []
  /// How often each kind of call was answered which way.
  var counts: [String: Int] = [:]
  var failed = false

  init(seed: UInt64, on stock: any Inventory = InMemoryInventory()) async throws {
    self.stock = stock
    random = SeededGenerator(seed: seed)
    model = ReferenceModel(lives: ["milk": .minutes(1)], kits: Self.kits, clock: start)
    _ = try await stock.track(StockItem("milk", tracking: .lots(minimumLife: .minutes(1))), at: start)
    for (kit, components) in Self.kits { _ = try await stock.setKit(kit, of: components, at: start) }
    for node in Self.nodes {
      for sku in Self.skus { model.batches[.init(node: node, sku: sku)] = [] }
    }
  }

  mutating func check(_ condition: Bool, _ what: @autoclosure () -> String) {
    guard !condition, !failed else { return }
    failed = true
    Issue.record("\(what())")
  }

  mutating func pick<T>(_ list: [T]) -> T { list.randomElement(using: &random)! }
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  mutating func spot() -> ReferenceModel.Spot { .init(node: pick(Self.nodes), sku: pick(Self.skus)) }

  /// A lot for what is tracked by lots; some are old, some new.
  mutating func lot(_ sku: SKU) -> Lot? {
    guard sku == "milk" else { return nil }
    if lots.isEmpty || number(0...2) == 0 {
      lots.append(Lot(ID("L\(lots.count)"), expires: now + .seconds(number(30...600))))
    }
    return lots[max(0, lots.count - number(1...3))]
  }

  func date(_ ahead: Int) -> Instant? { ahead == 0 ? nil : now + .seconds(ahead * 100) }

  // MARK: Comparing

  mutating func compareSome() async throws {
    try await compare(spot())
    try await compare(pick(Self.skus + Self.kits.keys.sorted()), pick(Self.nodes), pick(Self.channels), date(number(0...4)))
  }

  mutating func compareAll() async throws {
    for node in Self.nodes {
      for sku in Self.skus { try await compare(.init(node: node, sku: sku)) }
      for sku in Self.skus + Self.kits.keys.sorted() {
        for channel in Self.channels {
          for ahead in 0...4 { try await compare(sku, node, channel, date(ahead)) }
        }
      }
    }
    for index in model.keeps.indices { try await compareHold(index) }
  }

  private mutating func compare(_ spot: ReferenceModel.Spot) async throws {
    let found = try await stock.balance(of: spot.sku, at: spot.node, at: now)
    let expected = model.balance(spot)
    check(found == expected, "\(spot): \(found), not \(expected)")
  }

  private mutating func compare(_ sku: SKU, _ node: ID<Node>, _ channel: Channel, _ date: Instant?) async throws {
    let found = try await stock.availableToPromise(sku, at: node, for: channel, by: date, at: now)
    let expected = model.available(sku, node, channel, date)
    check(found == expected, "\(found) of \(sku) at \(node) on \(channel) by \(date as Any), not \(expected)")
    let snapshot = try await stock.snapshot(of: [sku], at: [node], for: channel, by: date, at: now)
    check(snapshot[node: 0, sku: 0] == found, "\(snapshot) shows something else than \(found)")
  }

  mutating func compareHold(_ index: Int) async throws {
    let hold = try await stock.hold(named: ID("h\(index)"), at: now)!
    let keep = model.keeps[index]
    let parts = keep.parts.sorted { $0.key < $1.key }
    check(
      hold.open == parts.map { Allocation($0.key.sku, at: $0.key.node, quantity: $0.value.units) }, "\(hold), not \(keep)")
    let waits = parts.flatMap { spot, part in
      part.waits.map { wait in
        let supply = model.supplies[wait.supply]
        return AwaitedUnits(of: supply.id, Allocation(spot.sku, at: spot.node, quantity: wait.units), due: supply.due)
      }
    }
    check(Set(hold.awaited) == Set(waits) && hold.awaited.count == waits.count, "\(hold) waits, not \(waits)")
    check(hold.channel == keep.channel, "\(hold) is not on \(keep.channel)")
  }

  mutating func compare(_ affected: [AffectedHold], _ lost: [Int: Int]) {
    var units: [Int: Int] = [:]
    for each in affected { units[Int(each.hold.text.dropFirst())!, default: 0] += each.quantity }
    check(units == lost, "told \(units), not \(lost)")
    check(affected.allSatisfy { $0.reason == .lost }, "\(affected)")
  }
}
