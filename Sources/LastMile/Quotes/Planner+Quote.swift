import Inventory
public import Logistics
import Promising
import Sourcing
import Synchronization

extension Planner {
  /// Quotes a cart: every way in which it can come, with its day, its price and how sure it is; and keeps what they need until the quote
  /// ends.
  ///
  /// The same cart asked again while its quote is good gets the same quote, on whatever channel. A cart that was changed is quoted anew,
  /// and its earlier quote is given up.
  ///
  /// All options are kept at once: of each product and node as much as the option that takes most. Who only shows days on a page asks
  /// ``offers(for:explained:)``, which keeps nothing.
  ///
  /// - Parameter now: the moment of the quote, at which the cart counts as ordered.
  /// - Throws: What the inventory throws; `InvalidInput` if the cart itself makes no sense.
  /// - Complexity: as ``offers(for:explained:)``, for the door and for each store and locker.
  public func quote(for cart: Cart, at now: Instant) async throws -> QuoteOutcome {
    // Two quotes of one cart at once would keep everything twice.
    await begin(cart.id)
    defer { end(cart.id) }
    dropEndedQuotes(by: now)
    let (known, isOrder) = state.withLock { ($0.quotes[cart.id], $0.index[cart.id] != nil) }
    guard !isOrder else { return .refused(.alreadyAccepted) }
    if let known {
      if known.cart.isSame(as: cart), known.madeAt <= now, now < known.expires { return .quoted(known) }
      guard try await withdraw(known, at: now) else { return .refused(.alreadyAccepted) }
    }
    // Stock may move between the look at it and the hold.
    for _ in 0..<3 {
      let (ways, refusal) = try await offers(for: cart, at: now)
      guard !ways.isEmpty else { return .refused(refusal ?? .notServed([:])) }
      if let quote = try await keep(ways, cart, at: now) { return .quoted(quote) }
    }
    return .refused(.outrun)
  }

  /// Waits until nobody else quotes a cart.
  private func begin(_ cart: ID<Order>) async {
    guard !state.withLock({ $0.begin(cart, orWaitAs: nil) }) else { return }
    await withCheckedContinuation { waiting in
      if state.withLock({ $0.begin(cart, orWaitAs: waiting) }) { waiting.resume() }
    }
  }

