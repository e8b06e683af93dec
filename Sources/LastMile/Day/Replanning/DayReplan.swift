public import Logistics
public import Routing
import Promising
import Sourcing

/// The rest of a day, planned anew: who drives what now, and what changes for whom.
public struct DayReplan: Sendable {
  /// When a vehicle comes to a stop.
  public struct Visit: Hashable, Sendable {
    public let vehicle: ID<FleetVehicle>
    public let arrival: Instant
    /// When the service begins.
    public let begin: Instant
  }

  /// What changes at a stop.
  public struct Change: Hashable, Sendable {
    /// The stop, as an index into the plan's stops.
    public let stop: Int
    /// The order that is handed over there, if any, and the returns that are fetched.
    public let order: ID<Order>?
    public let returns: [ID<ReturnRequest>]
    public let outcome: Replan.Outcome
    /// What the plan said; `nil` if nobody was to come.
    public let before: Visit?
    /// What is planned now; `nil` if nobody comes.
    public let after: Visit?

    /// How much later the service begins, negative if sooner; `nil` where there is but one of the two times.
    public var shift: TimeSpan? {
      guard let before, let after else { return nil }
      return after.begin - before.begin
    }
  }

  /// What a vehicle does at a place.
  public enum Task: Hashable, Sendable {
    /// It makes a stop of the plan.
    case stop(Int)
    /// It takes over what another vehicle, which is down, has on board for a stop.
    case fetch(for: Int)
    /// It collects what is to be taken back at a stop, for which goods were fetched from a vehicle that is down.
    case collect(at: Int)
  }

  /// What a vehicle does, and when.
  public struct Call: Hashable, Sendable {
    public let task: Task
    public let arrival: Instant
    /// When the service begins.
    public let begin: Instant
    public let departure: Instant
  }

  /// What a vehicle has done and is to do.
  public struct Route: Hashable, Sendable {
    public let vehicle: FleetVehicle
    /// Whether it drives no further.
    public let isDown: Bool
    /// How many of the calls are done or cannot be changed any more.
    public let frozen: Int
    /// Whether its driver has to do anything but what the plan said.
    public let isChanged: Bool
    /// What it does, in order.
    public let calls: [Call]
    /// When it is back; of one that is down, when its last service is over.
    public let arrival: Instant
  }

  /// Every stop that is made, was to be made or is cancelled, in the order of the plan.
  public let stops: [Change]
  public let routes: [Route]
  /// What the routes and the stops left out cost, without the price of changes.
  public let cost: MinorUnits
  /// What the changes were priced at.
  public let stabilityPrice: MinorUnits
  /// What the independent checker found wrong, if anything.
  public let violations: [Violation]

  /// The stops at which something is different for the customer.
  public var changes: [Change] { stops.filter { $0.outcome != .done && $0.outcome != .kept } }
}

extension DayReplan.Change {
  /// What the customer of the order is told: the hour in which it comes now, or that it does not come today; nothing where nothing
  /// changes, or nothing is handed over.
  public func messages(in network: Network) -> [CustomerMessage] {
    guard let order else { return [] }
    switch outcome {
    case .moved, .joined:
      guard let after else { return [] }
      // The half hour in which it begins and the next, so that a few minutes more are no lie.
      let second = network.zone.time(at: after.begin).secondOfDay / 1800 * 1800
      let hours = LocalTime(secondOfDay: second).flatMap { from in
        LocalTime(secondOfDay: min(86_400, second + 3600)).flatMap { OpeningHours(from: from, until: $0) }
      }
      return [.onItsWay(order: order.text, on: network.zone.date(at: after.begin), within: hours)]
    case .dropped:
      return before.map { [.dayUnknown([], was: network.zone.date(at: $0.begin), .door, because: nil)] } ?? []
    case .done, .kept, .cancelled: return []
    }
  }
}
