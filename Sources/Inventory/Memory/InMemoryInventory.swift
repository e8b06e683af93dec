public import Logistics
import Synchronization

/// An inventory in memory: whole, safe under concurrency, gone when the process ends.
///
/// One lock around plain values rather than an actor: every step is short and never waits, so an uncontended call costs
/// no hop between threads. Remembers every request and every ledger entry for as long as it lives.
///
/// Complexity: a hold takes time in proportion to its allocations, a snapshot to its cells; nothing depends on how much
/// else is in stock.
public final class InMemoryInventory: Inventory {
  private let state: Mutex<StockState>

  /// An empty inventory.
  public init(policy: SafetyPolicy = SafetyPolicy()) {
    state = Mutex(StockState(policy: policy))
  }

  /// Runs one step at a moment, after the holds that are void by then were ended.
  private func step<Result: Sendable>(
    at now: Instant, _ body: (inout StockState) throws(InvalidInput) -> sending Result
  ) throws(InvalidInput) -> Result {
    try state.withLock { state throws(InvalidInput) in
      state.expire(at: now)
      return try body(&state)
    }
  }

  public func balance(of sku: SKU, at node: ID<Node>, at now: Instant) async throws -> StockBalance {
    try step(at: now) { $0.balance(of: sku, at: node) }
  }

  public func availableToPromise(
    _ sku: SKU, at node: ID<Node>, for channel: Channel, at now: Instant
  ) async throws -> Int {
    try step(at: now) { $0.balance(of: sku, at: node).available(on: channel, under: $0.policy) }
  }

  public func snapshot(
    of skus: [SKU], at nodes: [ID<Node>], for channel: Channel, at now: Instant
  ) async throws -> StockSnapshot {
    try step(at: now) { $0.snapshot(of: skus, at: nodes, for: channel, at: now) }
  }

  public func hold(_ request: HoldRequest, against snapshot: StockSnapshot?, at now: Instant) async throws -> HoldOutcome {
    try step(at: now) { state throws(InvalidInput) in try state.hold(request, against: snapshot, at: now) }
  }

  public func hold(named id: ID<Hold>, at now: Instant) async throws -> Hold? {
    try step(at: now) { state in state.holdNumbers[id].map { state.holds[$0] } }
  }

  public func confirm(_ id: ID<Hold>, for order: ID<StockReference>, at now: Instant) async throws -> HoldChange {
    try step(at: now) { $0.confirm(id, for: order, at: now) }
  }

  public func release(_ id: ID<Hold>, at now: Instant) async throws -> HoldChange {
    try step(at: now) { $0.release(id, at: now) }
  }

  public func extend(_ id: ID<Hold>, until: Instant, at now: Instant) async throws -> HoldChange {
    try step(at: now) { state throws(InvalidInput) in try state.extend(id, until: until, at: now) }
  }

  public func ship(
    _ allocations: [Allocation]?, of id: ID<Hold>, requestID: ID<StockRequest>, at now: Instant
  ) async throws -> HoldChange {
    try step(at: now) { state throws(InvalidInput) in
      try state.ship(allocations, of: id, requestID: requestID, at: now)
    }
  }

  public func receive(
    _ allocations: [Allocation], as arrival: Arrival, reference: ID<StockReference>, requestID: ID<StockRequest>,
    at now: Instant
  ) async throws -> MoveOutcome {
    try step(at: now) { state throws(InvalidInput) in
      try state.receive(allocations, as: arrival, reference: reference, requestID: requestID, at: now)
    }
  }

  public func adjust(
    _ sku: SKU, at node: ID<Node>, _ adjustment: Adjustment, reference: ID<StockReference>, requestID: ID<StockRequest>,
    at now: Instant
  ) async throws -> MoveOutcome {
    try step(at: now) { state throws(InvalidInput) in
      try state.adjust(sku, at: node, adjustment, reference: reference, requestID: requestID, at: now)
    }
  }

  public func setSafetyStock(_ quantity: Int, of sku: SKU, at node: ID<Node>, at now: Instant) async throws {
    try step(at: now) { state throws(InvalidInput) in try state.setSafetyStock(quantity, of: sku, at: node, at: now) }
  }

  public func ledger(from sequence: Int, limit: Int) async throws -> [LedgerEntry] {
    state.withLock { state in
      let first = min(max(0, sequence), state.ledger.count)
      return Array(state.ledger[first...].prefix(max(0, limit)))
    }
  }

  public func audit() async throws -> [AuditDifference] {
    state.withLock { $0.audit() }
  }
}
