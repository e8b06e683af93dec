public import Inventory
public import Logistics
public import Promising

extension Disruption {
  /// What news of a delay did to an order.
  public struct Impact: Hashable, Sendable {
    /// What became of the day that was promised.
    public enum Promise: Hashable, Sendable {
      /// All that ships is there by the day that was promised: it had days to spare.
      case kept(LocalDate)
      /// The day that was promised, and the one that is now.
      case remade(from: LocalDate, to: LocalDate)
      /// There is no day that could be promised in the place of the one that was.
      case open(since: LocalDate, because: Obstacle)
    }

    /// Why no day can be promised.
    public enum Obstacle: Hashable, Sendable {
      /// The calendars end before, or there is no day on which the service delivers it.
      case notServed(NotServed)
      /// The house's vehicles, what the node can ship in a day, or the compartments of the locker are promised to others for two
      /// weeks.
      case full
    }

    /// The news: the reason for all that follows.
    public let disruption: Disruption
    public let order: ID<Order>
    public let promise: Promise
    /// The parcels that the news concerns, with their promises as they are now; of a gathered order all that goes on in a last leg that
    /// it concerns.
    public let parcels: [OfferedParcel]
    /// The last legs that it concerns, with their promises as they are now.
    public let lastLegs: [OfferedLeg]
    /// What of these parcels has not left its node: units that ``Planner/decline(_:)`` could still let come from elsewhere.
    public let waiting: [Allocation]

    /// The day that was promised before the news.
    public var before: LocalDate {
      switch promise {
      case .kept(let date), .remade(let date, _), .open(let date, _): date
      }
    }

    /// The day that is promised now; `nil` if none can be.
    public var after: LocalDate? {
      switch promise {
      case .kept(let date), .remade(_, let date): date
      case .open: nil
      }
    }
  }
}

/// Whom news of a delay concerns. In each list those whose day comes soonest are first, and of one day those that come latest.
public struct DisruptionReport: Hashable, Sendable {
  public let disruption: Disruption
  /// Orders that come on a later day than was promised.
  public let late: [Disruption.Impact]
  /// Orders that are concerned and come on the promised day all the same.
  public let inTime: [Disruption.Impact]
  /// Orders to which no day can be promised.
  public let open: [Disruption.Impact]

  init(_ disruption: Disruption, _ impacts: [Disruption.Impact]) {
    let sorted = impacts.sorted { one, other in
      let (first, second) = (one.after ?? other.before, other.after ?? one.before)
      return one.before != other.before ? one.before < other.before : (second, one.order) < (first, other.order)
    }
    self.disruption = disruption
    late = sorted.filter { if case .remade = $0.promise { true } else { false } }
    inTime = sorted.filter { if case .kept = $0.promise { true } else { false } }
    open = sorted.filter { if case .open = $0.promise { true } else { false } }
  }
}

/// What became of news.
public enum DisruptionOutcome: Hashable, Sendable {
  /// Every order that it concerns has its new day: see ``DisruptionReport``.
  case judged(DisruptionReport)
  case refused(DisruptionRefusal)

  /// Whom it concerns, if the news was taken.
  public var report: DisruptionReport? {
    if case .judged(let report) = self { report } else { nil }
  }
}

/// Why news was not taken. All orders stand as before.
public enum DisruptionRefusal: Hashable, Sendable {
  /// No order of that name was accepted.
  case unknownOrder
  /// The name was used before for other news.
  case differentDisruption
}