  private func end(_ cart: ID<Order>) {
    let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
      guard state.quoting[cart]?.isEmpty == false else {
        state.quoting[cart] = nil
        return nil
      }
      return state.quoting[cart]?.removeFirst()
    }
    next?.resume()
  }

  /// Takes an option of a quote, as it stands there.
  ///
  /// - Returns: The accepted order; a refusal if the quote ended, was given up, or was not made here. The same token again is answered as
  ///   the first time; another one for an order that was accepted is refused.
  /// - Throws: What the inventory throws.
  public func accept(_ token: QuoteToken, at now: Instant) async throws -> QuoteAcceptance {
    dropEndedQuotes(by: now)
    let quote: Quote
    let number: Int
    switch state.withLock({ $0.claim(token, at: now) }) {
    case .failure(let refusal): return .refused(refusal)
    case .success(.accepted(let order)): return .accepted(order)
    case .success(.claimed(let claimed, let option)): (quote, number) = (claimed, option)
    }
    let offer = quote.options[number].offer
    do {
      let change = try await inventory.amend(
        quote.hold, to: offer.allocations, requestID: ID("\(quote.id) option \(number)"), at: now)
      if case .done = change, case .done = try await inventory.confirm(quote.hold, for: ID(quote.cart.id.text), at: now) {
        return state.withLock { .accepted($0.accept(quote, option: number, at: now, in: network)) }
      }
    } catch {
      state.withLock { $0.quotes.release(quote.cart.id) }
      throw error
    }
    // The inventory was told a later moment than this: what it kept has ended.
    state.withLock { $0.giveBack(quote, in: network) }
    return .refused(.quoteExpired(quote.expires))
  }

  /// Gives up a quote and what it keeps, because its customer lets the cart go.
  ///
  /// - Returns: Whether there was one that was good.
  /// - Throws: What the inventory throws.
  @discardableResult
  public func withdrawQuote(of cart: ID<Order>, at now: Instant) async throws -> Bool {
    dropEndedQuotes(by: now)
    guard let quote = state.withLock({ $0.quotes[cart] }) else { return false }
    return try await withdraw(quote, at: now)
  }

  /// Gives up a quote, unless one of its options is being accepted.
  func withdraw(_ quote: Quote, at now: Instant) async throws -> Bool {
    let isWithdrawn = state.withLock { state in
      guard state.quotes[quote.cart.id]?.id == quote.id, !state.quotes.isClaimed(quote.cart.id) else { return false }
      state.giveBack(quote, in: network)
      return true
    }
    if isWithdrawn { _ = try await inventory.release(quote.hold, at: now) }
    return isWithdrawn
  }

  /// The holds of quotes that ended have ended with them.
  private func dropEndedQuotes(by now: Instant) {
    state.withLock { state in
      for quote in state.quotes.ended(by: now) { state.giveBack(quote, in: network) }
    }
  }

  // MARK: Its options

  /// One way to get a cart.
  struct Way {
    let kind: QuoteOption.Kind
    let offer: Offer
    var isNearby = false
  }

  /// The offers of a cart in each way to get it, and why the first way that was asked for has none.
  private func offers(for cart: Cart, at now: Instant) async throws -> (ways: [Way], refusal: Refusal?) {
    var ways: [Way] = []
    var refusal: Refusal?
    var fulfilments: [Fulfilment] = cart.address.map { [.delivery(to: $0, between: nil)] } ?? []
    fulfilments += network.pickupPlaces(of: cart).map { .pickup(at: $0) }
    for fulfilment in fulfilments {
      let order = cart.order(fulfilment, at: now)
      let offers = try await offers(for: order)
      if offers.isEmpty, refusal == nil { refusal = try await self.refusal(of: order) }
      for (place, offer) in offers.enumerated() {
        switch fulfilment {
        case .delivery: ways.append(Way(kind: place == offers.count - 1 ? .standard : .express, offer: offer))
        case .pickup: ways.append(Way(kind: network.locker(of: fulfilment) == nil ? .pickup : .locker, offer: offer))
        }
      }
    }
    for slot in try await slotsToKeep(for: cart, at: now) {
      if let offer = slot.offer { ways.append(Way(kind: .slot, offer: offer, isNearby: slot.isNearby)) }
    }
    ways.sort {
      ($0.offer.cost.total, $0.offer.promisedDate, $0.offer.window?.opens ?? now)
        < ($1.offer.cost.total, $1.offer.promisedDate, $1.offer.window?.opens ?? now)
    }
    return (ways, refusal)
  }

  /// Keeps what the options need, and signs them; `nil` if it is not there any more.
  private func keep(_ ways: [Way], _ cart: Cart, at now: Instant) async throws -> Quote? {
    let nothing = State.Room(of: cart.id)
    guard let (number, kept, room) = state.withLock({ $0.number(ways, cart, in: network) }) else { return nil }
    let id = ID<Quote>(cart: cart.id, number: number)
    let expires = now + quoting.validity
    var most: [Allocation.Place: Int] = [:]
    for way in kept {
      for (place, units) in way.offer.units where units > most[place] ?? 0 { most[place] = units }
    }
    let request = HoldRequest(
      id: ID("quote \(id)"), most.map { Allocation($0.key.sku, at: $0.key.node, quantity: $0.value) },
      for: ID(cart.customer.text), on: cart.channel, until: expires)
    let hold: Hold
    do {
      guard case .held(let held) = try await inventory.hold(request, against: nil, at: now) else {
        state.withLock { $0.move(room, to: nothing) }
        return nil
      }
      hold = held
    } catch {
      state.withLock { $0.move(room, to: nothing) }
      throw error
    }
    let (record, today) = (lateness, network.zone.date(at: now))
    let options = kept.enumerated().map { place, way in
      QuoteOption(
        kind: way.kind, offer: way.offer, probability: probability(of: way.offer, by: record, on: today),
        token: QuoteToken(id, option: place, expires: expires, terms: way.offer.terms, key: quoting.key),
        isNearby: way.isNearby)
    }
    let quote = Quote(id: id, cart: cart, madeAt: now, expires: expires, options: options, hold: hold.id)
    state.withLock { $0.quotes.add(quote) }
    return quote
  }
}

extension Planner.State {
  /// Forgets a quote and what it keeps of nodes and vehicles.
  mutating func giveBack(_ quote: Quote, in network: Network) {
    guard quotes.remove(quote) else { return }
    let nothing = Room(of: quote.cart.id)
    move(nothing.union(quote.options.lazy.map(\.offer), in: network), to: nothing)
  }

  /// Whether a cart may be quoted now; if somebody else quotes it, who waits is told when that is over.
  fileprivate mutating func begin(_ cart: ID<Order>, orWaitAs waiting: CheckedContinuation<Void, Never>?) -> Bool {
    guard quoting[cart] != nil else {
      quoting[cart] = []
      return true
    }
    if let waiting { quoting[cart]?.append(waiting) }
    return false
  }

