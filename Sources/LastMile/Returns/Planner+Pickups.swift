import Logistics
import Returns
import Synchronization

extension Planner {
  /// Goods of open returns that are to be fetched at the door of their order on a day, with the decision that let them come back: what was
  /// authorised in time is fetched later all the same.
  func arrangedPickups(on date: LocalDate) -> [(request: ReturnRequest, decision: ReturnDecision)] {
    state.withLock { state in
      state.returns.all.flatMap { entry in
        let (own, decisions) = (entry.current, entry.decisions)
        return own.lots.compactMap { lot -> (request: ReturnRequest, decision: ReturnDecision)? in
          guard lot.goods == .arranged, case .pickup(let window) = lot.handover,
            (swapDay(of: lot, state) ?? network.zone.date(at: window.opens)) == date,
            let origin = lot.origin, let place = state.index[ID(origin.order.text)],
            decisions.indices.contains(own.firstLot(of: lot))
          else { return nil }
          let order = state.accepted[place].order
          guard case .delivery(let address, _) = order.fulfilment else { return nil }
          let request = ReturnRequest(
            id: ID("\(own.id)/\(lot.number)"), order: order.id, customer: order.customer,
            deliveredOn: state.delivered[order.id]?.values.max() ?? date, requestedAt: own.timeline[0].instant, address: address,
            line: OrderLine(lot.sku, quantity: lot.quantity), reason: lot.reason,
            replacement: lot.newOrder.map { ID($0.text) },
            window: network.zone.date(at: window.opens) == date ? window : nil)
          return (request, decisions[own.firstLot(of: lot)])
        }
      }
    }
  }

  /// The day on which the house's own vehicles bring the last of what takes the place of units, whatever day was arranged to fetch
  /// them: old goods go when the new ones come.
  private func swapDay(of lot: ReturnLot, _ state: State) -> LocalDate? {
    guard let place = lot.newOrder.flatMap({ state.index[ID($0.text)] }) else { return nil }
    return network.visits(of: state.accepted[place].order, state.accepted[place].parcels).map(\.day.day).max()
  }
}

extension ReturnCase {
  /// The lot that was asked for and of which a lot was split off.
  fileprivate func firstLot(of lot: ReturnLot) -> Int {
    var number = lot.number
    while let parent = lots[number].splitFrom { number = parent }
    return number
  }
}
