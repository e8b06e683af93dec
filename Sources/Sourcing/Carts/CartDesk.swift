import Inventory
import Logistics
import Synchronization

/// Lends searches with their memory to whoever has a cart, so that a checkout does not ask for memory at every one.
final class CartDesk: Sendable {
  static let shared = CartDesk()

  /// Taken whole by one thread, used, and laid back: nothing of it is shared.
  final class Place: @unchecked Sendable {
    var search = CartSearch()
  }

  private let places = Mutex<[Place]>([])

  func take() -> Place { places.withLock { $0.popLast() } ?? Place() }

  func layBack(_ place: Place) { places.withLock { $0.append(place) } }
}

extension CartProblem {
  /// The whole front of cost versus date, as ``SourcingProblem/front(stepLimit:)`` finds it over a lane for each node; `nil` if a search
  /// ended at its limit.
  ///
  /// - Parameters:
  ///   - amending: what is wrong with the lanes of a plan; once nothing is, it is a point of the front. What is amended may only
  ///     make plans dearer or later: the tables may promise too much, but not too little.
  ///   - stepLimit: after so many partial plans a search ends.
  /// - Precondition: ``isSmall``.
  package consuming func front(
    amending: (SourcingPlan) -> [Amendment] = { _ in [] }, stepLimit: Int = 200_000
  ) -> [SourcingFrontPoint]? {
    // No closure holds the cart: it would count references to all that is in it, which other threads count too.
    let place = CartDesk.shared.take()
    defer { CartDesk.shared.layBack(place) }
    return findFront(&place.search, amending, stepLimit)
  }

  private mutating func findFront(
    _ search: inout CartSearch, _ amending: (SourcingPlan) -> [Amendment], _ stepLimit: Int
  ) -> [SourcingFrontPoint]? {
    var front: [SourcingFrontPoint] = []
    guard search.prepare(self) else { return nil }
    var day = CartDays.never - 1
    while true {
      guard let step = cheapest(by: day, &search, stepLimit) else { return nil }
      guard let plan = step.plan, let arrives = plan.arrives else { return front.reversed() }
      let amendments = amending(plan)
      guard amendments.isEmpty else {
        for amendment in amendments { amend(amendment) }
        guard days.isTold, search.prepare(self) else { return nil }
        continue
      }
      // What is there sooner for no more is better.
      while let last = front.last, plan.cost.total <= last.plan.cost.total { front.removeLast() }
      front.append(SourcingFrontPoint(arrives: arrives, plan: plan))
      day = Int32(clamping: arrives.dayNumber - 1)
    }
  }

  /// The cheapest plan that is there by a day, if anything ships; `nil` if it was not found in time.
  private func cheapest(by day: Int32, _ search: inout CartSearch, _ stepLimit: Int) -> (plan: SourcingPlan?, Void)? {
    switch search.solve(self, by: day) {
    case .nothing: return (nil, ())
    case .plan: return (plan(of: search.parcels, by: day), ())
    case .open(let nodes):
      switch sourcing(nodes, by: day).solve(stepLimit: stepLimit) {
      case .plan(let plan) where plan.proven: return (plan.parcels.isEmpty ? nil : plan, ())
      case .plan, .undecided: return nil
      case .infeasible: return (nil, ())
      }
    }
  }

  /// The plan of some parcels as a ``SourcingProblem`` would state it.
  private func plan(of parcels: [CartSearch.Parcel], by day: Int32) -> SourcingPlan {
    var cost = SourcingCost()
    var left = lines.map(\.quantity)
    let sourced = sorted(parcels).map { parcel, weight, volume in
      let node = parcel.node
      guard let number = cheapest(from: node, weight, volume, by: day),
        let rate = rates.rates[number * bandCount + Int(bands[node])], let freight = rate.price(weight: weight, volume: volume)
      else { preconditionFailure("a parcel that no service takes") }
      var contents: [OrderLine] = []
      contents.reserveCapacity(lines.count)
      var units = 0
      for item in lines.indices where parcel.units[item] > 0 {
        let here = Int(parcel.units[item])
        contents.append(OrderLine(lines[item].sku, quantity: here))
        left[item] -= here
        units += here
      }
      let sourced = SourcedParcel(
        node: stock.nodes[node],
        service: LaneService(rate, id: serviceNames[number], arrives: LocalDate(dayNumber: Int(days[node, number]))),
        lines: contents, weight: weight, volume: volume, freight: freight,
        handling: MinorUnits(handlingPerParcel[node] + handlingPerUnit[node] * units))
      cost.add(sourced)
      return sourced
    }
    var unfilled: [OrderLine] = []
    for (line, units) in zip(lines, left) where units > 0 {
      unfilled.append(OrderLine(line.sku, quantity: units))
      cost.unfilled += (line.unfilledCost ?? .zero) * units
    }
    return SourcingPlan(parcels: sourced, unfilled: unfilled, cost: cost, lowerBound: cost.total, steps: 0)
  }

  /// Parcels with what they weigh, by node, the heaviest of a node first.
  private func sorted(_ parcels: [CartSearch.Parcel]) -> [(parcel: CartSearch.Parcel, weight: Weight, volume: Volume)] {
    let sized = parcels.map { parcel in
      var (weight, volume) = (Weight.zero, Volume.zero)
      for item in lines.indices {
        weight += lines[item].weight * Int(parcel.units[item])
        volume += lines[item].volume * Int(parcel.units[item])
      }
      return (parcel: parcel, weight: weight, volume: volume)
    }
    return sized.count < 2
      ? sized : sized.sorted { $0.parcel.node == $1.parcel.node ? $0.weight > $1.weight : $0.parcel.node < $1.parcel.node }
  }

  /// The service that is cheapest for a parcel, the first of those that cost the same; `nil` if none is there by the day.
  private func cheapest(from node: Int, _ weight: Weight, _ volume: Volume, by day: Int32) -> Int? {
    var best: (service: Int, price: Int)?
    for service in serviceNames.indices where days[node, service] <= day {
      let rate = service * bandCount + Int(bands[node])
      guard !rates.isAbsent(rate) else { continue }
      let price = rates.price(rate, weight.grams, volume.cubicCentimetres)
      if price >= 0, best.map({ price < $0.price }) ?? true { best = (service, price) }
    }
    return best?.service
  }
}
