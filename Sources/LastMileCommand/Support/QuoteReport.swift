import Interchange
import LastMile
import Logistics
import Promising

/// What `promise` prints.
struct QuoteReport: Encodable {
  struct Window: Encodable {
    let from: String
    let until: String
  }

  struct Parcel: Encodable {
    let node: String
    let service: String
    let leaves: LocalDate
    let arrives: LocalDate
    let lines: [OrderLine]
    /// The last day on which it can be fetched at a locker.
    let until: LocalDate?
  }

  struct Option: Encodable {
    let kind: QuoteOption.Kind
    let service: String
    let promisedDate: LocalDate
    @OrNull var window: Window?
    /// Of a slot, whether a vehicle is near at that time anyway.
    var isNearby: Bool?
    let probability: Double
    let cost: Int
    let currency: Currency
    let parcels: [Parcel]
    let unfilled: [OrderLine]
    let reasons: [String]
    let quote: String
    let expires: String
  }

  /// What a store or a locker offers to who fetches it there.
  struct Pickup: Encodable {
    let node: String
    var options: [Option] = []
  }

  /// To the door, if there is an address, else to the first store or locker: cheapest first, none worse than another in both cost
  /// and date.
  var options: [Option] = []
  /// The other stores and lockers, each with options of the same kind.
  var pickups: [Pickup] = []
  /// The slots that are kept for the cart, cheapest first.
  var slots: [Option] = []
  /// Why there is none.
  var refusal: String?

  init(_ refusal: Refusal) { self.refusal = "\(refusal)" }

  init(_ quote: Quote, _ network: Network) {
    func moment(_ instant: Instant) -> String { instant.iso8601(offset: network.zone.offset(at: instant)) }
    func report(_ option: QuoteOption) -> Option {
      Option(
        kind: option.kind, service: option.services.map(\.text).joined(separator: " + "), promisedDate: option.promisedDate,
        window: option.window.map { Window(from: moment($0.opens), until: moment($0.closes)) },
        isNearby: option.kind == .slot ? option.isNearby : nil,
        probability: option.probability, cost: option.cost.total.count, currency: network.currency,
        parcels: option.offer.parcels.map {
          Parcel(
            node: $0.contents.node.text, service: $0.service.text, leaves: $0.promise.leavesOn,
            arrives: $0.promise.deliveryDate, lines: $0.contents.lines, until: $0.stay?.through)
        }, unfilled: option.offer.unfilled, reasons: option.reasons.map(\.description), quote: option.token.text,
        expires: moment(quote.expires))
    }
    for option in quote.options {
      if option.kind == .slot {
        slots.append(report(option))
        continue
      }
      guard case .pickup(let store) = option.offer.order.fulfilment else {
        options.append(report(option))
        continue
      }
      if !pickups.contains(where: { $0.node == store.text }) { pickups.append(Pickup(node: store.text)) }
      pickups[pickups.firstIndex { $0.node == store.text }!].options.append(report(option))
    }
    if quote.cart.address == nil, let first = pickups.first {
      options = first.options
      pickups.removeFirst()
    }
  }

  /// The same for people.
  var table: String {
    let all =
      (options + slots).map { ($0, $0.kind.rawValue) }
      + pickups.flatMap { store in store.options.map { ($0, "\($0.kind) at \(store.node)") } }
    var lines = TextTable(
      ["cost", "promised", "sure", "how"],
      all.map { option, way in
        let parcels = option.parcels.map { parcel in
          "\(parcel.lines.map { "\($0.quantity) \($0.sku)" }.joined(separator: ", ")) from \(parcel.node)"
        }
        return [
          "\(option.cost) \(option.currency.code)", option.day, "\(Int((option.probability * 100).rounded())) %",
          "\(way) by \(option.service): \(parcels.joined(separator: "; "))",
        ]
      }, words: 3
    ).lines
    for (option, way) in all {
      lines += ["", "\(way), \(option.day), \(option.cost) \(option.currency.code):"]
      lines += option.reasons.map { "  \($0)" }
      if !option.unfilled.isEmpty {
        lines.append("  not shipped: \(option.unfilled.map { "\($0.quantity) \($0.sku)" }.joined(separator: ", "))")
      }
    }
    if let expires = all.first?.0.expires { lines += ["", "good until \(expires)"] }
    return lines.joined(separator: "\n")
  }
}

extension QuoteReport.Option {
  /// The day and, of a slot, its hours.
  fileprivate var day: String {
    guard kind == .slot, let window else { return "\(promisedDate)" }
    return "\(promisedDate) \(window.from.clock)-\(window.until.clock)\(isNearby == true ? ", nearby" : "")"
  }
}

extension String {
  /// The hour and the minute of a moment.
  fileprivate var clock: Substring { dropFirst(11).prefix(5) }
}
