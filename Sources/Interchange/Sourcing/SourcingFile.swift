public import Inventory
public import Logistics
public import Sourcing

/// A problem for `lastmile source`, and the way back from whole numbers to those of the file.
///
/// ```swift
/// let file = try SourcingFile(AssignmentFile(contentsOf: URL(fileURLWithPath: "orders.json")))
/// var day = OrderByOrder(stock: file.stock, parcelsLeft: file.parcelsLeft)
/// for order in file.orders { print(try day.source(order)) }
/// ```
public struct SourcingFile: Sendable {
  /// The orders that want anything, in the order of the file. Amounts are whole numbers of the file's last decimal.
  public let orders: [SourcingOrder]
  /// What the nodes have of the products that are wanted.
  public let stock: StockSnapshot
  /// How many parcels a node may ship; a node not named has no limit.
  public let parcelsLeft: [ID<Node>: Int]
  /// The ids of all orders of the file.
  public let ids: [String]
  /// For each order of the file its place in ``orders``, or `nil` if it wants nothing.
  public let places: [Int?]

  let costs: DecimalScale
  /// The costs as the file has them, by order; empty if the whole numbers say the same.
  private let written: [WrittenCosts]

  private struct WrittenCosts {
    /// By lane: what a parcel and a unit cost.
    let lanes: [(parcel: Double, unit: Double, tariff: SourcingReader.Tariff?)]
    /// By line: what leaving a unit out costs.
    let unfilled: [Double?]
  }

  /// Whether every cost of the file is kept as it was written, so that what is proved of the problem is proved of the file.
  public var isExact: Bool { costs.isExact }

  /// Reads a file.
  ///
  /// - Throws: `InvalidInput` with everything that is wrong: what is no JSON by its line, the rest by its path.
  /// - Complexity: O(bytes).
  public init(_ file: AssignmentFile) throws(InvalidInput) {
    let reader = file.bytes.withUnsafeBufferPointer { bytes in
      var reader = SourcingReader(bytes)
      reader.read()
      return reader
    }
    try reader.faults.throwIfAny(file.source, advice: reader.advice)
    let scale = Self.scale(of: reader)
    let nodes = reader.nodeNames.names.map { ID<Node>($0) }
    let skus = reader.skuNames.names.map { SKU($0) }
    var rates: [FreightRate] = []
    rates.reserveCapacity(reader.tariffs.count)
    for tariff in reader.tariffs {
      let beyond = tariff.beyond.map {
        FreightRate.Beyond.step(every: Weight($0.every), price: MinorUnits(scale.whole($0.price)))
      }
      rates.append(
        try FreightRate(
          brackets: tariff.brackets.map { .init(upTo: Weight($0.upTo), price: MinorUnits(scale.whole($0.price))) },
          beyond: beyond ?? .refused))
    }
    var orders: [SourcingOrder] = []
    var written: [WrittenCosts] = []
    orders.reserveCapacity(reader.orders.count)
    places = reader.orders.map { order in
      let lines = order.lines.filter { $0.quantity > 0 }
      guard !lines.isEmpty else { return nil }
      let lanes = reader.lanes[order.lanes]
      orders.append(
        SourcingOrder(
          lines: lines.map {
            SourcingLine(
              skus[Int($0.sku)], quantity: $0.quantity, weight: Weight($0.weight),
              unfilledCost: $0.unfilledCost.map { MinorUnits(scale.whole($0)) })
          },
          lanes: lanes.map { lane in
            let (parcel, unit) = (MinorUnits(scale.whole(lane.parcelCost)), MinorUnits(scale.whole(lane.unitCost)))
            let node = nodes[Int(lane.node)]
            guard lane.tariff >= 0 else { return Lane(from: node, freight: .flat(parcel), handlingPerUnit: unit) }
            return Lane(from: node, freight: rates[Int(lane.tariff)], handlingPerParcel: parcel, handlingPerUnit: unit)
          }, maximumParcels: order.mostParcels, shipsComplete: order.shipsComplete))
      if !scale.isExact {
        written.append(
          WrittenCosts(
            lanes: lanes.map { ($0.parcelCost, $0.unitCost, $0.tariff < 0 ? nil : reader.tariffs[Int($0.tariff)]) },
            unfilled: lines.map(\.unfilledCost)))
      }
      return orders.count - 1
    }
    ids = reader.orders.map(\.id)
    costs = scale
    self.orders = orders
    self.written = written
    stock = Self.stock(of: reader, skus)
    parcelsLeft = Dictionary(
      uniqueKeysWithValues: reader.nodes.compactMap { node in node.parcelLimit.map { (ID<Node>(node.id), $0) } })
  }

  /// Only what is wanted has a column: a catalogue of which little is ordered costs nothing.
  private static func stock(of reader: SourcingReader, _ skus: [SKU]) -> StockSnapshot {
    var columns = [Int](repeating: -1, count: skus.count)
    var wanted: [SKU] = []
    for order in reader.orders {
      for line in order.lines where line.quantity > 0 && columns[Int(line.sku)] < 0 {
        columns[Int(line.sku)] = wanted.count
        wanted.append(skus[Int(line.sku)])
      }
    }
    var units = [Int](repeating: 0, count: wanted.count * reader.nodes.count)
    for (row, node) in reader.nodes.enumerated() {
      for entry in node.stock where columns[Int(entry.sku)] >= 0 {
        units[row * wanted.count + columns[Int(entry.sku)]] = entry.units
      }
    }
    return StockSnapshot(
      nodes: reader.nodes.map { ID($0.id) }, skus: wanted, units: units, takenAt: Instant(secondsSince1970: 0))
  }

