public import Logistics

/// What is where, and for whom it is kept.
///
/// There is no hidden clock: whatever depends on time takes `now`. An inventory never goes back: a hold that was void at
/// the latest `now` it was told stays void. All methods may be called from many tasks at once, and each is one step: it
/// happens whole or not at all.
///
/// An error that is not `InvalidInput` comes from the store behind it (``InMemoryInventory`` has none).
///
/// ```swift
/// let inventory: any Inventory = InMemoryInventory()
/// _ = try await inventory.receive([Allocation("shoe", at: "store-7", quantity: 3)], as: .delivery, reference: "note-1",
///   requestID: "r-1", at: now)
/// let request = HoldRequest(id: "r-2", [Allocation("shoe", at: "store-7", quantity: 2)], for: "cart-9", on: .web,
///   until: now + .minutes(15))
/// if case .held(let hold) = try await inventory.hold(request, against: nil, at: now) {
///   _ = try await inventory.confirm(hold.id, for: "order-1", at: now)
/// }
/// ```
public protocol Inventory: Sendable {
  /// The balance of a product at a node; zero for what was never there. Holds void at `now` no longer count.
  func balance(of sku: SKU, at node: ID<Node>, at now: Instant) async throws -> StockBalance

  /// Units of a product at a node that may be promised on a channel.
  func availableToPromise(_ sku: SKU, at node: ID<Node>, for channel: Channel, at now: Instant) async throws -> Int

  /// What may be promised of many products at many nodes on a channel, all at one moment.
  func snapshot(of skus: [SKU], at nodes: [ID<Node>], for channel: Channel, at now: Instant) async throws -> StockSnapshot

  /// Keeps all units of a request, or none. The same request again is answered as the first time, whatever has become of
  /// the hold since.
  ///
  /// - Parameter snapshot: what the request was planned on, if anything: it makes ``HoldOutcome/moved(_:)`` tell stock that
  ///   has moved from stock that never was there.
  /// - Throws: `InvalidInput` if there is no allocation, a quantity is not 1 to 10¹², or `until` is not after `now`.
  func hold(_ request: HoldRequest, against snapshot: StockSnapshot?, at now: Instant) async throws -> HoldOutcome

  /// A hold by its name, as it stands at `now`.
  func hold(named id: ID<Hold>, at now: Instant) async throws -> Hold?

  /// Gives a live hold to an order: its units no longer expire. Again for the same order changes nothing.
  func confirm(_ id: ID<Hold>, for order: ID<StockReference>, at now: Instant) async throws -> HoldChange

  /// Gives up a hold, or what has not left yet of a confirmed one. Again, or after it expired, changes nothing.
  func release(_ id: ID<Hold>, at now: Instant) async throws -> HoldChange

  /// Moves the end of a live hold.
  ///
  /// - Throws: `InvalidInput` if `until` is not after `now`.
  func extend(_ id: ID<Hold>, until: Instant, at now: Instant) async throws -> HoldChange

  /// Takes units of a confirmed hold out of the node: everything that is left of it, or the allocations given.
  ///
  /// - Throws: `InvalidInput` if the allocations given are none or a quantity is not 1 to 10¹².
  func ship(
    _ allocations: [Allocation]?, of id: ID<Hold>, requestID: ID<StockRequest>, at now: Instant
  ) async throws -> HoldChange

  /// Brings units in. The same request again is answered as the first time.
  ///
  /// - Throws: `InvalidInput` if there is no allocation or a quantity is not 1 to 10¹².
  func receive(
    _ allocations: [Allocation], as arrival: Arrival, reference: ID<StockReference>, requestID: ID<StockRequest>,
    at now: Instant
  ) async throws -> MoveOutcome

  /// Corrects a count. It may fall below what is promised (``StockBalance/shortfall``), never below zero.
  /// The same request again is answered as the first time.
  ///
  /// - Throws: `InvalidInput` if a recount is zero or beyond ±10¹², or another quantity is not 1 to 10¹².
  func adjust(
    _ sku: SKU, at node: ID<Node>, _ adjustment: Adjustment, reference: ID<StockReference>, requestID: ID<StockRequest>,
    at now: Instant
  ) async throws -> MoveOutcome

  /// Sets how many units of a product a node keeps back for itself.
  ///
  /// - Throws: `InvalidInput` if the quantity is not 0 to 10¹².
  func setSafetyStock(_ quantity: Int, of sku: SKU, at node: ID<Node>, at now: Instant) async throws

  /// The entries from a sequence number on, oldest first, at most so many.
  func ledger(from sequence: Int, limit: Int) async throws -> [LedgerEntry]

  /// Adds up the ledger and the open holds and compares: what differs, in the order of node and product; nothing, unless
  /// the store is broken. Takes time in proportion to the whole ledger.
  func audit() async throws -> [AuditDifference]
}
