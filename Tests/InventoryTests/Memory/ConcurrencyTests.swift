import Inventory
import Logistics
import Testing

@testable import struct Inventory.StockState

@Suite struct ConcurrencyTests {
  static let nodes: [ID<Node>] = ["n1", "n2", "n3"]
  static let skus: [SKU] = ["A", "B"]

  /// Everything one task did that must be found again afterwards.
  struct Diary: Sendable {
    var received: [Allocation] = []
    /// The last answer about each hold.
    var holds: [ID<Hold>: Hold] = [:]
    var shipped = 0
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `eight tasks at once never oversell and lose no hold, and the ledger adds up`(seed: UInt64) async throws {
    let stock = try await inventory(Self.nodes.flatMap { node in Self.skus.map { ($0, node, 20) } })
    let diaries = try await withThrowingTaskGroup(of: Diary.self) { group in
      for task in 0..<8 {
        group.addTask { try await Self.work(on: stock, task: task, seed: seed) }
      }
      return try await group.reduce(into: [Diary]()) { $0.append($1) }
    }
    #expect(try await stock.audit().isEmpty)

    // Replay the ledger on its own: no prefix of it has promised more than there is.
    let ledger = try await stock.ledger(from: 0, limit: .max)
    var balances: [[String]: StockBalance] = [:]
    for (index, entry) in ledger.enumerated() {
      #expect(entry.sequence == index)
      let key = [entry.node?.text ?? "", entry.sku.text]
      let balance = balances[key, default: .zero] + entry.change
      #expect(balance.held >= 0 && balance.committed >= 0 && balance.held + balance.committed <= balance.onHand)
      balances[key] = balance
    }
    let end = start + .minutes(100)
    for diary in diaries {
      for (id, last) in diary.holds {
        let now = try #require(try await stock.hold(named: id, at: start))
        #expect(now.allocations == last.allocations)
        #expect(now == last || last.state == .held && now.state == .expired)
      }
    }
    // In the end everything is there that came in and did not leave.
    let received = diaries.flatMap(\.received).reduce(120) { $0 + $1.quantity }
    var onHand = 0
    var promised = 0
    for node in Self.nodes {
      for sku in Self.skus {
        let balance = try await stock.balance(of: sku, at: node, at: end)
        onHand += balance.onHand
        promised += balance.held + balance.committed
      }
    }
    #expect(onHand == received - diaries.reduce(0) { $0 + $1.shipped })
    let confirmed = diaries.flatMap(\.holds.values).filter { if case .confirmed = $0.state { true } else { false } }
    #expect(promised == confirmed.flatMap(\.open).reduce(0) { $0 + $1.quantity })
    #expect(diaries.contains { $0.holds.values.contains { $0.state == .released } } && diaries.contains { $0.shipped > 0 })
  }

  static func work(on stock: InMemoryInventory, task: Int, seed: UInt64) async throws -> Diary {
    var random = SeededGenerator(seed: seed &* 97 &+ UInt64(task))
    var diary = Diary()
    var mine: [ID<Hold>] = []
    func note(_ change: HoldChange) {
      if case .done(let hold) = change { diary.holds[hold.id] = hold }
    }
    for step in 0..<250 {
      let now = start + .seconds(step)
      let id = ID<StockRequest>("\(task)-\(step)")
      let picks = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        Allocation(
          skus.randomElement(using: &random)!, at: nodes.randomElement(using: &random)!,
          quantity: Int.random(in: 1...4, using: &random))
      }
      let chosen = mine.randomElement(using: &random)
      switch (Int.random(in: 0..<10, using: &random), chosen) {
      case (0..<5, _):
        let until = now + .seconds(Int.random(in: 1...120, using: &random))
        let request = HoldRequest(id: id, picks, for: ID("cart-\(task)"), on: .web, until: until)
        if let hold = try await stock.hold(request, against: nil, at: now).hold {
          diary.holds[hold.id] = hold
          mine.append(hold.id)
        }
      case (5, _):
        if try await stock.receive(picks, as: .delivery, reference: "d", requestID: id, at: now) == .done {
          diary.received += picks
        }
      case (6, let hold?): note(try await stock.confirm(hold, for: ID("o-\(hold)"), at: now))
      case (7, let hold?): note(try await stock.release(hold, at: now))
      case (8, let hold?): note(try await stock.extend(hold, until: now + .seconds(60), at: now))
      case (9, let hold?):
        let before = try await stock.hold(named: hold, at: now)?.open ?? []
        if let after = try await stock.ship(nil, of: hold, requestID: id, at: now).shipment?.hold {
          diary.holds[hold] = after
          diary.shipped += before.reduce(0) { $0 + $1.quantity }
        }
      default: break
      }
    }
    return diary
  }

  @Test func `the audit finds a balance that was changed behind the ledger's back`() throws {
    var state = StockState(policy: SafetyPolicy())
    _ = try state.receive([StockUnits("A", at: "n", quantity: 3)], as: .delivery, reference: "d", at: start)
    #expect(state.audit().isEmpty)
    state.cells[0].balance.onHand = 2
    #expect(state.audit().map(\.source) == [.ledger])
    state.cells[0].balance = StockBalance(onHand: 3, held: 1)
    #expect(state.audit().map(\.source) == [.ledger, .holds])
  }
}
