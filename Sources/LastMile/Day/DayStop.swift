public import Logistics

/// A visit of the day: parcels of one order are brought from one node to its customer's door, goods are fetched there, or both.
public struct DayStop: Hashable, Sendable {
  /// What happens at the door.
  public enum Task: Hashable, Sendable {
    /// Parcels of an accepted order are handed over; `node` is where they lie.
    case delivery(order: ID<Order>, node: ID<Node>)
    /// Returns of one customer are taken back, to whichever node the vehicle belongs to. There is at least one.
    case pickup([ID<ReturnRequest>])
    /// Old out, new in: the order is handed over and what it replaces is taken back to its node. At least one of the returns is
    /// replaced by the order; others of the same customer may be taken along.
    case swap(order: ID<Order>, node: ID<Node>, returns: [ID<ReturnRequest>])
    /// The order is handed over, and returns of the same customer that it does not replace are taken along to its node.
    case deliveryAndPickup(order: ID<Order>, node: ID<Node>, returns: [ID<ReturnRequest>])
  }

  public let task: Task
  public let address: Coordinate
  /// When the service may begin.
  public let window: TimeWindow
  /// When what is handed over is ready at its node, if some vehicle could leave sooner.
  public let release: Instant?
  /// What is handed over: on board from the node to the door.
  public let delivered: StopGoods
  /// What is taken back: on board from the door on, after what is handed over has made room.
  public let collected: StopGoods
  /// What the vehicle must have for either.
  public let skills: Set<Skill>
  /// How long the vehicle stands there: one stop's time, and the handling of every parcel either way.
  public let service: TimeSpan
  /// What it costs to leave the stop out: a price for each visit that it stands for, so two where goods change hands both ways.
  public let dropCost: MinorUnits

  /// How many parcels change hands, both ways together.
  public var parcels: Int { delivered.parcels + collected.parcels }

  /// Whether goods are taken back, and none handed over.
  public var isPickup: Bool { order == nil }

  /// Whether the order that is handed over replaces goods that are taken back.
  public var isSwap: Bool {
    if case .swap = task { true } else { false }
  }

  /// The order that is handed over, if any.
  public var order: ID<Order>? { handover?.order }

  /// Where the goods lie; `nil` for a pickup, which any node may take.
  public var node: ID<Node>? { handover?.node }

  /// What is handed over and where it lies.
  private var handover: (order: ID<Order>, node: ID<Node>)? {
    switch task {
    case .delivery(let order, let node), .swap(let order, let node, _), .deliveryAndPickup(let order, let node, _): (order, node)
    case .pickup: nil
    }
  }

  /// The returns that are taken back.
  public var returns: [ID<ReturnRequest>] {
    switch task {
    case .delivery: []
    case .pickup(let returns), .swap(_, _, let returns), .deliveryAndPickup(_, _, let returns): returns
    }
  }

  /// The order, or the first return where none is handed over, as text.
  public var name: String { order?.text ?? returns.first?.text ?? "" }
}
