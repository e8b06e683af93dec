import Inventory
import Logistics
import Testing

@testable import Sourcing

/// The front of a cart against that of the same order over a lane for each node.
struct CartFrontTests {
  /// Carts in which everything occurs that decides: weights around the brackets, divided lines, units that nobody has or that are nowhere
  /// in time, limits of parcels.
  private static func cart(_ random: inout SeededGenerator) throws -> CartProblem {
    let nodes = Int.random(in: 1...14, using: &random)
    let services = Int.random(in: 1...10, using: &random)
    let bands = Int.random(in: 1...3, using: &random)
    let most = Int.random(in: 1...3, using: &random)
    let isDear = Bool.random(using: &random)
    let mustShip = Int.random(in: 0..<4, using: &random) == 0
    let lines = (0..<Int.random(in: 1...5, using: &random)).map { number in
      SourcingLine(
        ID("p\(number)"), quantity: Int.random(in: 1...most, using: &random),
        weight: .grams(Int.random(in: 1...10, using: &random) * 100), volume: Volume(Int.random(in: 0...4000, using: &random)),
        unfilledCost: mustShip && Bool.random(using: &random)
          ? nil : MinorUnits(Int.random(in: 0...(isDear ? 9000 : 900), using: &random)))
    }
    let skus = lines.map(\.sku) + ["other"]
    let plenty = Int.random(in: 0...3, using: &random)
    // So little of everything that of some lines not all units can be there by any day.
    let isScarce = Int.random(in: 0..<3, using: &random) == 0
    // Brackets that hold every parcel, so that most parcels are alike to all rates.
    let isWide = Bool.random(using: &random)
    // Nodes that have everything, and are as good as any: others are not looked at beside them.
    let leaders = Bool.random(using: &random) ? 0 : Int.random(in: 0...3, using: &random)
    let stock = StockSnapshot(
      nodes: (0..<nodes).map { ID("n\($0)") }, skus: skus,
      units: (0..<nodes * skus.count).map { cell in
        if isScarce { return Int.random(in: 0..<nodes + 2, using: &random) < 2 ? 1 : 0 }
        return cell / skus.count < leaders ? 9 : Int.random(in: -1...(1 + plenty), using: &random)
      },
      takenAt: Instant(secondsSince1970: 0))
    let rates = try (0..<services * bands).map { _ -> FreightRate? in
      switch Int.random(in: 0..<5, using: &random) {
      case 0: return nil
      case 1: return .flat(MinorUnits(Int.random(in: 0...40, using: &random) * 100))
      default:
        var (weight, price) = (0, Int.random(in: 3...30, using: &random) * 100)
        let brackets = (0..<Int.random(in: 1...4, using: &random)).map { _ in
          weight += Int.random(in: 2...10, using: &random) * 100
          defer { price += Int.random(in: 0...10, using: &random) * 100 }
          return FreightRate.Bracket(upTo: .grams(weight), price: MinorUnits(price))
        }
        if isWide { weight = 60_000 }
        return try FreightRate(
          brackets: brackets + (isWide ? [.init(upTo: .grams(weight), price: MinorUnits(price))] : []),
          beyond: Bool.random(using: &random) ? .refused : .step(every: .grams(500), price: 100),
          cubicCentimetresPerKilogram: Bool.random(using: &random) ? 4000 : nil)
      }
    }
    let days = (0..<nodes * services).map { cell in
      let isServed = cell / services < leaders || Bool.random(using: &random)
      return isServed ? Int32.random(in: 20_000...20_006, using: &random) : CartDays.never
    }
    return CartProblem(
      lines: lines, shipsComplete: Int.random(in: 0..<5, using: &random) == 0, stock: stock,
      bands: (0..<nodes).map { _ in Int16.random(in: -1..<Int16(bands), using: &random) },
      handlingPerParcel: (0..<nodes).map { Int.random(in: 0...($0 < leaders ? 1 : 5), using: &random) * 100 },
      handlingPerUnit: (0..<nodes).map { Int.random(in: 0...($0 < leaders ? 1 : 2), using: &random) * 50 },
      parcelsLeft: Bool.random(using: &random)
        ? [:]
        : Dictionary(
          uniqueKeysWithValues: (0..<nodes).filter { _ in Int.random(in: 0..<3, using: &random) > 0 }
            .map { ($0, $0 < leaders ? 1 : Int.random(in: 0...3, using: &random)) }),
      rates: RateTable(rates, bandCount: bands), serviceNames: (0..<services).map { ID("s\($0)") },
      days: CartDays(nodes: nodes, services: services) { node, service in days[node * services + service] })
  }

