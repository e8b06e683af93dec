@testable import LastMile
import Synchronization
import Testing

/// Quotes: what they say, what they keep, and that they are kept.
struct QuoteTests {
  private let shirt = OrderLine("shirt", quantity: 1)
  private let now = SmallTown.instant("2026-12-02T10:00:00-03:00")

  private func cart(
    _ id: ID<Order> = "c-1", _ lines: [OrderLine]? = nil, channel: Channel = .web, at kilometres: Double = 1,
    pickups: Cart.Pickups = .none
  ) -> Cart {
    Cart(
      id: id, customer: "u-1", channel: channel, lines: lines ?? [shirt], address: SmallTown.point(kilometres), pickups: pickups)
  }

  private func quote(_ planner: Planner, _ cart: Cart, at now: Instant? = nil) async throws -> Quote {
    try #require(try await planner.quote(for: cart, at: now ?? self.now).quote)
  }

  @Test func `a quote has the front of the door and of each store, cheapest first, and each option is as its offer`() async throws
  {
    let planner = try await SmallTown.planner(SmallTown.network(), stock: [("shirt", "dc", 5), ("shirt", "s4", 5)])
    let quote = try await quote(planner, cart(pickups: .nearest(2)))
    #expect(quote.expires == now + .minutes(15))
    #expect(zip(quote.options, quote.options.dropFirst()).allSatisfy { $0.cost.total <= $1.cost.total })
    #expect(Set(quote.options.map(\.kind)).isSuperset(of: [.standard, .pickup]))
    for option in quote.options {
      #expect(option.probability == 0.95)
      #expect(option.reasons.last != nil && option.promisedDate == option.offer.promisedDate)
      for other in quote.options where other.offer.order.fulfilment == option.offer.order.fulfilment && other != option {
        #expect(other.cost.total > option.cost.total || other.promisedDate > option.promisedDate)
      }
    }
    let stores = quote.options.filter { $0.kind == .pickup }.map(\.offer.order.fulfilment)
    #expect(Set(stores) == [.pickup(at: "s2"), .pickup(at: "s4")])
  }

  @Test func `the same cart has the same quote on every channel while it is good, and keeps its own last unit`() async throws {
    let planner = try await SmallTown.planner(SmallTown.network(), stock: [("shirt", "dc", 1)])
    let first = try await quote(planner, cart())
    for channel in Channel.allCases {
      #expect(try await quote(planner, cart(channel: channel), at: now + .minutes(14)) == first)
    }
    // For anybody else there is none left.
    #expect(try await planner.quote(for: cart("c-2"), at: now).quote == nil)
    #expect(try await quote(planner, cart("c-2"), at: now + .minutes(15)).cart.id == "c-2")
  }

