public import Logistics

/// What is where, what is to come, and for whom it is kept.
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
///
/// A store behind it has one way in, ``perform(_:at:)``; the methods that callers use (`hold`, `confirm`, `ship`, `receive`,
/// `expect` and so on) each make one command.
public protocol Inventory: Sendable {
  /// Obeys a command, or says why not. A command that bears a request's name is obeyed once: again, it is answered as the
  /// first time, whatever has become of it since.
  ///
  /// - Throws: `InvalidInput` with everything that is wrong with the command. Nothing has changed then.
  func perform(_ command: StockCommand, at now: Instant) async throws -> StockAnswer

  /// The balance of a product at a node; zero for what was never there, and for a kit. Holds void at `now` no longer count.
  func balance(of sku: SKU, at node: ID<Node>, at now: Instant) async throws -> StockBalance

  /// Units of a product or kit at a node that may be promised on a channel.
  ///
  /// - Parameter date: the moment until which the order can wait: units due by then that nobody waits for count too, lots
  ///   past their sell-by then do not. `nil` for what may leave now.
  /// - Returns: As many as a hold that waits until that date would get.
  func availableToPromise(
    _ sku: SKU, at node: ID<Node>, for channel: Channel, by date: Instant?, at now: Instant
  ) async throws -> Int

  /// What may be promised of many products at many nodes on a channel by a date, all at one moment.
  func snapshot(
    of skus: [SKU], at nodes: [ID<Node>], for channel: Channel, by date: Instant?, at now: Instant
  ) async throws -> StockSnapshot

  /// A hold by its name, as it stands at `now`.
  func hold(named id: ID<Hold>, at now: Instant) async throws -> Hold?

  /// The holds of an owner that still run, oldest first: the cart that follows a customer. Confirmed ones are orders by then.
  func holds(of owner: ID<HoldOwner>, at now: Instant) async throws -> [Hold]

  /// An inbound by its name.
  func inbound(named id: ID<Inbound>, at now: Instant) async throws -> Inbound?

  /// The inbounds of which units are still to come, by date. Those due before `now` are late.
  func openInbounds(at now: Instant) async throws -> [Inbound]

  /// The holds and orders that wait for an inbound, oldest first.
  func holds(waitingFor inbound: ID<Inbound>, at now: Instant) async throws -> [Hold]

  /// The lots of a product at a node, first to expire first.
  func lots(of sku: SKU, at node: ID<Node>, at now: Instant) async throws -> [LotBalance]

  /// What is kept of a product for single channels, wherever it lies first, then by node.
  func allotments(of sku: SKU, at now: Instant) async throws -> [Allotment]

  /// What the books know of one unit, or `nil` if it was never there.
  func history(of serial: ID<SerialNumber>, _ sku: SKU) async throws -> SerialHistory?

  /// Which products are kits, and of what.
  func billOfMaterials() async throws -> BillOfMaterials

  /// The entries from a sequence number on, oldest first, at most so many.
  func ledger(from sequence: Int, limit: Int) async throws -> [LedgerEntry]

  /// Adds up the ledger, the open holds and the lots, serial numbers, inbounds and allotments, and compares: what differs, in
  /// the order of node and product; nothing, unless the store is broken. Takes time in proportion to the whole ledger.
  func audit() async throws -> [AuditDifference]
}

extension Inventory {
  /// Units of a product or kit at a node that may be promised on a channel and leave now.
  public func availableToPromise(
    _ sku: SKU, at node: ID<Node>, for channel: Channel, at now: Instant
  ) async throws -> Int {
    try await availableToPromise(sku, at: node, for: channel, by: nil, at: now)
  }

  /// What may be promised of many products at many nodes on a channel and leave now, all at one moment.
  public func snapshot(
    of skus: [SKU], at nodes: [ID<Node>], for channel: Channel, at now: Instant
  ) async throws -> StockSnapshot {
    try await snapshot(of: skus, at: nodes, for: channel, by: nil, at: now)
  }
}