  /// As many decimals as the file has, as far as the sum of what all orders could cost leaves room.
  private static func scale(of reader: SourcingReader) -> DecimalScale {
    var values: [Double] = []
    values.reserveCapacity(2 * reader.lanes.count)
    var greatest = 0.0
    for tariff in reader.tariffs {
      values += tariff.brackets.map(\.price)
      if let price = tariff.beyond?.price { values.append(price) }
    }
    for order in reader.orders {
      var (parcel, unit) = (0.0, 0.0)
      var most = order.lanes.count
      for lane in reader.lanes[order.lanes] {
        values.append(lane.parcelCost)
        values.append(lane.unitCost)
        parcel = max(parcel, lane.parcelCost)
        if lane.tariff >= 0 {
          let grams = order.lines.reduce(0) { $0 + $1.quantity * $1.weight }
          parcel = max(parcel, lane.parcelCost + reader.tariffs[Int(lane.tariff)].greatest(grams))
          // A node may ship several parcels.
          most = .max
        }
        unit = max(unit, lane.unitCost)
      }
      var units = 0
      for line in order.lines {
        units += line.quantity
        if let cost = line.unfilledCost { values.append(cost) }
        greatest += Double(line.quantity) * max(unit, line.unfilledCost ?? 0)
      }
      greatest += Double(min(units, most)) * parcel
    }
    let most = values.max() ?? 0
    return DecimalScale(values, limit: greatest > 0 ? min(1e12, most * (3e15 / greatest)) : 1e12)
  }

  /// What an order's plan costs in the file's unit, summed from the file's own numbers.
  ///
  /// - Parameter order: Its place in ``orders``.
  public func cost(of plan: SourcingPlan, order: Int) -> Double {
    guard !written.isEmpty else { return costs.value(Double(plan.cost.total.count)) }
    let costs = written[order]
    var cost = 0.0
    for parcel in plan.parcels {
      guard let lane = orders[order].lanes.firstIndex(where: { $0.node == parcel.node }) else { continue }
      cost += costs.lanes[lane].parcel + (costs.lanes[lane].tariff?.price(parcel.weight.grams) ?? 0)
      cost += Double(parcel.lines.reduce(0) { $0 + $1.quantity }) * costs.lanes[lane].unit
    }
    for line in plan.unfilled {
      var left = line.quantity
      let places = orders[order].lines.indices.filter { orders[order].lines[$0].sku == line.sku && costs.unfilled[$0] != nil }
      for place in places.sorted(by: { costs.unfilled[$0]! < costs.unfilled[$1]! }) where left > 0 {
        let units = min(left, orders[order].lines[place].quantity)
        cost += Double(units) * costs.unfilled[place]!
        left -= units
      }
    }
    return cost
  }

  /// The orders with their amounts in the whole numbers of another file.
  ///
  /// - Throws: `InvalidInput` with every order that has an amount too large for them.
  func orders(inUnitsOf other: SourcingFile) throws(InvalidInput) -> [SourcingOrder] {
    var faults = FaultList()
    let most = other.amount(1e12)
    for (number, order) in orders.enumerated() {
      let greatest = costs.value(Double(order.greatestAmount.count))
      guard greatest > most, let place = places.firstIndex(of: number) else { continue }
      faults.add(at: "order \(ids[place])", found: "an amount of \(greatest)", expected: "at most \(most)")
    }
    try faults.throwIfAny("orders to come")
    func whole(_ amount: MinorUnits) -> MinorUnits { other.whole(costs.value(Double(amount.count))) }
    return orders.map { order in
      SourcingOrder(
        lines: order.lines.map {
          SourcingLine($0.sku, quantity: $0.quantity, weight: $0.weight, unfilledCost: $0.unfilledCost.map(whole))
        },
        lanes: order.lanes.map { lane in
          Lane(
            from: lane.node, services: lane.services.map { LaneService($0.rate.repriced(whole)) },
            handlingPerParcel: whole(lane.handlingPerParcel), handlingPerUnit: whole(lane.handlingPerUnit))
        }, maximumParcels: order.maximumParcels, shipsComplete: order.shipsComplete)
    }
  }

  /// An amount in the file's unit as the problem counts it, rounded.
  func whole(_ amount: Double) -> MinorUnits { MinorUnits(costs.whole(amount)) }

  /// An amount of the problem in the file's unit.
  public func amount(_ amount: Double) -> Double { costs.value(amount) }

  /// What no plan costs less than, in the file's unit. Where decimals had to be given up, what rounding may have added is taken off.
  public func bound(_ bound: Double) -> Double {
    guard !costs.isExact else { return max(0, amount(bound)) }
    // Each parcel, each unit shipped or left out was rounded by half a unit at most; by weight, a parcel's bracket and its steps too.
    let rounded = zip(orders, written).reduce(0.0) { sum, pair in
      let units = pair.0.lines.reduce(0) { $0 + $1.quantity }
      let grams = pair.0.lines.reduce(0) { $0 + $1.quantity * $1.weight.grams }
      let steps = pair.1.lanes.compactMap { $0.tariff?.steps(grams) }.max()
      guard let steps else { return sum + Double(units + min(pair.0.lanes.count, units)) }
      return sum + Double(units) * (3 + Double(steps))
    }
    return max(0, amount(bound - 0.5 * rounded))
  }
}

extension SourcingOrder {
  /// The largest amount that it names.
  fileprivate var greatestAmount: MinorUnits {
    var amounts = lines.compactMap(\.unfilledCost)
    for lane in lanes {
      amounts += [lane.handlingPerParcel, lane.handlingPerUnit]
      for rate in lane.services.map(\.rate) {
        amounts += [rate.lowest] + rate.brackets.map(\.price)
        if case .step(_, let price) = rate.beyond { amounts.append(price) }
      }
    }
    return amounts.max() ?? .zero
  }
}
