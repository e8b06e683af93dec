import Logistics

/// An order whose freight depends on the parcel, made ready once to be searched many times: under other prices and on other stock each
/// time.
package final class TariffedOrder: Sendable {
  /// A parcel.
  package struct Box: Sendable {
    /// The place of its lane in ``TariffedOrder/lanes``.
    package let candidate: Int
    /// Units of each item.
    package let units: [Int]

    package init(candidate: Int, units: [Int]) {
      self.candidate = candidate
      self.units = units
    }
  }

  /// What the order is searched under. Every function is asked by places in ``TariffedOrder/lanes`` and, for units, by item.
  package struct Conditions {
    /// How many units may be taken.
    package var units: (_ candidate: Int, _ item: Int) -> Int
    /// What a unit costs more; never below nothing.
    package var price: (_ candidate: Int, _ item: Int) -> Int
    /// How many parcels may ship.
    package var parcels: (_ candidate: Int) -> Int
    /// What each of them costs more; never below nothing.
    package var parcelPrice: (_ candidate: Int) -> Int

    package init(
      units: @escaping (_ candidate: Int, _ item: Int) -> Int, price: @escaping (_ candidate: Int, _ item: Int) -> Int,
      parcels: @escaping (_ candidate: Int) -> Int, parcelPrice: @escaping (_ candidate: Int) -> Int
    ) {
      self.units = units
      self.price = price
      self.parcels = parcels
      self.parcelPrice = parcelPrice
    }
  }

  /// What was found: the parcels by lane, those of one lane heaviest first; none for a plan that ships nothing.
  package struct Answer {
    package let boxes: [Box]
    /// No plan costs less, prices included.
    package let bound: Int
    /// Whether the search came to its end, so that the plan costs no more than the bound.
    package let isExact: Bool
  }

  private let instance: Instance
  /// What it costs to ship nothing.
  private let nothing: Int
  /// No price of a unit and of a parcel is taken to be higher, so that their sums fit. A bound under lower prices holds for higher ones.
  private let mostPrice: (unit: Int, parcel: Int)
  /// Which of the order's lanes could ship something.
  package var lanes: [Int] { instance.candidates.map(\.lane) }

  /// Prices of all units of an order come to no more.
  private static let mostWorth = 1_000_000_000_000_000

  /// An order that was checked.
  ///
  /// - Parameters:
  ///   - factor: what amounts are multiplied by; the most the order could cost, times this, is at most 10¹⁵.
  ///   - nothing: what it costs to ship nothing, multiplied, with the goodwill that the first parcel does not cost.
  ///   - available: units of a line (second) on a lane (first) at most.
  ///   - parcelsLeft: parcels of a lane at most.
  package init(
    _ order: SourcingOrder, times factor: Int, nothing: Int, available: (Int, Int) -> Int, parcelsLeft: (Int) -> Int
  ) {
    var rates: [FreightRate: FreightRate] = [:]
    let lanes = order.lanes.map { lane in
      Lane(
        from: lane.node,
        services: lane.services.map { service in
          let rate = rates[service.rate] ?? FreightRate(service.rate, times: factor)
          rates[service.rate] = rate
          return LaneService(rate, id: service.id, lateness: service.lateness * factor, arrives: service.arrives)
        }, handlingPerParcel: lane.handlingPerParcel * factor, handlingPerUnit: lane.handlingPerUnit * factor)
    }
    let lines = order.lines.map {
      SourcingLine(
        $0.sku, quantity: $0.quantity, weight: $0.weight, volume: $0.volume, unfilledCost: $0.unfilledCost.map { $0 * factor })
    }
    var instance = Instance(
      SourcingOrder(
        lines: lines, lanes: lanes, maximumParcels: order.maximumParcels, shipsComplete: order.shipsComplete,
        extraParcelCost: order.extraParcelCost * factor),
      available: available, price: { _, _ in 0 }, parcelsLeft: parcelsLeft)
    // It is compared with by whoever asks: of an order that must ship it may be too much for the sums of the search.
    if instance.nothing != nil { instance.nothing = nothing }
    self.instance = instance
    self.nothing = nothing
    let units = max(1, instance.items.reduce(0) { $0 + $1.quantity })
    mostPrice = (Self.mostWorth / units, Self.mostWorth / min(units, max(1, instance.maximumParcels)))
  }

  /// The cheapest plan under conditions.
  ///
  /// Complexity: as ``SourcingProblem/solve(stepLimit:)``.
  ///
  /// - Parameter stepLimit: after so many partial plans the best found is returned; what is proved is then less than what it costs.
  package func search(_ conditions: Conditions, stepLimit: Int) -> Answer {
    let (own, origin) = instance.adjusted(
      units: conditions.units, price: { min(self.mostPrice.unit, conditions.price($0, $1)) }, parcels: conditions.parcels,
      parcelPrice: { min(self.mostPrice.parcel, conditions.parcelPrice($0)) })
    var search = Search(own, stepLimit: stepLimit)
    search.run()
    guard let best = search.best, best.cost <= nothing else {
      return Answer(boxes: [], bound: search.exhausted ? min(search.rootBound, nothing) : nothing, isExact: !search.exhausted)
    }
    let boxes = best.boxes.map { Box(candidate: origin[$0.candidate], units: $0.units) }
    let weights = boxes.map { box in box.units.indices.reduce(0) { $0 + box.units[$1] * instance.items[$1].weight } }
    let order = boxes.indices.sorted { (boxes[$0].candidate, -weights[$0], $0) < (boxes[$1].candidate, -weights[$1], $1) }
    return Answer(
      boxes: order.map { boxes[$0] }, bound: search.exhausted ? min(search.rootBound, best.cost) : best.cost,
      isExact: !search.exhausted)
  }

  /// What a plan costs, multiplied, without prices, with the goodwill that the first parcel does not cost.
  ///
  /// - Precondition: Carriers take the parcels, and nothing is left out that must ship if anything does.
  package func cost(of boxes: [Box]) -> Int {
    if boxes.isEmpty { return nothing }
    var cost = 0
    for box in boxes {
      var (weight, volume) = (0, 0)
      for (item, units) in box.units.enumerated() {
        weight += units * instance.items[item].weight
        volume += units * instance.items[item].volume
        cost += units * instance.picking[box.candidate * instance.width + item]
      }
      guard let price = instance.price(box.candidate, weight: weight, volume: volume)?.price else {
        preconditionFailure("a parcel of \(weight) g that no carrier takes")
      }
      cost += price
    }
    for item in 0..<instance.width {
      let left = instance.items[item].quantity - boxes.reduce(0) { $0 + $1.units[item] }
      guard let unfilled = instance.unfilledCost(item, left) else { preconditionFailure("units are left out that must ship") }
      cost += unfilled
    }
    return cost
  }
}

