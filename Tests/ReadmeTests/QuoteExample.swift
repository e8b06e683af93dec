import LastMile

/// A customer looks at the cart on the phone and buys on the laptop, ten minutes later.
func buy(_ cart: Cart, from planner: Planner, at now: Instant) async throws -> AcceptedOrder? {
  guard case .quoted(let quote) = try await planner.quote(for: cart, at: now) else { return nil }
  for option in quote.options {
    print(option.kind, option.promisedDate, option.cost.total, "kept with", option.probability)
    for reason in option.reasons { print("  \(reason)") }
  }
  // The token travels to the shop's page and back; nobody else can make one.
  let token = quote.options[0].token.text
  switch try await planner.accept(QuoteToken(token), at: now + .minutes(10)) {
  case .accepted(let order): return order
  case .refused(let refusal):
    print(refusal)
    return nil
  }
}