  /// Takes what ways to get a cart need, and a number for its quote; `nil` if that is not there. Of slots that leave no room for each
  /// other the first are kept.
  fileprivate mutating func number(
    _ ways: [Planner.Way], _ cart: Cart, in network: Network
  ) -> (number: Int, kept: [Planner.Way], room: Room)? {
    guard index[cart.id] == nil else { return nil }
    let nothing = Room(of: cart.id)
    var room = nothing.union(ways.lazy.filter { $0.kind != .slot }.map(\.offer), in: network)
    guard exchange(nothing, for: room, in: network) else { return nil }
    let kept = ways.filter { way in
      guard way.kind == .slot else { return true }
      let more = room.union(Room(way.offer, in: network))
      guard exchange(room, for: more, in: network) else { return false }
      room = more
      return true
    }
    return kept.isEmpty ? nil : (quotes.nextNumber(), kept, room)
  }

  fileprivate enum Claim {
    /// The order was accepted by this token before.
    case accepted(AcceptedOrder)
    /// The option is this token's to take.
    case claimed(Quote, option: Int)
  }

  /// Claims the option of a token for whoever brings it. Others may bring it at the same time, but no other token of the quote.
  fileprivate mutating func claim(_ token: QuoteToken, at now: Instant) -> Result<Claim, Refusal> {
    guard let claim = token.claim else { return .failure(.quoteForged) }
    if let place = index[claim.quote.cart] {
      return acceptedTokens[claim.quote.cart] == token ? .success(.accepted(accepted[place])) : .failure(.alreadyAccepted)
    }
    guard let quote = quotes[claim.quote.cart], quote.id == claim.quote else {
      return .failure(claim.expires <= now ? .quoteExpired(claim.expires) : .quoteWithdrawn)
    }
    guard quote.options.indices.contains(claim.option), quote.options[claim.option].token == token else {
      return .failure(.quoteForged)
    }
    guard now < quote.expires else { return .failure(.quoteExpired(quote.expires)) }
    guard quotes.claim(quote.cart.id, option: claim.option) else { return .failure(.alreadyAccepted) }
    return .success(.claimed(quote, option: claim.option))
  }

  /// Makes an order of a quote's option. What the quote kept is enough for each of them.
  fileprivate mutating func accept(_ quote: Quote, option: Int, at now: Instant, in network: Network) -> AcceptedOrder {
    if let place = index[quote.cart.id] { return accepted[place] }
    let order = AcceptedOrder(quote.options[option].offer, hold: quote.hold)
    _ = quotes.remove(quote)
    let kept = Room(of: quote.cart.id).union(quote.options.lazy.map(\.offer), in: network)
    move(kept, to: Room(order, in: network))
    queue(order.work(), at: now, in: network)
    index[quote.cart.id] = accepted.count
    accepted.append(order)
    acceptedTokens[quote.cart.id] = quote.options[option].token
    return order
  }
}

extension ID<Quote> {
  init(cart: ID<Order>, number: Int) { self.init("\(cart)#\(number)") }

  /// The cart that it is of.
  var cart: ID<Order> { ID<Order>(String(text[..<(text.lastIndex(of: "#") ?? text.endIndex)])) }
}

extension Offer {
  /// What ships from where.
  fileprivate var units: [Allocation.Place: Int] {
    var units: [Allocation.Place: Int] = [:]
    for parcel in parcels {
      for line in parcel.contents.lines { units[Allocation.Place(parcel.contents.node, line.sku), default: 0] += line.quantity }
    }
    return units
  }

  /// All that is promised, in one text.
  fileprivate var terms: String {
    var terms = "\(order.placedAt.secondsSince1970) \(promisedDate.dayNumber) \(cost.total.count)"
    for parcel in parcels {
      terms += "\n\(parcel.contents.node) \(parcel.service) \(parcel.promise.deliveryDate.dayNumber)"
      if let window = parcel.promise.window { terms += " \(window.opens.secondsSince1970)-\(window.closes.secondsSince1970)" }
      if let stay = parcel.stay { terms += " until \(stay.through.dayNumber)" }
      for line in parcel.contents.lines { terms += " \(line.quantity) \(line.sku)" }
    }
    if let lastLeg { terms += "\n\(lastLeg.parcel.hub) \(lastLeg.service) \(lastLeg.promise.deliveryDate.dayNumber)" }
    return terms
  }
}

extension Allocation {
  /// A product at a node.
  fileprivate struct Place: Hashable {
    let node: ID<Node>
    let sku: SKU

    init(_ node: ID<Node>, _ sku: SKU) {
      self.node = node
      self.sku = sku
    }
  }
}

extension Network {
  /// The stores and lockers at which a cart could be fetched, nearest first.
  func pickupPlaces(of cart: Cart) -> [ID<Node>] {
    switch cart.pickups {
    case .none: return []
    case .at(let nodes): return nodes
    case .nearest(let count):
      guard let address = cart.address else { return [] }
      let nodes = sites.filter { $0.pickupHours != nil }.map(\.node) + lockers.map(\.node)
      let places = nodes.map { ($0.coordinate.greatCircleMetres(to: address), $0.id) }
      return places.sorted { $0 < $1 }.prefix(max(0, count)).map(\.1)
    }
  }
}