extension Instance {
  /// The same order on less stock and under prices, and which candidate each of the new ones was.
  ///
  /// The lines under the tariffs stay those of all the stock: they lie under the tariff for less of it too.
  func adjusted(
    units: (Int, Int) -> Int, price: (Int, Int) -> Int, parcels: (Int) -> Int, parcelPrice: (Int) -> Int
  ) -> (instance: Instance, origin: [Int]) {
    var other = self
    other.candidates.removeAll(keepingCapacity: true)
    other.available.removeAll(keepingCapacity: true)
    other.picking.removeAll(keepingCapacity: true)
    other.unitCost.removeAll(keepingCapacity: true)
    other.measure.removeAll(keepingCapacity: true)
    var origin: [Int] = []
    for (number, candidate) in candidates.enumerated() {
      let limit = min(candidate.parcelLimit, parcels(number))
      guard limit > 0 else { continue }
      let start = other.available.count
      var any = false
      for item in 0..<width {
        let place = number * width + item
        var left = min(available[place], max(0, units(number, item)))
        let more = left > 0 ? price(number, item) : 0
        // A unit that costs more to pick than to leave out is never taken: without it no parcel is dearer.
        if picking[place] + more >= items[item].tiers[0].unfilledCost { left = 0 }
        any = any || left > 0
        other.available.append(left)
        other.picking.append(picking[place] + more)
        other.unitCost.append(unitCost[place] + Self.scale * more)
        other.measure.append(measure[place])
      }
      guard any else {
        let extra = other.available.count - start
        other.available.removeLast(extra)
        other.picking.removeLast(extra)
        other.unitCost.removeLast(extra)
        other.measure.removeLast(extra)
        continue
      }
      let more = parcelPrice(number)
      origin.append(number)
      other.candidates.append(
        Candidate(
          lane: candidate.lane, services: candidate.services, perParcel: candidate.perParcel + more,
          lowest: candidate.lowest + more, parcelLimit: limit, flat: candidate.flat, growth: candidate.growth,
          fixed: candidate.fixed + Self.scale * more))
    }
    return (other, origin)
  }
}
