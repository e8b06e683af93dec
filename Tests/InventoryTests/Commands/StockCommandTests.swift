import Foundation
import Inventory
import Logistics
import Synchronization
import Testing

@Suite struct StockCommandTests {
  /// An inventory that notes what it was told, as a store that lasts would.
  final class Journal: Inventory {
    struct Line: Codable {
      let command: StockCommand
      let instant: Instant
    }

    let stock = InMemoryInventory()
    let lines = Mutex<[String]>([])

    func perform(_ command: StockCommand, at now: Instant) async throws -> StockAnswer {
      let answer = try await stock.perform(command, at: now)
      let line = String(decoding: try JSONEncoder().encode(Line(command: command, instant: now)), as: UTF8.self)
      lines.withLock { $0.append(line) }
      return answer
    }

    func balance(of sku: SKU, at node: ID<Node>, at now: Instant) async throws -> StockBalance {
      _ = try await perform(.passTime, at: now)
      return try await stock.balance(of: sku, at: node, at: now)
    }

    func availableToPromise(
      _ sku: SKU, at node: ID<Node>, for channel: Channel, by date: Instant?, at now: Instant
    ) async throws -> Int {
      _ = try await perform(.passTime, at: now)
      return try await stock.availableToPromise(sku, at: node, for: channel, by: date, at: now)
    }

    func snapshot(
      of skus: [SKU], at nodes: [ID<Node>], for channel: Channel, by date: Instant?, at now: Instant
    ) async throws -> StockSnapshot {
      _ = try await perform(.passTime, at: now)
      return try await stock.snapshot(of: skus, at: nodes, for: channel, by: date, at: now)
    }

    func hold(named id: ID<Hold>, at now: Instant) async throws -> Hold? { try await stock.hold(named: id, at: now) }
    func holds(of owner: ID<HoldOwner>, at now: Instant) async throws -> [Hold] { try await stock.holds(of: owner, at: now) }
    func inbound(named id: ID<Inbound>, at now: Instant) async throws -> Inbound? { try await stock.inbound(named: id, at: now) }
    func openInbounds(at now: Instant) async throws -> [Inbound] { try await stock.openInbounds(at: now) }
    func holds(waitingFor inbound: ID<Inbound>, at now: Instant) async throws -> [Hold] {
      try await stock.holds(waitingFor: inbound, at: now)
    }
    func lots(of sku: SKU, at node: ID<Node>, at now: Instant) async throws -> [LotBalance] {
      try await stock.lots(of: sku, at: node, at: now)
    }
    func allotments(of sku: SKU, at now: Instant) async throws -> [Allotment] { try await stock.allotments(of: sku, at: now) }
    func history(of serial: ID<SerialNumber>, _ sku: SKU) async throws -> SerialHistory? {
      try await stock.history(of: serial, sku)
    }
    func billOfMaterials() async throws -> BillOfMaterials { try await stock.billOfMaterials() }
    func ledger(from sequence: Int, limit: Int) async throws -> [LedgerEntry] {
      try await stock.ledger(from: sequence, limit: limit)
    }
    func audit() async throws -> [AuditDifference] { try await stock.audit() }
  }

  @Test(arguments: 0..<UInt64(5))
  func `commands that were written down and read give the same books again`(seed: UInt64) async throws {
    let journal = Journal()
    var walk = try await ModelWalk(seed: seed, on: journal)
    for step in 0..<200 {
      try await walk.step(step)
      try await walk.compareSome()
    }
    #expect(!walk.failed)
    let again = InMemoryInventory()
    for line in journal.lines.withLock({ $0 }) {
      let read = try JSONDecoder().decode(Journal.Line.self, from: Data(line.utf8))
      _ = try? await again.perform(read.command, at: read.instant)
    }
    let ledger = try await again.ledger(from: 0, limit: .max)
    let first = try await journal.ledger(from: 0, limit: .max)
    #expect(ledger.count == first.count && ledger.count > 100)
    #expect(zip(first, ledger).first { $0 != $1 } == nil)
    #expect(try await again.audit() == [])
    for owner in 0..<4 {
      let id = ID<HoldOwner>("o\(owner)")
      #expect(try await again.holds(of: id, at: walk.now) == (try await journal.holds(of: id, at: walk.now)))
    }
    // Ledger entries, holds and inbounds are written down and read too.
    #expect(try JSONDecoder().decode([LedgerEntry].self, from: JSONEncoder().encode(ledger)) == ledger)
    let inbounds = try await again.openInbounds(at: walk.now)
    #expect(try JSONDecoder().decode([Inbound].self, from: JSONEncoder().encode(inbounds)) == inbounds)
    let holds = try await again.holds(of: "o1", at: walk.now)
    #expect(try JSONDecoder().decode([Hold].self, from: JSONEncoder().encode(holds)) == holds)
  }

  @Test func `a command with a name is obeyed once, one without each time`() async throws {
    let stock = InMemoryInventory()
    let receive = StockCommand.receive(
      [StockUnits("A", at: "n", quantity: 2)], as: .delivery, reference: "d", request: "r")
    for _ in 0..<2 { #expect(try await stock.perform(receive, at: start) == .move(.done)) }
    let ship = StockCommand.ship(nil, of: "h0", request: "r")
    #expect(try await stock.perform(ship, at: start) == .shipment(.refused(.differentRequest)))
    #expect(try await stock.perform(.cancelInbound("x"), at: start) == .inbound(.refused(.unknown)))
    #expect(try await stock.perform(.passTime, at: start) == .none)
    #expect(try await stock.balance(of: "A", at: "n", at: start).onHand == 2)
  }
}
