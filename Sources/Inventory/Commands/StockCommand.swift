public import Logistics

/// Everything that can be asked to change in an inventory.
///
/// A command, the moment at which it came and the order of both are all that a store needs to keep: the same commands at the
/// same moments give the same books. Callers use the methods of ``Inventory``, one for each.
public enum StockCommand: Hashable, Sendable, Codable {
  case hold(HoldRequest)
  case confirm(ID<Hold>, order: ID<StockReference>)
  case release(ID<Hold>)
  case extend(ID<Hold>, until: Instant)
  case extendAll(of: ID<HoldOwner>, until: Instant)
  case amend(ID<Hold>, to: [Allocation], request: ID<StockRequest>)
  case reallocate(ID<Hold>, giving: [Allocation], taking: [Allocation], request: ID<StockRequest>)
  case move(ID<Hold>, to: Channel, request: ID<StockRequest>)
  case ship([StockUnits]?, of: ID<Hold>, request: ID<StockRequest>)

  case receive([StockUnits], as: Arrival, reference: ID<StockReference>, request: ID<StockRequest>)
  /// The quantity stands in the adjustment.
  case adjust(
    SKU, at: ID<Node>, Adjustment, lot: Lot?, serials: [ID<SerialNumber>], reference: ID<StockReference>,
    request: ID<StockRequest>)
  case setSafetyStock(Int, of: SKU, at: ID<Node>)
  case allot(Int, of: SKU, at: ID<Node>?, for: Channel, request: ID<StockRequest>)
  case track(StockItem)
  case setKit(SKU, of: [OrderLine])

  case expect(ID<Inbound>, [Allocation], due: Instant)
  case dispatch(ID<Inbound>, [StockUnits], to: ID<Node>, due: Instant)
  case receiveInbound(ID<Inbound>, InboundReceipt, request: ID<StockRequest>)
  case redate(ID<Inbound>, due: Instant)
  case cancelInbound(ID<Inbound>)

  /// Nothing but that it is now so late: ends the holds and outdates the lots whose time is over.
  case passTime

  /// The name under which the answer is kept, of a command that would do harm if it were obeyed twice.
  public var request: ID<StockRequest>? {
    switch self {
    case .hold(let request): request.id
    case .amend(_, _, let id), .reallocate(_, _, _, let id), .move(_, _, let id), .ship(_, _, let id), .receive(_, _, _, let id),
      .allot(_, _, _, _, let id),
      .adjust(_, _, _, _, _, _, let id), .receiveInbound(_, _, let id):
      id
    case .confirm, .release, .extend, .extendAll, .setSafetyStock, .track, .setKit, .expect, .dispatch, .redate, .cancelInbound,
      .passTime:
      nil
    }
  }
}

/// What a command was answered.
public enum StockAnswer: Hashable, Sendable {
  case hold(HoldOutcome)
  case change(HoldChange)
  case holds([Hold])
  case shipment(ShipOutcome)
  case move(MoveOutcome)
  case inbound(InboundOutcome)
  case none
}

extension StockCommand {
  /// The answer if the name was used before with another content.
  var differentRequest: StockAnswer {
    switch self {
    case .hold: .hold(.differentRequest)
    case .ship: .shipment(.refused(.differentRequest))
    case .receive, .adjust, .allot: .move(.differentRequest)
    case .receiveInbound: .inbound(.refused(.differentRequest))
    default: .change(.refused(.differentRequest))
    }
  }
}
