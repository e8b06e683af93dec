public import Logistics

extension Inventory {
  /// Brings units in. The same request again is answered as the first time.
  ///
  /// - Throws: `InvalidInput` if there are none or a quantity is not 1 to 10¹².
  public func receive(
    _ allocations: [Allocation], as arrival: Arrival, reference: ID<StockReference>, requestID: ID<StockRequest>,
    at now: Instant
  ) async throws -> MoveOutcome {
    try await receive(
      units: allocations.map(StockUnits.init), as: arrival, reference: reference, requestID: requestID, at: now)
  }

  /// Brings units in, with their lots or serial numbers. The same request again is answered as the first time.
  ///
  /// - Throws: `InvalidInput` if there are none or a quantity is not 1 to 10¹².
  public func receive(
    units: [StockUnits], as arrival: Arrival, reference: ID<StockReference>, requestID: ID<StockRequest>, at now: Instant
  ) async throws -> MoveOutcome {
    try await move(.receive(units, as: arrival, reference: reference, request: requestID), at: now)
  }

  /// Corrects a count. It may fall below what is promised (``StockBalance/shortfall``), never below zero.
  /// The same request again is answered as the first time.
  ///
  /// - Parameters:
  ///   - lot: the lot that was counted, of a product that is tracked by lots.
  ///   - serials: the units that were counted, of a product that is tracked by serial numbers.
  /// - Throws: `InvalidInput` if a recount is zero or beyond ±10¹², or another quantity is not 1 to 10¹².
  public func adjust(
    _ sku: SKU, at node: ID<Node>, _ adjustment: Adjustment, lot: Lot? = nil, serials: [ID<SerialNumber>] = [],
    reference: ID<StockReference>, requestID: ID<StockRequest>, at now: Instant
  ) async throws -> MoveOutcome {
    try await move(
      .adjust(sku, at: node, adjustment, lot: lot, serials: serials, reference: reference, request: requestID), at: now)
  }

  /// Sets how many units of a product a node keeps back for itself.
  ///
  /// - Throws: `InvalidInput` if the quantity is not 0 to 10¹².
  public func setSafetyStock(_ quantity: Int, of sku: SKU, at node: ID<Node>, at now: Instant) async throws {
    _ = try await perform(.setSafetyStock(quantity, of: sku, at: node), at: now)
  }

  /// Keeps from now on so many units of a product for one channel, at a node or (`nil`) wherever they lie. The channel uses
  /// them up as it holds and sells; what it gives back is kept for it again, unless it was allotted anew since.
  /// The same request again changes nothing.
  ///
  /// - Throws: `InvalidInput` if the quantity is not 0 to 10¹².
  public func allot(
    _ quantity: Int, of sku: SKU, at node: ID<Node>?, for channel: Channel, requestID: ID<StockRequest>, at now: Instant
  ) async throws -> MoveOutcome {
    try await move(.allot(quantity, of: sku, at: node, for: channel, request: requestID), at: now)
  }

  /// Says what the units of a product are tracked by. Only the least life of its lots can be changed once there were units.
  ///
  /// - Throws: `InvalidInput` if the least life is not 0 to 10¹² seconds.
  public func track(_ item: StockItem, at now: Instant) async throws -> MoveOutcome {
    try await move(.track(item), at: now)
  }

  /// Says what a kit is made of; with no components it is no kit any more. A product of which units lie or are due anywhere
  /// is no kit. Holds keep the components they were made with.
  ///
  /// - Throws: `InvalidInput` as ``BillOfMaterials/set(_:of:)``.
  public func setKit(_ kit: SKU, of components: [OrderLine], at now: Instant) async throws -> MoveOutcome {
    try await move(.setKit(kit, of: components), at: now)
  }

  private func move(_ command: StockCommand, at now: Instant) async throws -> MoveOutcome {
    guard case .move(let outcome) = try await perform(command, at: now) else { wrongAnswer() }
    return outcome
  }
}
