import Logistics
import Promising
import Routing
import Sourcing

/// Looks for days on which a locker has room for an order.
struct LockerSearch {
  let network: Network
  let locker: Locker
  /// What of the locker is taken, but for what the order gives up.
  let book: LockerBook
  let order: Order
  /// Until when nodes are closed beside their calendars; `nil` for nobody knows until when.
  let closures: [ID<Node>: Instant?]
  /// What is known of services that are late.
  let late: [Disruption.Kind]

  /// How long a shop says "full" before it says "no".
  static let tries = 14

  /// The ways from a node to the locker, each on the first day on which there may be room, and why there is none.
  func options(from site: Site) -> (options: [ShippingOption], reason: String, isFull: Bool) {
    var (options, isFull) = ([ShippingOption](), false)
    var reason = "no service starts there"
    for service in network.services where service.nodes.contains(site.node.id) {
      switch option(from: site, by: service, [], asIfPlaced: begin(at: site)) {
      case .success(.some(let option)): options.append(option)
      case .success(nil):
        isFull = true
        reason = "the locker is full for two weeks"
      case .failure(let failure): if let text = failure.reason { reason = text }
      }
    }
    return (options, reason, isFull)
  }

  /// The same way on a later day, because there is too little room on its own; `nil` if there is none.
  func later(_ option: ShippingOption) -> ShippingOption? {
    let next = midnight(after: option.promise.placedAt)
    return try? self.option(
      from: option.site, by: option.service, option.fullDays + [option.promise.deliveryDate], asIfPlaced: next
    ).get()
  }

  /// When the order counts as placed at a node.
  private func begin(at site: Site) -> Instant {
    closures[site.node.id].flatMap { $0 }.map { max($0, order.placedAt) } ?? order.placedAt
  }

  private func midnight(after moment: Instant) -> Instant {
    max(moment, network.zone.instant(network.zone.date(at: moment).adding(days: 1), .midnight))
  }

  /// - Parameter full: days that were found to be full.
  /// - Returns: `nil` if the locker is full.
  private func option(
    from site: Site, by service: ShippingService, _ full: [LocalDate], asIfPlaced moment: Instant
  ) -> Result<ShippingOption?, Network.NoOption> {
    var (moment, full) = (moment, full)
    let last = network.zone.date(at: begin(at: site)).adding(days: Self.tries - 1)
    while network.zone.date(at: moment) <= last {
      switch network.option(for: order.placed(at: moment), from: site, by: service, on: { _ in nil }) {
      case .failure(let failure): return .failure(failure)
      case .success(let timetable):
        guard var option = network.delayed(timetable, to: locker.node.coordinate, by: late) else {
          return .failure(Network.NoOption(reason: "\(service.id) is late, nobody knows how long"))
        }
        let day = option.promise.deliveryDate
        // On days on which nothing is brought there is nothing to look for.
        if full.last.map({ $0 < day }) ?? true {
          if book.stay(option.promise, in: locker, sizes: sizes) != nil {
            option.fullDays = full
            option.rate = parted(option.rate)
            return .success(option)
          }
          full.append(day)
        }
      }
      moment = midnight(after: moment)
    }
    return .success(nil)
  }

  /// The sizes that are looked for: those of the order in one heap if there are any, or else those of each of its units.
  private var sizes: [Int] {
    let goods = network.goods(of: order, by: .flat(0))
    let whole = locker.sizes(for: goods.weight, goods.volume)
    guard whole.isEmpty else { return whole }
    return Set(order.lines.compactMap { network.product($0.sku) }.flatMap { locker.sizes(for: $0.weight, $0.volume) }).sorted()
  }

  /// Whether no compartment takes a unit of some line that the order cannot do without.
  var isTooLarge: Bool {
    let fits = zip(order.lines, network.substitutes(for: order)).map { line, substitutes in
      ([line.sku] + substitutes.map(\.sku)).compactMap { network.product($0) }
        .contains { !locker.sizes(for: $0.weight, $0.volume).isEmpty }
    }
    return order.shipsComplete ? fits.contains(false) : !fits.contains(true)
  }

  // MARK: Parcels into compartments

  enum Placement {
    /// With a compartment for each parcel.
    case placed(Offer)
    /// The lanes whose parcels find none on the days of the offer.
    case full(Set<Lane>)
    /// A parcel fits in no compartment.
    case tooLarge
  }

  struct Lane: Hashable {
    let node: ID<Node>
    let service: ID<DeliveryService>
  }

  /// Finds a compartment for each parcel of an offer, those that fit in the fewest sizes first: each takes the smallest that it
  /// fits in and that is free.
  ///
  /// Where what fits a size fits all that are larger, parcels that come on one day find room whenever there is any for all of
  /// them. All parcels lie there together on some day, so that nobody has to come twice.
  func place(_ offer: Offer) -> Placement {
    var (offer, book, full) = (offer, book, Set<Lane>())
    let sizes = offer.parcels.map { locker.sizes(for: $0.contents.weight, $0.contents.volume) }
    guard !sizes.contains([]) else { return .tooLarge }
    for number in sizes.indices.sorted(by: { (sizes[$0].count, $0) < (sizes[$1].count, $1) }) {
      let parcel = offer.parcels[number]
      guard let stay = book.stay(parcel.promise, in: locker, sizes: sizes[number]), stay.through >= offer.promisedDate else {
        full.insert(Lane(node: parcel.contents.node, service: parcel.service))
        continue
      }
      book.take(stay)
      offer.parcels[number].stay = stay
    }
    return full.isEmpty ? .placed(offer) : .full(full)
  }
}

extension Ways {
  /// Offers whose parcels all have a compartment, where the order is for a locker. What finds none comes on a later day, and all
  /// is looked for anew.
  ///
  /// - Parameter find: finds offers, soonest first, each cheaper than all before it.
  func placed(_ find: (Ways) throws -> [Offer]) rethrows -> (offers: [Offer], isTooLarge: Bool) {
    guard let locker else { return (try find(self), false) }
    var ways = self
    var (offers, isTooLarge) = ([Offer](), false)
    for _ in 0..<LockerSearch.tries where !ways.options.isEmpty {
      var full: Set<LockerSearch.Lane> = []
      for offer in try find(ways) {
        switch locker.place(offer) {
        // What has room comes again while others are looked for.
        case .placed(let offer): if !offers.contains(offer) { offers.append(offer) }
        case .full(let lanes): full.formUnion(lanes)
        case .tooLarge: isTooLarge = true
        }
      }
      guard !full.isEmpty else { break }
      // A lane may be full for the parcels of one offer and not for those of another.
      ways.options = ways.options.compactMap { option in
        full.contains(LockerSearch.Lane(node: option.site.node.id, service: option.service.id)) ? locker.later(option) : option
      }
    }
    offers.sort { ($0.promisedDate, $0.cost.total) < ($1.promisedDate, $1.cost.total) }
    let front = offers.reduce(into: [Offer]()) { front, offer in
      if front.last.map({ offer.cost.total < $0.cost.total }) ?? true { front.append(offer) }
    }
    return (front, isTooLarge)
  }
}