  @Test(arguments: 0..<20)
  func `A cart has the front of the order over a lane for each node`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<100 {
      let cart = try Self.cart(&random)
      let order = cart.sourcing(0..<cart.bands.count, by: CartDays.never - 1)
      let expected = order.front()
      let front = try #require(cart.front())
      #expect(front.map(\.arrives) == expected.map(\.arrives))
      #expect(front.map(\.plan.cost.total) == expected.map(\.plan.cost.total))
      for point in front { try check(point, cart) }
    }
  }

  /// Whether a plan is one: what it says it ships is there, by services that are there in time, and adds up.
  private func check(_ point: SourcingFrontPoint, _ cart: CartProblem) throws {
    var cost = 0
    var shipped: [SKU: Int] = [:]
    var taken: [ID<Node>: [SKU: Int]] = [:]
    for parcel in point.plan.parcels {
      let node = try #require(cart.stock.row(of: parcel.node))
      let lane = cart.lane(node, by: Int32(point.arrives.dayNumber))
      #expect(lane.services.contains(parcel.service))
      cost += try #require(parcel.service.rate.price(weight: parcel.weight, volume: parcel.volume)).count
      cost += cart.handlingPerParcel[node]
      for line in parcel.lines {
        cost += cart.handlingPerUnit[node] * line.quantity
        shipped[line.sku, default: 0] += line.quantity
        taken[parcel.node, default: [:]][line.sku, default: 0] += line.quantity
      }
    }
    for (node, skus) in taken {
      for (sku, units) in skus { #expect(units <= cart.stock.available(sku, at: node) ?? 0) }
      let parcels = point.plan.parcels.count { $0.node == node }
      if let row = cart.stock.row(of: node), let left = cart.parcelsLeft[row] { #expect(parcels <= left) }
    }
    for line in cart.lines {
      let missing = line.quantity - (shipped[line.sku] ?? 0)
      #expect(missing >= 0)
      if missing > 0 { cost += try #require(line.unfilledCost).count * missing }
    }
    #expect(cost == point.plan.cost.total.count)
    #expect(point.plan.proven)
  }

  @Test func `What is so dear that it would count as no price is left to the other search`() throws {
    let dear = try FreightRate(brackets: [.init(upTo: .grams(500), price: 90_000_000)])
    func cart(_ rates: [FreightRate]) -> CartProblem {
      CartProblem(
        lines: (0..<4).map { SourcingLine(ID("p\($0)"), quantity: 1, weight: .grams(400)) }, shipsComplete: true,
        stock: StockSnapshot(
          nodes: ["n"], skus: ["p0", "p1", "p2", "p3"], units: [1, 1, 1, 1], takenAt: Instant(secondsSince1970: 0)),
        bands: [0], handlingPerParcel: [0], handlingPerUnit: [0], rates: RateTable(rates, bandCount: 1),
        serviceNames: rates.indices.map { ID("s\($0)") }, days: CartDays(nodes: 1, services: rates.count) { _, _ in 20_000 })
    }
    // Four parcels of it are more than a sum can hold there.
    #expect(cart([dear]).front() == nil)
    #expect(cart([dear]).sourcing(0..<1, by: 20_000).front().first?.plan.cost.total == 360_000_000)
    let front = cart([try FreightRate(brackets: [.init(upTo: .grams(500), price: 9_000_000)])]).front()
    #expect(front?.first?.plan.cost.total == 36_000_000)
    // Beside a rate that weighs otherwise and goes on by steps, too.
    let cheap = try FreightRate(brackets: [.init(upTo: .grams(100), price: 1)], beyond: .step(every: .grams(10), price: 1))
    let dearByVolume = try FreightRate(
      brackets: [.init(upTo: .grams(500), price: 90_000_000)], cubicCentimetresPerKilogram: 5000)
    #expect(cart([cheap, dearByVolume]).front() == nil)
  }

  @Test(arguments: [2, 8, 9, 16, 17, 24, 33])
  func `What must ship whole does not ship in part, however much of it is missing`(wanted: Int) {
    let cart = CartProblem(
      lines: [SourcingLine("p", quantity: wanted, weight: .grams(10)), SourcingLine("q", quantity: 1, weight: .grams(10))],
      shipsComplete: true,
      stock: StockSnapshot(nodes: ["n", "m"], skus: ["p", "q"], units: [1, 1, 0, 1], takenAt: Instant(secondsSince1970: 0)),
      bands: [0, 0], handlingPerParcel: [0, 0], handlingPerUnit: [0, 0], rates: RateTable([.flat(100)], bandCount: 1),
      serviceNames: ["s"], days: CartDays(nodes: 2, services: 1) { _, _ in 20_000 })
    #expect(cart.front()?.isEmpty == true)
  }

  @Test func `A cart of too many lines, or with a product twice, is not small`() throws {
    var random = SeededGenerator(seed: 7)
    let cart = try Self.cart(&random)
    func isSmall(_ lines: [SourcingLine]) -> Bool {
      CartProblem(
        lines: lines, shipsComplete: false, stock: cart.stock, bands: cart.bands, handlingPerParcel: cart.handlingPerParcel,
        handlingPerUnit: cart.handlingPerUnit, parcelsLeft: [:], rates: cart.rates, serviceNames: cart.serviceNames,
        days: cart.days
      ).isSmall
    }
    #expect(isSmall((0..<8).map { SourcingLine(ID("p\($0)"), quantity: 1) }))
    #expect(!isSmall((0..<9).map { SourcingLine(ID("p\($0)"), quantity: 1) }))
    #expect(!isSmall([SourcingLine("p", quantity: 1), SourcingLine("p", quantity: 1)]))
  }

  @Test(arguments: 0..<8) func `days are told as they are, up to four months after the first`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let (nodes, services) = (Int.random(in: 1...9, using: &random), Int.random(in: 1...19, using: &random))
    let all = (0..<nodes * services).map { _ in
      Int.random(in: 0..<4, using: &random) == 0 ? CartDays.never : Int32.random(in: 20_000...20_126, using: &random)
    }
    var days = CartDays(nodes: nodes, services: services) { all[$0 * services + $1] }
    for node in 0..<nodes {
      for service in 0..<services { #expect(days[node, service] == all[node * services + service]) }
      for offset in [UInt8(0), 3, 60, 126, 127, 255] where days.first != CartDays.never {
        let open = (0..<services).filter { all[node * services + $0] <= days.first + Int32(min(offset, 126)) }
        #expect(days.services(node, by: offset) == open.reduce(0) { $0 | 1 << UInt64($1) })
      }
    }
    // As if each node were a band of one node.
    let bands = [Int16.random(in: -1..<Int16(nodes), using: &random)]
    let row = days.inBands(bands)
    #expect((0..<services).allSatisfy { row[0, $0] == (bands[0] < 0 ? CartDays.never : days[Int(bands[0]), $0]) })
    #expect(days.isTold)
    days.set(0, 0, to: days.first == CartDays.never ? 1 : days.first + 127)
    #expect(!days.isTold)
  }
}
