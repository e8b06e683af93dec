public import Logistics

extension Inventory {
  /// Notes units that a supplier is to bring. The same again changes nothing.
  ///
  /// ```swift
  /// _ = try await inventory.expect("po-12", [Allocation("shoe", at: "dc", quantity: 200)], due: monday, at: now)
  /// ```
  ///
  /// - Throws: `InvalidInput` if there is no allocation or a quantity is not 1 to 10¹².
  public func expect(
    _ id: ID<Inbound>, _ allocations: [Allocation], due: Instant, at now: Instant
  ) async throws -> InboundOutcome {
    try await change(.expect(id, allocations, due: due), at: now)
  }

  /// Sends free units to another node: they leave at once and are in transit until they are received.
  /// The same again changes nothing.
  ///
  /// - Throws: `InvalidInput` if there are none, a quantity is not 1 to 10¹², or they do not all lie at one other node.
  public func dispatch(
    _ id: ID<Inbound>, _ allocations: [Allocation], to node: ID<Node>, due: Instant, at now: Instant
  ) async throws -> InboundOutcome {
    try await dispatch(id, units: allocations.map(StockUnits.init), to: node, due: due, at: now)
  }

  /// Sends free units to another node, with their serial numbers and, where it matters which, their lots.
  /// The same again changes nothing.
  ///
  /// - Throws: `InvalidInput` if there are none, a quantity is not 1 to 10¹², or they do not all lie at one other node.
  public func dispatch(
    _ id: ID<Inbound>, units: [StockUnits], to node: ID<Node>, due: Instant, at now: Instant
  ) async throws -> InboundOutcome {
    try await change(.dispatch(id, units, to: node, due: due), at: now)
  }

  /// Books what came of an inbound: all of it, a part, damaged, or the last of it with units missing. Units that holds wait
  /// for become theirs, oldest hold first; those that are left without are told.
  /// The same request again is answered as the first time.
  ///
  /// - Throws: `InvalidInput` if a quantity is not 1 to 10¹², or if nothing came and this was not the last of it.
  public func receive(
    _ receipt: InboundReceipt, of id: ID<Inbound>, requestID: ID<StockRequest>, at now: Instant
  ) async throws -> InboundOutcome {
    try await change(.receiveInbound(id, receipt, request: requestID), at: now)
  }

  /// Gives an inbound another date. Holds keep waiting for it; those that get their units later than they were told are told.
  public func redate(_ id: ID<Inbound>, to due: Instant, at now: Instant) async throws -> InboundOutcome {
    try await change(.redate(id, due: due), at: now)
  }

  /// Calls an inbound off. What is in transit turns back and lies where it left; holds that are left without are told.
  public func cancel(_ id: ID<Inbound>, at now: Instant) async throws -> InboundOutcome {
    try await change(.cancelInbound(id), at: now)
  }

  private func change(_ command: StockCommand, at now: Instant) async throws -> InboundOutcome {
    guard case .inbound(let outcome) = try await perform(command, at: now) else { wrongAnswer() }
    return outcome
  }
}
