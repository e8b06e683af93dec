public import Logistics

/// What can be promised for one order from one node by one service.
public struct DeliveryPromise: Hashable, Sendable {
  /// Where it ships from.
  public let node: ID<Node>
  /// How it comes to the customer.
  public let service: ID<DeliveryService>
  /// When the order was placed.
  public let placedAt: Instant
  /// When its parcels are prepared.
  public let readyAt: Instant
  /// When they leave the node at the earliest; for a pickup, when the customer can fetch them.
  public let leavesAt: Instant
  /// The day on which they leave, on the node's calendar.
  public let leavesOn: LocalDate
  /// The day on which they come to the door, or to the place where they are fetched, on the calendar of the destination; for a
  /// pickup at the node, ``deliveryDate``.
  public let arrivesOn: LocalDate
  /// The day that is promised, on the calendar of the destination; for a pickup, of the node. Later than ``arrivesOn`` where
  /// parcels cannot be fetched on that day any more.
  public let deliveryDate: LocalDate
  /// The hours of that day that are promised, never before ``leavesAt``; `nil` is the whole day. For a pickup it opens when the
  /// customer can come and closes when the node, or the place where it is fetched, does.
  public let window: TimeWindow?
  /// Why it is not sooner, in the order in which it happens.
  public let reasons: [PromiseReason]
}

/// The answer to "when could it be there?".
public enum PromiseOutcome: Hashable, Sendable {
  /// It can be promised.
  case promised(DeliveryPromise)
  /// It cannot, for a reason.
  case notServed(NotServed)

  /// The promise, if there is one.
  public var promise: DeliveryPromise? {
    if case .promised(let promise) = self { promise } else { nil }
  }
}

/// Why a service cannot promise anything.
public enum NotServed: Hashable, Sendable {
  /// The service does not go there.
  case zone(ID<TransitZone>)
  /// The calendars do not reach to the moment of the order: see ``WorkingCalendar/knownDays``.
  case beyondKnownDays(placed: Instant)
  /// The node never works long enough to prepare it.
  case neverPrepared
  /// The node and the service never work on the same day.
  case neverLeaves
  /// The service never delivers after that, or the node never hands it over.
  case neverDelivered
}

extension NotServed: CustomStringConvertible {
  /// An English sentence without its full stop.
  public var description: String {
    switch self {
    case .zone(let zone): "the service does not deliver to \(zone)"
    case .beyondKnownDays(let placed): "the calendars do not know the days around \(placed)"
    case .neverPrepared: "the node does not work long enough to prepare it on any day its calendar knows"
    case .neverLeaves: "there is no day on which both the node works and the service drives"
    case .neverDelivered: "there is no day on which the service delivers it"
    }
  }
}