  @Test func `an accepted option is the order exactly as quoted, though the cut-off passed and stock left meanwhile`()
    async throws
  {
    let planner = try await SmallTown.planner(SmallTown.network(), stock: [("shirt", "dc", 2), ("shirt", "s4", 2)])
    // The cut-off is at four.
    let quote = try await quote(planner, cart(), at: SmallTown.instant("2026-12-02T15:55:00-03:00"))
    let later = SmallTown.instant("2026-12-02T16:05:00-03:00")
    for number in 0..<4 {
      _ = try await planner.place(
        SmallTown.order([shirt], SmallTown.door(1), id: ID("o\(number)"), placed: "2026-12-02T16:04:00-03:00"))
    }
    for option in quote.options.prefix(1) {
      let accepted = try #require(try await planner.accept(option.token, at: later).accepted)
      #expect(accepted.offer == option.offer && accepted.promisedDate == option.promisedDate)
      #expect(try await planner.accept(option.token, at: later + .hours(5)) == .accepted(accepted))
      let hold = try #require(try await planner.inventory.hold(named: accepted.hold, at: later))
      #expect(hold.order == "c-1")
      #expect(
        hold.allocations
          == option.offer.parcels.flatMap { parcel in
            parcel.contents.lines.map { Allocation($0.sku, at: parcel.contents.node, quantity: $0.quantity) }
          })
    }
    #expect(try await planner.inventory.audit().isEmpty)
  }

  @Test func `a quote that ended, one that was withdrawn and a forged one are refused by name, and nothing stays kept`()
    async throws
  {
    let planner = try await SmallTown.planner(SmallTown.network(), stock: [("shirt", "dc", 3)])
    func free(at moment: Instant) async throws -> Int {
      try await planner.inventory.availableToPromise("shirt", at: "dc", for: .web, at: moment)
    }
    let first = try await quote(planner, cart())
    #expect(try await free(at: now) == 2)
    let token = first.options[0].token
    let forged = QuoteToken(String(token.text.dropLast()) + (token.text.hasSuffix("0") ? "1" : "0"))
    #expect(try await planner.accept(forged, at: now) == .refused(.quoteForged))
    #expect(try await planner.accept(QuoteToken("nonsense"), at: now) == .refused(.quoteForged))
    #expect(try await planner.accept(token, at: first.expires) == .refused(.quoteExpired(first.expires)))
    #expect(try await free(at: first.expires) == 3)

    let second = try await quote(planner, cart(), at: first.expires)
    let changed = try await quote(planner, cart("c-1", [OrderLine("shirt", quantity: 2)]), at: first.expires)
    #expect(try await planner.accept(second.options[0].token, at: first.expires) == .refused(.quoteWithdrawn))
    #expect(try await free(at: first.expires) == 1)
    #expect(try await planner.withdrawQuote(of: "c-1", at: first.expires))
    #expect(try await planner.accept(changed.options[0].token, at: first.expires) == .refused(.quoteWithdrawn))
    #expect(try await free(at: first.expires) == 3)
    #expect(try await !planner.withdrawQuote(of: "c-1", at: first.expires))
  }

  @Test func `the last door of a van is kept by a quote, and given back when it ends`() async throws {
    let network = try SmallTown.network(fleet: [SmallTown.vehicle("v", at: "dc", stops: 1)])
    let planner = try await SmallTown.planner(network, stock: [("shirt", "dc", 9)])
    func day(_ cart: Cart, at moment: Instant) async throws -> LocalDate? {
      try await quote(planner, cart, at: moment).options.first { $0.services == ["van"] }?.promisedDate
    }
    let first = try await day(cart("c-1"), at: now)
    let second = try await day(cart("c-2"), at: now)
    #expect(try #require(second) > (try #require(first)))
    #expect(try await day(cart("c-3"), at: now + .minutes(16)) == first)
  }

  @Test func `one token brought by many tasks at once is one order, and another token of the quote is refused`() async throws {
    let planner = try await SmallTown.planner(SmallTown.network(), stock: [("shirt", "dc", 5), ("shirt", "s4", 5)])
    let quote = try await quote(planner, cart(pickups: .nearest(2)))
    let tokens = quote.options.prefix(2).map(\.token)
    try #require(tokens.count == 2)
    let answers = try await withThrowingTaskGroup(of: (Int, QuoteAcceptance).self) { group in
      for task in 0..<40 { group.addTask { (task % 2, try await planner.accept(tokens[task % 2], at: now)) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    let winners = Set(answers.filter { $0.1.accepted != nil }.map(\.0))
    #expect(winners.count == 1)
    for (token, answer) in answers where !winners.contains(token) { #expect(answer == .refused(.alreadyAccepted)) }
    #expect(answers.allSatisfy { $0.1.accepted != nil || !winners.contains($0.0) })
    #expect(planner.acceptedOrders.count == 1)
    #expect(try await planner.quote(for: cart(), at: now) == .refused(.alreadyAccepted))
    #expect(try await planner.inventory.audit().isEmpty)
  }

  @Test func `one cart quoted by many tasks at once has one quote, and keeps what it needs once`() async throws {
    let network = try SmallTown.network(fleet: [SmallTown.vehicle("v", at: "dc", stops: 1)])
    let planner = try await SmallTown.planner(network, stock: [("shirt", "dc", 100)])
    let quotes = try await withThrowingTaskGroup(of: Quote?.self) { group in
      for _ in 0..<30 { group.addTask { try await planner.quote(for: cart(), at: now).quote } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    let standing = try await quote(planner, cart())
    #expect(quotes.allSatisfy { $0 == standing })
    #expect(try await planner.inventory.availableToPromise("shirt", at: "dc", for: .web, at: now) == 99)
    #expect(try await planner.withdrawQuote(of: "c-1", at: now))
    let again = try await quote(planner, cart("c-2"))
    #expect(again.options.map(\.promisedDate) == standing.options.map(\.promisedDate))
    #expect(try await planner.inventory.audit().isEmpty)
  }

  @Test func `a later moment, and a day off more, never make a quote sooner from the same state`() async throws {
    let plain = try SmallTown.network()
    var random = SplitMix(seed: 5)
    let stock: [(SKU, ID<Node>, Int)] = [("shirt", "dc", 50), ("shirt", "s2", 50), ("shirt", "s4", 50), ("shoes", "dc", 50)]
    for number in 0..<60 {
      let moment = SmallTown.instant("2026-12-01T00:00:00-03:00") + .minutes(Int.random(in: 0...20_000, using: &random))
      let one = cart(
        ID("c\(number)"), Bool.random(using: &random) ? nil : [shirt, OrderLine("shoes", quantity: 1)],
        at: Double.random(in: 0...6, using: &random))
      func front(_ network: Network, at moment: Instant) async throws -> [(LocalDate, MinorUnits)] {
        let planner = try await SmallTown.planner(network, stock: stock)
        return try await quote(planner, one, at: moment).options.map { ($0.promisedDate, $0.cost.total) }
      }
      let before = try await front(plain, at: moment)
      let later = try await front(plain, at: moment + .minutes(Int.random(in: 1...3000, using: &random)))
      let closed = try await front(
        SmallTown.network(closedDays: [SmallTown.zone.date(at: moment).adding(days: Int.random(in: 0...3, using: &random))]),
        at: moment)
      for front in [later, closed] {
        // Whatever it offers, there was as good an offer before.
        for (date, cost) in front { #expect(before.contains { $0.0 <= date && $0.1 <= cost }) }
      }
    }
  }

  @Test func `deliveries that came late make the lane less sure, and only from then on`() async throws {
    let planner = try await SmallTown.planner(SmallTown.network(), stock: [("shirt", "dc", 50)])
    func post(_ id: ID<Order>) async throws -> QuoteOption {
      try #require(try await quote(planner, cart(id)).options.first { $0.services == ["van"] })
    }
    let before = try await post("c-1")
    let accepted = try #require(try await planner.accept(before.token, at: now).accepted)
    #expect(planner.noteDelivery(of: "c-1", from: "dc", on: accepted.promisedDate.adding(days: 2)))
    #expect(!planner.noteDelivery(of: "c-1", from: "s4", on: accepted.promisedDate))
    #expect(!planner.noteDelivery(of: "nobody", from: "dc", on: accepted.promisedDate))
    let after = try await post("c-2")
    #expect(after.probability < before.probability && after.probability > 0.7)
    #expect(before.probability == 0.95)
  }

  @Test func `carts that change while many ask for them keep nothing twice`() async throws {
    let planner = try await SmallTown.planner(SmallTown.network(), stock: [("shirt", "dc", 100)])
    for round in 0..<5 {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for task in 0..<30 {
          group.addTask {
            let changed = Cart(
              id: ID("c \(round)"), customer: "c", channel: .web, lines: [OrderLine("shirt", quantity: 1 + task % 3)],
              address: SmallTown.point(1))
            _ = try await planner.quote(for: changed, at: now)
          }
        }
        try await group.waitForAll()
      }
    }
    // One quote for each cart is left, with one visit and a hold of one to three.
    let (days, parcels) = planner.state.withLock { ($0.days, $0.parcels) }
    let quotes = (0..<5).compactMap { round in planner.state.withLock { $0.quotes[ID("c \(round)")] } }
    #expect(quotes.count == 5)
    let options = quotes.reduce(0) { $0 + Set($1.options.map(\.promisedDate)).count }
    #expect(days.values.reduce(0) { $0 + $1.count } <= options && parcels.values.allSatisfy { $0 <= 5 })
    for quote in quotes { #expect(try await planner.withdrawQuote(of: quote.cart.id, at: now)) }
    let after = planner.state.withLock { ($0.days, $0.parcels) }
    #expect(after.0.values.allSatisfy { $0.count == 0 } && after.1.values.allSatisfy { $0 == 0 })
    #expect(try await planner.inventory.availableToPromise("shirt", at: "dc", for: .web, at: now) == 100)
  }

  @Test func `an order takes the place of the quote of its cart`() async throws {
    let planner = try await SmallTown.planner(SmallTown.network(), stock: [("shirt", "dc", 100)])
    let standing = try await quote(planner, cart())
    let offer = standing.options[0].offer
    _ = try #require(try await planner.accept(offer).accepted)
    #expect(try await planner.accept(standing.options[0].token, at: now) == .refused(.alreadyAccepted))
    try await planner.withdrawQuote(of: "c-1", at: now + .hours(1))
    #expect(
      planner.state.withLock { $0.days.values.reduce(0) { $0 + $1.count } }
        == planner.network.visits(of: offer.order, offer.parcels).count)
    #expect(try await planner.inventory.availableToPromise("shirt", at: "dc", for: .web, at: now) == 99)
  }
}
