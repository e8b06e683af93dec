import Logistics

extension Instance {
  /// Flattens an order. `order` was checked.
  ///
  /// - Parameters:
  ///   - available: units of a line (second) on a lane (first).
  ///   - parcelsLeft: how many parcels the node of a lane may still ship.
  init(_ order: SourcingOrder, available: (Int, Int) -> Int, parcelsLeft: (Int) -> Int?) {
    let (items, firstLines) = Self.items(of: order)
    self.items = items
    maximumParcels = order.maximumParcels ?? .max
    offset = order.extraParcelCost.count
    nothing =
      order.lines.contains { $0.unfilledCost == nil }
      ? nil : order.lines.reduce(order.extraParcelCost.count) { $0 + $1.quantity * ($1.unfilledCost?.count ?? 0) }
    guard maximumParcels > 0 else { return }
    let width = items.count
    self.available.reserveCapacity(order.lanes.count * width)
    candidates.reserveCapacity(order.lanes.count)
    unitCost.reserveCapacity(order.lanes.count * width)
    measure.reserveCapacity(order.lanes.count * width)
    for (index, lane) in order.lanes.enumerated() {
      guard let rate = lane.freight else { continue }
      let limit = min(maximumParcels, parcelsLeft(index) ?? .max)
      guard limit > 0 else { continue }
      var weight = 0
      var volume = 0
      var any = false
      for item in 0..<width {
        var units = min(available(index, firstLines[item]), items[item].quantity)
        if units > 0, !rate.isFlat,
          rate.price(weight: Weight(items[item].weight), volume: Volume(items[item].volume)) == nil
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
      add(lane, index, rate, limit, weight: weight, volume: volume, extra: order.extraParcelCost.count)
    }
  }

  private mutating func add(
    _ lane: Lane, _ index: Int, _ rate: FreightRate, _ limit: Int, weight: Int, volume: Int, extra: Int
  ) {
    let perParcel = lane.handlingPerParcel.count + extra
    let total = rate.chargeable(weight: Weight(weight), volume: Volume(volume)).grams
    let line = LinearMinorant(rate, perParcel: perParcel, total: total)
    let scale = Self.scale
    let flat = rate.isFlat || total <= rate.brackets[0].upTo.grams
    candidates.append(
      Candidate(
        lane: index, rate: rate, perParcel: perParcel, perUnit: lane.handlingPerUnit.count, lateness: lane.lateness.count,
        parcelLimit: limit, flat: flat, growth: line.growth,
        fixed: scale * (lane.lateness.count + line.fixedPrice) - line.slope.ceiling(scale, times: line.touch)))
    // The chargeable weight is at least either measure; the one that counts for everything together is the tighter.
    let byVolume = total > weight
    let base = available.count - items.count
    for (number, item) in items.enumerated() {
      // What is not there has no price; it may be so heavy that the price would not fit in an `Int`.
      guard available[base + number] > 0 else {
        measure.append(0)
        unitCost.append(0)
        continue
      }
      var milligrams = item.weight * 1000
      if byVolume, let divisor = rate.cubicCentimetresPerKilogram { milligrams = item.volume * 1_000_000 / divisor }
      measure.append(milligrams)
      unitCost.append(scale * lane.handlingPerUnit.count + line.slope.floor(scale, times: milligrams))
    }
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
