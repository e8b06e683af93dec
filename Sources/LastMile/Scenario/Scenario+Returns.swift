import Logistics

extension Scenario {
  /// Notes what is wrong with the returns, each fault with its return and what was found.
  func validateReturns(_ faults: inout FaultList) {
    let known = Dictionary(orders.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var returned = Set<ID<ReturnRequest>>()
    var replaced: [ID<Order>: ReturnRequest] = [:]
    for request in returns {
      let place = "return \(request.id)"
      faults.check(returned.insert(request.id).inserted, at: place, found: "the name twice", expected: "a name given once")
      if network.product(request.line.sku) == nil {
        faults.add(at: place, found: "product \(request.line.sku)", expected: "a product of the network")
      }
      let customer = request.customer ?? known[request.order]?.customer
      if let order = known[request.order], let customer, order.customer != customer {
        faults.add(at: "\(place), customer", found: "\(customer)", expected: "\(order.customer), whose order \(order.id) is")
      }
      guard let replacement = request.replacement else { continue }
      // Several things of one earlier order may be swapped for those of one new one; goods of two orders are two swaps.
      let first = replaced[replacement] ?? request
      replaced[replacement] = first
      faults.check(
        first.order == request.order, at: "\(place), replacement",
        found: "order \(replacement), which replaces goods of order \(first.order) in return \(first.id)",
        expected: "an order that replaces goods of one earlier order")
      validate(request, replacedBy: known[replacement], of: customer, &faults)
    }
  }

  private func validate(
    _ request: ReturnRequest, replacedBy order: Order?, of customer: ID<Customer>?, _ faults: inout FaultList
  ) {
    let place = "return \(request.id), replacement"
    guard let order, let replacement = request.replacement else {
      faults.add(at: place, found: "order \(request.replacement?.text ?? "")", expected: "an order of the scenario")
      return
    }
    faults.check(
      replacement != request.order, at: place, found: "order \(replacement), with which the goods came", expected: "another order"
    )
    if let customer, order.customer != customer {
      faults.add(at: place, found: "order \(replacement) of \(order.customer)", expected: "an order of \(customer)")
    }
    switch order.fulfilment {
    case .pickup(let node):
      faults.add(at: place, found: "order \(replacement), fetched at \(node)", expected: "an order that is brought to the door")
    case .delivery(let address, _) where address != request.address:
      faults.add(
        at: place, found: "order \(replacement) to \(address.latitude), \(address.longitude)",
        expected: "an order to \(request.address.latitude), \(request.address.longitude), where the goods are fetched")
    case .delivery: break
    }
  }
}
