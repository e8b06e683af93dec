public import Logistics

/// Replays orders in the order of time and promises each a date from what had happened by then.
///
/// Each order, hand-over and delivery is fed to a ``PromiseDesk`` at its moment, so that a promise cannot rest on what came after
/// it: without the later rows it would be the same.
public struct Backtest: Sendable {
  /// Who promises.
  public enum Promiser: Hashable, Sendable {
    /// The desk, under a policy.
    case desk(PromisePolicy)
    /// The quantile of the durations lately seen on the lane, calibrated in the same way.
    case corridor
  }

  /// What became of a promise.
  public struct Row: Hashable, Sendable {
    /// Which order, by its place in the list.
    public let order: Int
    /// When it was placed, and delivered.
    public let placed: LocalDate
    public let delivered: LocalDate
    /// The law that was foretold.
    public let law: DayDistribution
    /// The days promised, by promiser and level.
    var days: [Promiser: [Int]]

    /// Days from order to delivery.
    public var actual: Int { placed.days(until: delivered) }
  }

  /// The shares to be kept, ascending.
  public let levels: [Double]
  /// A row for each order that was delivered, in the order in which they were placed.
  public private(set) var rows: [Row] = []
  /// The model after the last event.
  public private(set) var model: PromiseModel

  /// Replays orders.
  ///
  /// - Parameters:
  ///   - orders: In any order.
  ///   - zone: Whose days are counted.
  ///   - prior: What is believed before the first.
  ///   - daysOff: The days on which nobody delivers.
  ///   - levels: The shares to be kept, ascending, between 0 and 1.
  ///   - settings: How much work the learner does.
  /// - Throws: `InvalidInput` if two orders have the same name.
  /// - Complexity: Some seconds for ten thousand orders: a forecast each, and trees for every two weeks.
  public init(
    _ orders: [HistoricalOrder], zone: Zone, prior: TransitPrior = TransitPrior(), daysOff: Set<LocalDate> = [],
    levels: [Double] = PromiseDesk.levels, settings: LearningSettings = LearningSettings()
  ) throws(InvalidInput) {
    self.levels = levels
    var desk = PromiseDesk(zone: zone, prior: prior, daysOff: daysOff, levels: levels, settings: settings)
    var corridor = CorridorDesk(zone: zone, levels: levels)
    var rows: [Row] = []
    for event in Self.events(orders) {
      let order = orders[event.order]
      corridor.advance(to: event.moment)
      switch event.kind {
      case .delivered:
        try desk.deliver(order.consignment.id, at: event.moment)
        corridor.deliver(order.consignment, at: event.moment)
      case .handedOver: try desk.handOver(order.consignment.id, at: event.moment)
      case .placed:
        let law = try desk.place(order.consignment)
        let lane = corridor.place(order.consignment)
        guard let delivered = order.deliveredAt else { continue }
        var days: [Promiser: [Int]] = [.corridor: lane]
        for policy in PromisePolicy.allCases {
          days[.desk(policy)] = levels.map { desk.days(law, level: $0, policy: policy) }
        }
        rows.append(
          Row(
            order: event.order, placed: zone.date(at: event.moment), delivered: zone.date(at: delivered), law: law, days: days))
      }
    }
    model = desk.model
    self.rows = rows
  }

  private enum Kind: Int {
    case delivered, handedOver, placed
  }

  private struct Event {
    let moment: Instant
    let kind: Kind
    let order: Int
  }

  /// What happened, by its moment; of one moment what is known before what is asked, then as the orders are given.
  private static func events(_ orders: [HistoricalOrder]) -> [Event] {
    var events: [Event] = []
    for (index, order) in orders.enumerated() {
      let placed = order.consignment.placedAt
      events.append(Event(moment: placed, kind: .placed, order: index))
      // A clock that was wrong does not make an order known before it was placed: a second later counts.
      if let moment = order.handedOverAt {
        events.append(Event(moment: max(moment, placed + .seconds(1)), kind: .handedOver, order: index))
      }
      if let moment = order.deliveredAt {
        events.append(Event(moment: max(moment, placed + .seconds(1)), kind: .delivered, order: index))
      }
    }
    return events.sorted { ($0.moment, $0.kind.rawValue, $0.order) < ($1.moment, $1.kind.rawValue, $1.order) }
  }
}
