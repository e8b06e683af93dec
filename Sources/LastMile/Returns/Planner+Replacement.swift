public import Logistics
public import Returns

/// The answer to a wish to bring something in the place of goods that come back.
public enum ReplacementAnswer: Hashable, Sendable {
  /// It is promised, and the return knows which order brings it.
  case promised(AcceptedOrder, ReturnCase)
  /// The return does not allow it now: every reason.
  case refused([ReturnRefusal])
  /// It cannot come.
  case cannotCome(Refusal)
  /// There is no such return.
  case unknownReturn
}

extension Planner {
  /// Brings what takes the place of goods that come back: another unit, or another product in exchange. It is an order like any other, with stock
  /// and a promise of its own; the return names it.
  ///
  /// If the house's own vehicles bring it to the door at which the old goods are to be fetched, both are one visit on its day.
  ///
  /// - Parameters:
  ///   - event: the name under which it stands in the timeline; the same again, with the same order, is answered as the first time.
  ///   - order: what is brought. Its number is new.
  ///   - parts: the units of the return that it takes the place of.
  ///   - inAdvance: whether it comes before the old goods are back, as a replacement in advance was granted.
  ///   - difference: who paid the difference of an exchange.
  /// - Throws: What the inventory throws; `InvalidInput` if the order itself makes no sense.
  public func replace(
    _ parts: [ReturnPart], of id: ID<ReturnCase>, with order: Order, as event: ID<ReturnEvent>, inAdvance: Bool = false,
    difference: ReturnAction.DifferencePayer? = nil, by actor: ReturnActor = ReturnActor(.system)
  ) async throws -> ReplacementAnswer {
    let action: ReturnAction =
      inAdvance ? .advance(parts, ID(order.id.text)) : .order(parts, ID(order.id.text), difference: difference)
    let step = ReturnEvent(event, at: order.placedAt, by: actor, on: order.channel, action)
    // In one turn: what the return allows before the order is placed it allows after it too.
    return try await resourcing.pass { try await replaceInTurn(id, with: order, step) }
  }

  private func replaceInTurn(_ id: ID<ReturnCase>, with order: Order, _ step: ReturnEvent) async throws -> ReplacementAnswer {
    guard let before = returnCase(id) else { return .unknownReturn }
    // Asked first, so that nothing is promised that the return does not allow.
    var trial = before
    switch trial.record(step) {
    case .refused(let reasons): return .refused(reasons)
    case .alreadyRecorded:
      if let accepted = acceptedOrder(order.id) { return .promised(accepted, before) }
    case .recorded: break
    }
    let accepted: AcceptedOrder
    if let known = acceptedOrder(order.id), known.order == order {
      accepted = known
    } else {
      switch try await place(order) {
      case .accepted(let new): accepted = new
      case .refused(_, let refusal): return .cannotCome(refusal)
      }
    }
    switch try await recordInTurn(step, of: id) {
    case .recorded(let after), .alreadyRecorded(let after): return .promised(accepted, after)
    case .refused(let reasons): return .refused(reasons)
    case .unknownReturn, .stock: return .unknownReturn
    }
  }
}
