public import Logistics

/// A visit of the day: parcels of one order from one node to its customer's door, or goods to be fetched there.
public struct DayStop: Hashable, Sendable {
  /// What happens at the door.
  public enum Task: Hashable, Sendable {
    /// Parcels of an accepted order are handed over; `node` is where they lie.
    case delivery(order: ID<Order>, node: ID<Node>)
    /// A return is taken back, to whichever node the vehicle belongs to.
    case pickup(ID<ReturnRequest>)
  }

  public let task: Task
  public let address: Coordinate
  /// When the service may begin.
  public let window: TimeWindow
  /// When what is handed over is ready at its node, if some vehicle could leave sooner.
  public let release: Instant?
  /// How many parcels change hands.
  public let parcels: Int
  public let weight: Weight
  public let volume: Volume
  /// What the vehicle must have.
  public let skills: Set<Skill>
  /// How long the vehicle stands there.
  public let service: TimeSpan
  /// What it costs to leave the stop out.
  public let dropCost: MinorUnits

  /// Whether goods are taken back rather than handed over.
  public var isPickup: Bool {
    if case .pickup = task { true } else { false }
  }

  /// Where the goods lie; `nil` for a pickup, which any node may take.
  public var node: ID<Node>? {
    if case .delivery(_, let node) = task { node } else { nil }
  }

  /// The order or return, as text.
  public var name: String {
    switch task {
    case .delivery(let order, _): order.text
    case .pickup(let id): id.text
    }
  }
}
