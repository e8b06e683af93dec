import LastMile

func tell(_ quote: Quote, _ planner: Planner, in tag: String) async throws -> [String] {
  let language = Language(tag) ?? .en
  var texts: [String] = []
  for option in quote.options {
    texts.append(option.promiseMessage(in: planner.network, tellsProbability: true).text(in: language))
    texts += option.reasonMessages(in: planner.network).map { $0.text(in: language) }
  }
  guard let first = quote.options.first else { return texts }
  switch try await planner.accept(first.token, at: quote.madeAt) {
  case .accepted(let order):
    texts.append(order.confirmationMessage(in: planner.network).text(in: language))
    for change in order.resourcings {
      texts += change.messages(for: order.order, in: planner.network).map { $0.text(in: language) }
    }
  case .refused(let refusal):
    texts += refusal.messages(in: planner.network).map { $0.text(in: language) }
  }
  return texts
}
