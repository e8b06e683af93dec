import Inventory
import Logistics
import Testing

@testable import struct Inventory.StockState

@Suite struct ConcurrencyTests {
  /// Calls of each of the eight tasks: 100,000 with `LASTMILE_FUZZ=500`.
  private static let steps = fuzzRounds * 200

  @Test(.timeLimit(.minutes(30)), arguments: [UInt64(1), 2])
  func `eight tasks at once never oversell and lose no hold, and the books add up at every moment`(seed: UInt64) async throws {
    let stock = try await Shopper.opening()
    let shoppers = try await withThrowingTaskGroup(of: Shopper.self) { group in
      for task in 0..<8 {
        group.addTask {
          var shopper = Shopper(stock: stock, task: task, seed: seed)
          // Two are cancelled on their way: whatever they had begun is whole.
          if task >= 6 {
            let work = Task {
              try await shopper.shop(steps: Self.steps)
              return shopper
            }
            try await Task.sleep(for: .milliseconds(10 * task))
            work.cancel()
            return try await work.value
          }
          try await shopper.shop(steps: Self.steps)
          return shopper
        }
      }
      return try await group.reduce(into: [Shopper]()) { $0.append($1) }
    }
    #expect(try await stock.audit() == [])
    let ledger = try await stock.ledger(from: 0, limit: .max)
    checkPromises(ledger)

    for shopper in shoppers {
      for (id, last) in shopper.holds {
        let hold = try #require(try await stock.hold(named: id, at: start))
        #expect(hold.state == last.state || last.state == .held && hold.state == .expired, "\(hold), last \(last)")
        #expect(hold.allocations == last.allocations && hold.owner == last.owner && hold.channel == last.channel)
        if hold.state == last.state { #expect(hold.open == last.open) }
      }
    }
    // What the tasks were told has moved is what the ledger says.
    func moved(_ kinds: Set<LedgerEntry.Kind>) -> Int {
      ledger.reduce(0) { kinds.contains($1.kind) ? $0 + $1.change.onHand + $1.change.damaged : $0 }
    }
    #expect(moved([.shipped]) == -shoppers.reduce(0) { $0 + $1.shipped })
    #expect(moved([.delivery, .received, .recount]) == shoppers.reduce(Shopper.openingUnits) { $0 + $1.received })
    #expect(moved(Set(LedgerEntry.Kind.allCases)) == (try await total(stock)))
    let states = shoppers.flatMap(\.holds.values).map(\.state)
    #expect(states.contains(.released) && states.contains(.held) && shoppers.contains { $0.shipped > 0 })
    #expect(shoppers.contains { $0.affected > 0 })
  }

  /// No promise is made that is not covered when it is made, and no count is ever below zero.
  private func checkPromises(_ ledger: [LedgerEntry]) {
    var balances: [[String]: StockBalance] = [:]
    for (index, entry) in ledger.enumerated() {
      let key = [entry.node?.text ?? "", entry.sku.text]
      let balance = balances[key, default: .zero] + entry.change
      balances[key] = balance
      var sound = entry.sequence == index
      for count in [
        balance.onHand, balance.held, balance.committed, balance.damaged, balance.inbound, balance.inTransit, balance.awaited,
        balance.allotted,
      ] where count < 0 { sound = false }
      switch entry.kind {
      case .held: sound = sound && (entry.change.held == 0 || balance.shortfall == 0)
      case .dispatched: sound = sound && (entry.change.onHand == 0 || balance.shortfall == 0)
      default: break
      }
      if entry.kind == .held { sound = sound && balance.awaited <= balance.inbound + balance.inTransit }
      guard sound else {
        Issue.record("\(entry) leaves \(balance)")
        return
      }
    }
  }

  private func total(_ stock: InMemoryInventory) async throws -> Int {
    var total = 0
    for node in Shopper.nodes {
      for sku in Shopper.skus {
        let balance = try await stock.balance(of: sku, at: node, at: start)
        total += balance.onHand + balance.damaged
      }
    }
    return total
  }

  @Test func `the audit finds what was changed behind the ledger's back`() throws {
    var state = StockState(policy: SafetyPolicy())
    _ = try state.receive([StockUnits("A", at: "n", quantity: 3)], as: .delivery, reference: "d", at: start)
    #expect(state.audit().isEmpty)
    state.cells[0].balance.onHand = 2
    #expect(state.audit().map(\.source) == [.ledger])
    state.cells[0].balance = StockBalance(onHand: 3, held: 1)
    #expect(state.audit().map(\.source) == [.ledger, .holds])
    state.cells[0].balance = StockBalance(onHand: 3)

    _ = try state.allot(2, of: "A", at: "n", for: .app, reference: "a", at: start)
    state.extras[0].allotments[0].remaining = 1
    #expect(state.audit().map(\.source) == [.parts, .ledger])
    #expect(state.audit().map(\.part) == [nil, .channel(.app)])
    state.extras[0].allotments[0].remaining = 2

    _ = try state.track(StockItem("milk", tracking: .lots(minimumLife: .zero)))
    let lot = Lot("L", expires: nil)
    _ = try state.receive([StockUnits("milk", at: "n", quantity: 3, lot: lot)], as: .delivery, reference: "d", at: start)
    state.extras[1].shelf.change(lot, onHand: -1, damaged: 1)
    #expect(state.audit().map(\.part) == [nil, .lot("L")])
  }
}
