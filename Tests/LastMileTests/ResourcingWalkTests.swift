@testable import LastMile
import Synchronization
import Testing

/// Orders, declines and closures at random. Whatever happens, every unit is accounted for once.
@Suite struct ResourcingWalkTests {
  private static let skus: [SKU] = ["shirt", "shoes"]
  private static let nodes: [ID<Node>] = ["dc", "s2", "s4"]
  private static let start = SmallTown.instant("2026-12-02T08:00:00-03:00")

  private static func planner(_ random: inout SeededGenerator) async throws -> Planner {
    let fleet = nodes.map { SmallTown.vehicle(ID("v-\($0)"), at: $0, stops: 6) }
    return try await SmallTown.planner(
      SmallTown.network(fleet: fleet, parcelLimit: 8),
      stock: skus.flatMap { sku in nodes.map { (sku, $0, Int.random(in: 1...12, using: &random)) } })
  }

  /// Every unit of every order ships once or is left out, what ships is what is kept of the stock, and the room that is taken is the
  /// room that is needed.
  static func check(_ planner: Planner, shipped: [ID<Order>: [Allocation]], at now: Instant) async throws {
    for accepted in planner.acceptedOrders {
      var units: [SKU: Int] = [:]
      var kept: [Allocation: Int] = [:]
      for parcel in accepted.parcels {
        #expect(!parcel.contents.lines.isEmpty)
        for line in parcel.contents.lines {
          units[line.sku, default: 0] += line.quantity
          kept[Allocation(line.sku, at: parcel.contents.node, quantity: 0), default: 0] += line.quantity
        }
        let weight = parcel.contents.lines.reduce(Weight.zero) { $0 + planner.network.product($1.sku)!.weight * $1.quantity }
        #expect(parcel.contents.weight == weight)
        #expect(parcel.promise.deliveryDate <= accepted.promisedDate)
      }
      for line in accepted.unfilled { units[line.sku, default: 0] += line.quantity }
      let wanted = accepted.order.lines.reduce(into: [:]) { $0[$1.sku, default: 0] += $1.quantity }
      #expect(units == wanted, "order \(accepted.order.id)")
      let hold = try #require(try await planner.inventory.hold(named: accepted.hold, at: now))
      for each in hold.open + (shipped[accepted.order.id] ?? []) {
        kept[Allocation(each.sku, at: each.node, quantity: 0), default: 0] -= each.quantity
      }
      #expect(kept.allSatisfy { $0.value == 0 }, "order \(accepted.order.id): \(kept)")
    }
    // Counted anew, from nothing.
    var room: [Planner.NodeDay: Int] = [:]
    var visits: [Planner.NodeDay: [TimeWindow: [SlotRequest]]] = [:]
    for accepted in planner.acceptedOrders {
      let own = Planner.State.Room(accepted, in: planner.network)
      room.merge(own.parcels, uniquingKeysWith: +)
      for (visit, request) in own.visits { visits[visit.day, default: [:]][visit.window, default: []].append(request) }
    }
    let (parcels, days) = planner.state.withLock { ($0.parcels.filter { $0.value != 0 }, $0.days.filter { $0.value.count > 0 }) }
    #expect(parcels == room)
    #expect(Set(days.keys) == Set(visits.keys))
    for (key, day) in days {
      let held = Dictionary(grouping: day.stops, by: \.window).mapValues { $0.map(\.request) }
      #expect(held.mapValues { Set($0) } == visits[key]?.mapValues { Set($0) } && day.count == visits[key]?.values.joined().count)
      // All that is promised of the vehicles can be driven.
      let (problem, routes) = day.routingProblem()
      #expect(problem.check(routes).isFeasible)
    }
    #expect(try await planner.inventory.audit().isEmpty)
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6]) func `every unit of an order ships once or is left out and told`(seed: UInt64)
    async throws
  {
    var random = SeededGenerator(seed: seed)
    let planner = try await Self.planner(&random)
    var shipped: [ID<Order>: [Allocation]] = [:]
    var counts: [String: Int] = [:]
    var now = Self.start
    for step in 0..<60 {
      now = now + .minutes(Int.random(in: 1...30, using: &random))
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<5:
        let lines = Self.skus.filter { _ in Bool.random(using: &random) }.map {
          OrderLine($0, quantity: Int.random(in: 1...4, using: &random))
        }
        guard !lines.isEmpty else { continue }
        let order = Order(
          id: ID("o-\(step)"), placedAt: now, channel: .web, customer: "c", lines: lines,
          fulfilment: SmallTown.door(Double.random(in: 0...5, using: &random)),
          shipsComplete: Int.random(in: 0..<4, using: &random) == 0)
        _ = try await planner.place(order)
      case 5:
        guard let accepted = planner.acceptedOrders.randomElement(using: &random),
          let units = try await planner.inventory.hold(named: accepted.hold, at: now)?.open.randomElement(using: &random),
          case .shipped = try await planner.inventory.ship([units], of: accepted.hold, requestID: ID("s\(step)"), at: now)
        else { continue }
        shipped[accepted.order.id, default: []].append(units)
      case 6..<9:
        guard let accepted = planner.acceptedOrders.randomElement(using: &random),
          let units = try await planner.inventory.hold(named: accepted.hold, at: now)?.open.randomElement(using: &random)
        else { continue }
        let quantity = Int.random(in: 1...units.quantity, using: &random)
        let reasons: [Decline.Reason] = [.notFound, .damaged, .closed(until: nil), .closed(until: now + .hours(20))]
        let outcome = try await planner.decline(
          Decline(
            id: ID("d-\(step)"), of: accepted.order.id, at: units.node, lines: [OrderLine(units.sku, quantity: quantity)],
            because: reasons.randomElement(using: &random)!, at: now))
        let promise = try #require(outcome.resourcing, "\(outcome)").promise
        counts["\(promise)".prefix { $0 != "(" }.description, default: 0] += 1
      default:
        let node = Self.nodes.randomElement(using: &random)!
        if planner.closures[node] != nil {
          planner.reopen(node)
        } else {
          let until = Bool.random(using: &random) ? nil : now + .hours(Int.random(in: 1...40, using: &random))
          _ = try await planner.close(node, until: until, at: now)
          if until == nil {
            let left = planner.acceptedOrders.filter { accepted in
              !accepted.parcels.allSatisfy { $0.contents.node != node } && shipped[accepted.order.id] == nil
            }
            #expect(left.isEmpty, "\(left.map(\.order.id)) still ship from \(node)")
          }
        }
      }
      try await Self.check(planner, shipped: shipped, at: now)
    }
    #expect(counts["kept"] ?? 0 > 0, "\(counts)")
  }

  @Test func `many stores decline at once, and every unit is still accounted for`() async throws {
    var random = SeededGenerator(seed: 9)
    for round in 0..<10 {
      let planner = try await Self.planner(&random)
      for number in 0..<8 {
        let lines = Self.skus.map { OrderLine($0, quantity: Int.random(in: 1...3, using: &random)) }
        _ = try await planner.place(SmallTown.order(lines, SmallTown.door(Double(number % 5)), id: ID("o-\(number)")))
      }
      let now = SmallTown.instant("2026-12-02T11:00:00-03:00")
      try await withThrowingTaskGroup(of: Void.self) { group in
        for (number, accepted) in planner.acceptedOrders.enumerated() {
          for (index, parcel) in accepted.parcels.enumerated() {
            for line in parcel.contents.lines {
              let decline = Decline(
                id: ID("\(round) \(number) \(index) \(line.sku)"), of: accepted.order.id, at: parcel.contents.node, lines: [line],
                because: number % 2 == 0 ? .notFound : .closed(until: nil), at: now)
              for _ in 0..<2 { group.addTask { _ = try await planner.decline(decline) } }
            }
          }
        }
        group.addTask { _ = try await planner.close("s2", until: nil, at: now) }
        try await group.waitForAll()
      }
      try await Self.check(planner, shipped: [:], at: now)
    }
  }
}

/// Random numbers that come again (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
