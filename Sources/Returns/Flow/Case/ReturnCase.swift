import Inventory
public import Logistics

/// One customer's return (RMA): units of one order or several, and everything that happened to them.
///
/// The timeline is the truth; the lots are a fold over it, and the same events give the same value. Whatever channel an event
/// comes in on, it is recorded here, and whoever asks sees the same.
///
/// ```swift
/// var rma = ReturnCase("rma-1", of: "customer-7")
/// let item = try ReturnItem(
///   of: ReturnOrigin(order: "o-1", line: "1"), "kettle", quantity: 2, because: .changedMind,
///   by: .legalRight(basis: "Ley 19.496 art. 3 bis"))
/// rma.record(ReturnEvent("e-1", at: now, by: ReturnActor(.customer), on: .web, .request([item])), given: history)
/// ```
public struct ReturnCase: Hashable, Sendable {
  /// The number under which everybody finds it.
  public let id: ID<ReturnCase>
  /// The customer, as the shop names them.
  public let customer: String
  /// Everything that happened, in the order in which it was recorded.
  public private(set) var timeline: [ReturnEvent] = []
  /// The units, by number of the lot.
  public private(set) var lots: [ReturnLot] = []

  private var positions: [ID<ReturnEvent>: Int] = [:]

  /// A return in which nothing has happened yet.
  public init(_ id: ID<ReturnCase>, of customer: String) {
    self.id = id
    self.customer = customer
  }

  /// The return after events that were recorded before. What other returns have is not asked again.
  ///
  /// - Throws: `InvalidInput` with the first event that is not possible after those before it.
  public init(
    _ id: ID<ReturnCase>, of customer: String, replaying events: [ReturnEvent]
  ) throws(InvalidInput) {
    self.init(id, of: customer)
    timeline.reserveCapacity(events.count)
    for (index, event) in events.enumerated() {
      let place = "timeline[\(index)]"
      guard positions[event.id] == nil else {
        throw InvalidInput("return \(id)", [Fault(at: place, found: "a second event \(event.id)", expected: "each once")])
      }
      var draft = ReturnDraft(lots, event, at: index, history: nil, isReplay: true)
      draft.apply()
      guard draft.refusals.isEmpty else {
        throw InvalidInput(
          "return \(id)", draft.refusals.map { Fault(at: place, found: "\($0)", expected: "what is possible there") })
      }
      keep(event, draft.lots)
    }
  }

  /// Records what happened, if it is possible; all of it or nothing. The time is that of the lots it is about.
  ///
  /// - Parameters:
  ///   - event: What happened. An event that is recorded already changes nothing.
  ///   - history: What was delivered and what other returns have, for an event that asks for units: a request, an appeal, a
  ///     reopening, goods whose line is told.
  @discardableResult
  public mutating func record(_ event: ReturnEvent, given history: ReturnHistory? = nil) -> ReturnOutcome {
    if let position = positions[event.id] {
      return timeline[position].isSame(as: event) ? .alreadyRecorded : .refused([.differentEvent])
    }
    var event = event
    event.review = event.action.asksForReview ? history.map { $0.limits.grounds(for: $0.record) } ?? [] : []
    var draft = ReturnDraft(lots, event, at: timeline.count, history: history, isReplay: false)
    draft.apply()
    guard draft.refusals.isEmpty else { return .refused(draft.refusals) }
    keep(event, draft.lots)
    return .recorded
  }

  private mutating func keep(_ event: ReturnEvent, _ lots: [ReturnLot]) {
    positions[event.id] = timeline.count
    timeline.append(event)
    self.lots = lots
  }

  /// Whether nothing has to happen any more. A later event may open it again.
  public var isClosed: Bool { !lots.isEmpty && lots.allSatisfy(\.isSettled) }

  /// What happened to the units of a lot, in this lot and before in those it was split off from, oldest first; empty if there is
  /// no such lot. Linear in the timeline for each of these lots.
  public func timeline(ofLot number: Int) -> [ReturnEvent] {
    guard lots.indices.contains(number) else { return [] }
    var positions: [Int] = []
    var lot: ReturnLot? = lots[number]
    // What happened to a parent after the split happened to other units.
    var end = timeline.count - 1
    while let current = lot {
      positions += (current.bornAt...end).reversed().filter { position in
        position == current.bornAt || timeline[position].action.parts.contains { $0.lot == current.number }
      }
      end = current.bornAt - 1
      lot = current.splitFrom.map { lots[$0] }
    }
    return positions.reversed().map { timeline[$0] }
  }
}

extension ReturnCase: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, customer, timeline
  }

  /// Decodes the timeline and replays it, so that no value comes of it that could not have happened.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let id = try container.decode(ID<ReturnCase>.self, forKey: .id)
    let customer = try container.decode(String.self, forKey: .customer)
    let events = try container.decode([ReturnEvent].self, forKey: .timeline)
    do {
      try self.init(id, of: customer, replaying: events)
    } catch {
      throw DecodingError.dataCorruptedError(forKey: .timeline, in: container, debugDescription: "\(error)")
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(customer, forKey: .customer)
    try container.encode(timeline, forKey: .timeline)
  }
}
