import Inventory
import Logistics
import Returns
import Synchronization

extension Planner {
  /// What was delivered of the orders of a return, what other returns have of them, and how much the customer returns.
  func history(for own: ReturnCase, of orders: Set<ID<Order>> = [], at now: Instant) -> ReturnHistory {
    let orders = orders.union(own.lots.compactMap { $0.origin.map { ID($0.order.text) } })
    let others = state.withLock { state in orders.sorted().flatMap { state.returns.cases(of: $0) } }
    let distinct = Dictionary(others.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }).filter { $0.key != own.id }
    return ReturnHistory(
      orders.sorted().flatMap(deliveries(of:)), others: distinct.sorted { $0.key < $1.key }.map(\.value),
      record: record(beside: own, at: now), limits: returnTerms.limits)
  }

  private func deliveries(of id: ID<Order>) -> [ReturnHistory.Delivery] {
    guard let accepted = acceptedOrder(id) else { return [] }
    let (days, serials) = state.withLock { ($0.delivered[id] ?? [:], $0.shippedSerials[id] ?? [:]) }
    var units: [SKU: Int] = [:]
    for parcel in accepted.parcels where days[parcel.contents.node] != nil {
      for line in parcel.contents.lines { units[line.sku, default: 0] += line.quantity }
    }
    return units.sorted { $0.key < $1.key }.map { sku, quantity in
      ReturnHistory.Delivery(ReturnOrigin(id, sku), sku, quantity: quantity, serials: serials[sku] ?? [])
    }
  }

  /// What a customer bought and returned in the days that the limits look at, at the prices of the network.
  private func record(beside current: ReturnCase, at now: Instant) -> ReturnRecord {
    guard returnTerms.limits != .none else { return ReturnRecord() }
    let since = now - .hours(24 * returnTerms.limitDays)
    func value(_ sku: SKU, _ quantity: Int) -> Int { (network.product(sku)?.price.amount ?? 0) * quantity }
    let own = state.withLock { $0.returns.cases(ofCustomer: current.customer) }.filter {
      $0.id != current.id && ($0.timeline.first.map { $0.instant >= since } ?? false)
    }
    let bought = acceptedOrders.filter { $0.order.customer.text == current.customer && $0.order.placedAt >= since }
    return ReturnRecord(
      returns: own.count,
      valueBought: bought.reduce(0) { sum, accepted in
        sum + accepted.parcels.flatMap(\.contents.lines).reduce(0) { $0 + value($1.sku, $1.quantity) }
      },
      valueReturned: own.flatMap(\.lots).filter(\.isClaim).reduce(0) { $0 + value($1.sku, $1.quantity) })
  }
}
