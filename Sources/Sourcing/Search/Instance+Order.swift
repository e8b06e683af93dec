import Logistics

extension Instance {
  /// Flattens an order. `order` was checked.
  ///
  /// - Parameters:
  ///   - available: units of a line (second) on a lane (first).
  ///   - price: what a unit of a line is worth at the node of a lane.
  ///   - parcelsLeft: how many parcels the node of a lane may still ship.
  init(
    _ order: SourcingOrder, available: (Int, Int) -> Int, price: (Int, Int) -> Int, parcelsLeft: (Int) -> Int?
  ) {
    let (items, firstLines) = Self.items(of: order)
    self.items = items
    maximumParcels = order.maximumParcels ?? .max
    offset = order.extraParcelCost.count
    nothing =
      order.lines.contains { $0.unfilledCost == nil }
      ? nil : order.lines.reduce(order.extraParcelCost.count) { $0 + $1.quantity * ($1.unfilledCost?.count ?? 0) }
    guard maximumParcels > 0 else { return }
    let width = items.count
    for item in 0..<width {
      shift(item, by: max(0, -order.lanes.indices.reduce(0) { min($0, price($1, firstLines[item])) }))
    }
    self.available.reserveCapacity(order.lanes.count * width)
    candidates.reserveCapacity(order.lanes.count)
    unitCost.reserveCapacity(order.lanes.count * width)
    measure.reserveCapacity(order.lanes.count * width)
    picking.reserveCapacity(order.lanes.count * width)
    let shifts = self.items.map(\.shift)
    for (index, lane) in order.lanes.enumerated() where !lane.services.isEmpty {
      let limit = min(maximumParcels, parcelsLeft(index) ?? .max)
      guard limit > 0 else { continue }
      var weight = 0
      var volume = 0
      var any = false
      for item in 0..<width {
        var units = min(available(index, firstLines[item]), items[item].quantity)
        if units > 0, !lane.isFlat,
          lane.cheapest(weight: Weight(items[item].weight), volume: Volume(items[item].volume)) == nil
        {
          units = 0
        }
        units = max(0, units)
        self.available.append(units)
        weight += units * items[item].weight
        volume += units * items[item].volume
        any = any || units > 0
      }
      guard any else {
        self.available.removeLast(width)
        continue
      }
      add(lane, index, limit, weight: weight, volume: volume, extra: order.extraParcelCost.count) {
        price(index, firstLines[$0]) + shifts[$0]
      }
    }
  }

  /// Makes every unit of an item dearer by as much, shipped or not, which changes nothing between plans.
  private mutating func shift(_ item: Int, by amount: Int) {
    guard amount > 0 else { return }
    items[item].shift = amount
    items[item].tiers = items[item].tiers.map {
      Tier(quantity: $0.quantity, unfilledCost: $0.unfilledCost == Self.never ? Self.never : $0.unfilledCost + amount)
    }
    offset += amount * items[item].quantity
    nothing = nothing.map { $0 + amount * items[item].quantity }
  }

  private mutating func add(
    _ lane: Lane, _ index: Int, _ limit: Int, weight: Int, volume: Int, extra: Int, price: (_ item: Int) -> Int
  ) {
    let perParcel = lane.handlingPerParcel.count + extra
    let base = available.count - items.count
    for item in items.indices {
      picking.append(lane.handlingPerUnit.count + price(item))
      unitCost.append(available[base + item] > 0 ? .max : 0)
      measure.append(0)
    }
    var fixed = Int.max
    var growth = Fraction.zero
    var isFlat = true
    for service in lane.services {
      let total = service.rate.chargeable(weight: Weight(weight), volume: Volume(volume)).grams
      let line = LinearMinorant(service.rate, perParcel: perParcel + service.lateness.count, total: total)
      // Under every service's line lies the line with the least of all their numbers.
      fixed = min(fixed, Self.scale * line.fixedPrice - line.slope.ceiling(Self.scale, times: line.touch))
      isFlat = isFlat && (service.rate.isFlat || total <= service.rate.brackets[0].upTo.grams)
      growth = line.growth
      // The chargeable weight is at least either measure; the one that counts for everything together is the tighter.
      let byVolume = total > weight
      // What is not there has no price; it may be so heavy that the price would not fit in an `Int`.
      for (number, item) in items.enumerated() where available[base + number] > 0 {
        var milligrams = item.weight * 1000
        if byVolume, let divisor = service.rate.cubicCentimetresPerKilogram { milligrams = item.volume * 1_000_000 / divisor }
        measure[base + number] = milligrams
        unitCost[base + number] = min(
          unitCost[base + number],
          Self.scale * picking[base + number] + line.slope.floor(Self.scale, times: milligrams))
      }
    }
    candidates.append(
      Candidate(
        lane: index, services: lane.services, perParcel: perParcel,
        lowest: lane.services.reduce(Int.max) { min($0, ($1.rate.lowest + $1.lateness).count) } + perParcel, parcelLimit: limit,
        flat: isFlat,
        // With several services it is not known by whose measure a parcel grows.
        growth: lane.services.count == 1 ? growth : .zero, fixed: fixed))
  }

  /// The products of an order, and a line of each.
  private static func items(of order: SourcingOrder) -> (items: [Item], firstLines: [Int]) {
    var items: [Item] = []
    var firstLines: [Int] = []
    for (index, line) in order.lines.enumerated() {
      let required = line.unfilledCost == nil || order.shipsComplete
      let tier = Tier(quantity: line.quantity, unfilledCost: required ? never : line.unfilledCost!.count)
      if let known = items.firstIndex(where: { $0.sku == line.sku }) {
        items[known].quantity += line.quantity
        items[known].tiers.append(tier)
        items[known].tiers.sort { $0.unfilledCost > $1.unfilledCost }
        items[known].required += required ? line.quantity : 0
      } else {
        items.append(
          Item(
            sku: line.sku, quantity: line.quantity, weight: line.weight.grams, volume: line.volume.cubicCentimetres,
            tiers: [tier], required: required ? line.quantity : 0))
        firstLines.append(index)
      }
    }
    return (items, firstLines)
  }
}
