import Logistics

/// The quotes that are good, by their carts.
struct QuoteBook {
  private var quotes: [ID<Order>: Quote] = [:]
  /// Carts in the order in which their quotes end.
  private var ends: [(at: Instant, quote: ID<Quote>, cart: ID<Order>)] = []
  /// How many of ``ends`` have passed.
  private var passed = 0
  private var count = 0

  /// The options that are being accepted.
  private var claims: [ID<Order>: Int] = [:]

  subscript(cart: ID<Order>) -> Quote? { quotes[cart] }

  /// Claims an option of a cart, so that its quote does not end while it is accepted; `false` if another one is claimed.
  mutating func claim(_ cart: ID<Order>, option: Int) -> Bool {
    if let claimed = claims[cart] { return claimed == option }
    claims[cart] = option
    return true
  }

  /// Gives a claim up, because the option could not be taken.
  mutating func release(_ cart: ID<Order>) {
    claims[cart] = nil
    // Its end may have been passed over.
    if let quote = quotes[cart] { add(quote) }
  }

  /// A number that no quote had before.
  mutating func nextNumber() -> Int {
    count += 1
    return count
  }

  mutating func add(_ quote: Quote) {
    quotes[quote.cart.id] = quote
    ends.append((quote.expires, quote.id, quote.cart.id))
    // All are good for the same time, but clocks may be told anything.
    var place = ends.count - 1
    while place > passed, ends[place - 1].at > ends[place].at {
      ends.swapAt(place - 1, place)
      place -= 1
    }
  }

  func isClaimed(_ cart: ID<Order>) -> Bool { claims[cart] != nil }

  /// Takes a quote out; `false` if it is not there.
  mutating func remove(_ quote: Quote) -> Bool {
    guard quotes[quote.cart.id]?.id == quote.id else { return false }
    claims[quote.cart.id] = nil
    quotes[quote.cart.id] = nil
    return true
  }

  /// The quotes that have ended and were not told before, but for those that are being accepted.
  mutating func ended(by now: Instant) -> [Quote] {
    var ended: [Quote] = []
    while passed < ends.count, ends[passed].at <= now {
      let end = ends[passed]
      passed += 1
      if let quote = quotes[end.cart], quote.id == end.quote, claims[end.cart] == nil { ended.append(quote) }
    }
    if passed > 1024, passed > ends.count / 2 {
      ends.removeFirst(passed)
      passed = 0
    }
    return ended
  }
}
