public import Logistics
import Synchronization

/// An inventory in memory: whole, safe under concurrency, gone when the process ends.
///
/// One lock around plain values rather than an actor: every step is short and never waits, so an uncontended call costs
/// no hop between threads. Remembers every request and every ledger entry for as long as it lives.
///
/// Complexity: a hold takes time in proportion to its allocations, a snapshot to its cells; nothing depends on how much
/// else is in stock. Where a product is tracked, allotted or inbound, the lots, allotments and open inbounds of it at the node
/// are passed through too, and where units are kept for a channel wherever they lie, the nodes that have it.
public final class InMemoryInventory: Inventory {
  private let state: Mutex<StockState>

  /// An empty inventory.
  public init(policy: SafetyPolicy = SafetyPolicy()) {
    state = Mutex(StockState(policy: policy))
  }

  /// Looks at the books as they stand at a moment.
  private func look<Result: Sendable>(at now: Instant, _ body: (inout StockState) -> sending Result) -> Result {
    state.withLock { state in
      state.pass(to: now)
      return body(&state)
    }
  }

  public func perform(_ command: StockCommand, at now: Instant) async throws -> StockAnswer {
    try state.withLock { state throws(InvalidInput) in try state.perform(command, at: now) }
  }

  public func balance(of sku: SKU, at node: ID<Node>, at now: Instant) async throws -> StockBalance {
    look(at: now) { state in
      let cell = state.cell(sku, node)
      return cell < 0 ? .zero : state.cells[cell].balance
    }
  }

  public func availableToPromise(
    _ sku: SKU, at node: ID<Node>, for channel: Channel, by date: Instant?, at now: Instant
  ) async throws -> Int {
    look(at: now) { $0.available($0.product(sku), $0.place(node), $0.asker(channel, by: date)) }
  }

  public func snapshot(
    of skus: [SKU], at nodes: [ID<Node>], for channel: Channel, by date: Instant?, at now: Instant
  ) async throws -> StockSnapshot {
    look(at: now) { $0.snapshot(of: skus, at: nodes, $0.asker(channel, by: date), at: now) }
  }

  public func hold(named id: ID<Hold>, at now: Instant) async throws -> Hold? {
    look(at: now) { state in state.number(of: id).map { state.holds[$0].hold } }
  }

  public func holds(of owner: ID<HoldOwner>, at now: Instant) async throws -> [Hold] {
    look(at: now) { state in state.liveHolds(of: owner).map { state.holds[$0].hold } }
  }

  public func inbound(named id: ID<Inbound>, at now: Instant) async throws -> Inbound? {
    look(at: now) { $0.inbound(id) }
  }

  public func openInbounds(at now: Instant) async throws -> [Inbound] {
    look(at: now) { $0.openInbounds }
  }

  public func holds(waitingFor inbound: ID<Inbound>, at now: Instant) async throws -> [Hold] {
    look(at: now) { $0.holds(waitingFor: inbound) }
  }

  public func lots(of sku: SKU, at node: ID<Node>, at now: Instant) async throws -> [LotBalance] {
    look(at: now) { $0.lots(of: sku, at: node) }
  }

  public func allotments(of sku: SKU, at now: Instant) async throws -> [Allotment] {
    look(at: now) { $0.allotments(of: sku) }
  }

  public func history(of serial: ID<SerialNumber>, _ sku: SKU) async throws -> SerialHistory? {
    state.withLock { $0.history(of: serial, sku) }
  }

  public func billOfMaterials() async throws -> BillOfMaterials {
    state.withLock { $0.bill }
  }

  public func ledger(from sequence: Int, limit: Int) async throws -> [LedgerEntry] {
    state.withLock { state in
      let first = min(max(0, sequence), state.ledger.count)
      return (first..<state.ledger.count).prefix(max(0, limit)).map { state.entry($0) }
    }
  }

  public func audit() async throws -> [AuditDifference] {
    state.withLock { $0.audit() }
  }
}
