public import Logistics
import Promising
import Returns
import Synchronization

extension Planner {
  /// An order from the promise to the last return, as a customer reads it at a moment: what was promised, what changed and why, what
  /// came and when, what happened to returns; then, without a day, where the rest is, until when each product can go back and who
  /// pays, and what comes next in the returns.
  ///
  /// What happened later than the moment is not told; parcels that nobody noted as delivered (``noteDelivery(of:from:on:)``,
  /// ``notePickup(of:at:on:)``) are under way until their promised day is over, and then not spoken of.
  ///
  /// - Parameters:
  ///   - order: an accepted order.
  ///   - now: the moment at which it is told, after the order was placed.
  /// - Returns: Oldest first, then what holds now; nothing, if there is no such order.
  public func story(of order: ID<Order>, at now: Instant) -> [DatedMessage] {
    guard let accepted = acceptedOrder(order), accepted.order.placedAt <= now else { return [] }
    let (days, entries) = state.withLock { ($0.delivered[order] ?? [:], $0.returns.entries(of: order)) }
    let past = accepted.changes(until: now, in: network) + accepted.deliveries(days, until: now, in: network)
    // Returns come after what they are of, and have their own order.
    let returned = entries.map { $0.current.known(at: now) }
    let happened = (past + returned.flatMap { $0.messages(in: network) }).enumerated()
      .sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }.map(\.element)
    let next = zip(returned, entries).flatMap { $0.nextMessages(in: network, decisions: $1.decisions) }
    return happened
      + (accepted.underWay(days, at: now, in: network) + rightsMessages(of: accepted, without: returned, at: now) + next)
      .map { DatedMessage(on: nil, $0) }
  }

  /// The rights to each product that ships, in the order of the lines, but for those of which all units are given back for money or for
  /// something else.
  private func rightsMessages(of accepted: AcceptedOrder, without returns: [ReturnCase], at now: Instant) -> [CustomerMessage] {
    var units: [SKU: Int] = [:]
    var products: [SKU] = []
    for line in accepted.parcels.flatMap(\.contents.lines) {
      if units[line.sku] == nil { products.append(line.sku) }
      units[line.sku, default: 0] += line.quantity
    }
    for lot in returns.flatMap(\.lots) where lot.origin?.order.text == accepted.order.id.text && lot.isGivenUp {
      units[lot.sku]? -= lot.quantity
    }
    return products.filter { units[$0, default: 0] > 0 }.flatMap { sku -> [CustomerMessage] in
      guard let product = network.product(sku), let rights = rights(of: accepted.order.id, sku, at: now) else { return [] }
      return rights.messages(for: product.name)
    }
  }
}

extension ReturnLot {
  /// Whether the customer gives the units up for money or for something else.
  fileprivate var isGivenUp: Bool { isClaim && goods != .kept && (remedy?.kind == .refund || remedy?.kind == .exchange) }
}

extension DatedMessage {
  /// By when it is sorted: of a day without a time nobody knows more than that it was on that day.
  fileprivate var place: Int64 {
    Int64(day.map { LocalDate("1970-01-01")!.days(until: $0) } ?? 0) * 100_000 + Int64(time?.secondOfDay ?? 43_200)
  }
}

extension AcceptedOrder {
  /// That it was confirmed, and what changed since.
  fileprivate func changes(until now: Instant, in network: Network) -> [DatedMessage] {
    let declined = resourcings.map { ($0.decline.at, $0.messages(for: order, in: network)) }
    let disrupted = disruptions.map { ($0.disruption.at, $0.messages(for: order, in: network)) }
    return [DatedMessage(order.placedAt, in: network, confirmationMessage(in: network))]
      + (declined + disrupted).filter { $0.0 <= now }.flatMap { at, messages in
        messages.map { DatedMessage(at, in: network, $0) }
      }
  }

  /// What came, day by day.
  fileprivate func deliveries(_ days: [ID<Node>: LocalDate], until now: Instant, in network: Network) -> [DatedMessage] {
    let today = network.zone.date(at: now)
    return Set(days.values.filter { $0 <= today }).sorted().map { day in
      let came = parcels.filter { days[$0.contents.node] == day }
      return DatedMessage(
        on: day,
        .partDelivered(network.named(came.flatMap(\.contents.lines)), on: day, network.handover(of: order, parcels)))
    }
  }

  /// Where the rest is.
  fileprivate func underWay(_ days: [ID<Node>: LocalDate], at now: Instant, in network: Network) -> [CustomerMessage] {
    let today = network.zone.date(at: now)
    let rest = parcels.filter { parcel in days[parcel.contents.node].map { $0 > today } ?? true }
    guard !rest.isEmpty, promisedDate >= today else { return [] }
    let place = network.handover(of: order, rest)
    let hours = promisedDate == offer.promisedDate ? network.hours(of: offer.window, on: promisedDate) : nil
    if place == .door, rest.allSatisfy({ $0.promise.leavesAt <= now }) {
      return [.onItsWay(order: order.id.text, on: promisedDate, within: hours)]
    }
    return [.promised(on: promisedDate, within: hours, place)]
  }
}

extension ReturnCase {
  /// The return as it stood at a moment.
  fileprivate func known(at now: Instant) -> ReturnCase {
    let events = Array(timeline.prefix { $0.instant <= now })
    // What was recorded once can be replayed.
    return events.count == timeline.count ? self : (try? ReturnCase(id, of: customer, replaying: events)) ?? self
  }
}
