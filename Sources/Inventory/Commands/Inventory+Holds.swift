public import Logistics

extension Inventory {
  /// Keeps all units of a request, or none. The same request again is answered as the first time, whatever has become of
  /// the hold since.
  ///
  /// - Parameter snapshot: what the request was planned on, if anything: it makes ``HoldOutcome/moved(_:)`` tell stock that
  ///   has moved from stock that never was there.
  /// - Throws: `InvalidInput` if there is no allocation, a quantity is not 1 to 10¹², or `until` is not after `now`.
  public func hold(_ request: HoldRequest, against snapshot: StockSnapshot?, at now: Instant) async throws -> HoldOutcome {
    guard case .hold(let outcome) = try await perform(.hold(request), at: now) else { wrongAnswer() }
    return outcome.seen(in: snapshot, by: request)
  }

  /// Gives a live hold to an order: its units no longer expire. Again for the same order changes nothing.
  public func confirm(_ id: ID<Hold>, for order: ID<StockReference>, at now: Instant) async throws -> HoldChange {
    try await change(.confirm(id, order: order), at: now)
  }

  /// Gives up a hold, or what has not left yet of a confirmed one. Again, or after it expired, changes nothing.
  public func release(_ id: ID<Hold>, at now: Instant) async throws -> HoldChange {
    try await change(.release(id), at: now)
  }

  /// Moves the end of a live hold.
  ///
  /// - Throws: `InvalidInput` if `until` is not after `now`.
  public func extend(_ id: ID<Hold>, until: Instant, at now: Instant) async throws -> HoldChange {
    try await change(.extend(id, until: until), at: now)
  }

  /// Moves the end of every live hold of an owner, as activity does; those that last longer already stay as they are.
  ///
  /// - Returns: The live holds of the owner, oldest first.
  /// - Throws: `InvalidInput` if `until` is not after `now`.
  public func extendHolds(of owner: ID<HoldOwner>, until: Instant, at now: Instant) async throws -> [Hold] {
    guard case .holds(let holds) = try await perform(.extendAll(of: owner, until: until), at: now) else { wrongAnswer() }
    return holds
  }

  /// Gives a live hold another content: all of it, or it stays as it is. Its own units count as free meanwhile.
  /// The same request again is answered as the first time.
  ///
  /// - Throws: `InvalidInput` if there is no allocation or a quantity is not 1 to 10¹².
  public func amend(
    _ id: ID<Hold>, to allocations: [Allocation], requestID: ID<StockRequest>, at now: Instant
  ) async throws -> HoldChange {
    try await change(.amend(id, to: allocations, request: requestID), at: now)
  }

  /// Gives up some units of a live hold or of an order and takes others instead, in one step, or leaves it as it is: how an order
  /// moves from a node that cannot ship it to one that can. What it keeps is not judged anew. Kits are given up whole, as they were
  /// asked for. An order that is left with nothing to ship has ``Hold/State/shipped(_:)`` if something of it has left, else it was
  /// given up.
  /// The same request again is answered as the first time.
  ///
  /// - Returns: The hold; refused with `exceeds` if more would be given up than is open, with `short` if there is too little of
  ///   what it should take.
  /// - Throws: `InvalidInput` if there is nothing to give or take, or a quantity is not 1 to 10¹².
  public func reallocate(
    _ id: ID<Hold>, giving: [Allocation], taking: [Allocation], requestID: ID<StockRequest>, at now: Instant
  ) async throws -> HoldChange {
    try await change(.reallocate(id, giving: giving, taking: taking, request: requestID), at: now)
  }

  /// Moves a live hold to another channel, by whose safety stock and allotments it is judged anew, or it stays where it is.
  /// The same request again is answered as the first time.
  public func move(
    _ id: ID<Hold>, to channel: Channel, requestID: ID<StockRequest>, at now: Instant
  ) async throws -> HoldChange {
    try await change(.move(id, to: channel, request: requestID), at: now)
  }

  /// Takes units of a confirmed hold out of the node: everything that is left of it, or the units given. Of a product that
  /// is tracked by lots the first to expire leaves first, unless a lot is given; serial numbers must be given.
  /// The same request again is answered as the first time.
  ///
  /// - Throws: `InvalidInput` if the units given are none or a quantity is not 1 to 10¹².
  public func ship(
    units: [StockUnits]?, of id: ID<Hold>, requestID: ID<StockRequest>, at now: Instant
  ) async throws -> ShipOutcome {
    guard case .shipment(let outcome) = try await perform(.ship(units, of: id, request: requestID), at: now) else {
      wrongAnswer()
    }
    return outcome
  }

  /// Takes units of a confirmed hold out of the node: everything that is left of it, or the allocations given.
  /// The same request again is answered as the first time.
  ///
  /// - Throws: `InvalidInput` if the allocations given are none or a quantity is not 1 to 10¹².
  public func ship(
    _ allocations: [Allocation]?, of id: ID<Hold>, requestID: ID<StockRequest>, at now: Instant
  ) async throws -> ShipOutcome {
    try await ship(units: allocations?.map(StockUnits.init), of: id, requestID: requestID, at: now)
  }

  private func change(_ command: StockCommand, at now: Instant) async throws -> HoldChange {
    guard case .change(let change) = try await perform(command, at: now) else { wrongAnswer() }
    return change
  }
}

/// An inventory answers a command by the case of `StockAnswer` that belongs to it.
func wrongAnswer() -> Never { preconditionFailure("an answer that does not belong to the command") }
