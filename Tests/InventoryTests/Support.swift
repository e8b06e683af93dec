import Inventory
import Logistics

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

let start = Instant("2026-11-22T12:00:00Z")!

/// An inventory with so many units of each product at each node.
func inventory(_ stock: [(SKU, ID<Node>, Int)]) async throws -> InMemoryInventory {
  let inventory = InMemoryInventory()
  let arrivals = stock.map { Allocation($0.0, at: $0.1, quantity: $0.2) }
  let outcome = try await inventory.receive(arrivals, as: .delivery, reference: "opening", requestID: "opening", at: start)
  precondition(outcome == .done)
  return inventory
}

func request(
  _ id: ID<StockRequest>, _ allocations: [Allocation], for owner: ID<HoldOwner> = "cart", on channel: Channel = .web,
  minutes: Int = 15, waitingUntil waitsUntil: Instant? = nil
) -> HoldRequest {
  HoldRequest(id: id, allocations, for: owner, on: channel, until: start + .minutes(minutes), waitingUntil: waitsUntil)
}

/// So many days after the start.
func day(_ days: Int) -> Instant { start + .hours(24 * days) }

extension HoldOutcome {
  var hold: Hold? {
    if case .held(let hold) = self { hold } else { nil }
  }
}

extension HoldChange {
  var hold: Hold? {
    if case .done(let hold) = self { hold } else { nil }
  }
}

extension ShipOutcome {
  var shipment: Shipment? {
    if case .shipped(let shipment) = self { shipment } else { nil }
  }
}

extension InboundOutcome {
  var done: (inbound: Inbound, affected: [AffectedHold])? {
    if case .done(let inbound, let affected) = self { (inbound, affected) } else { nil }
  }
}

extension MoveOutcome {
  /// Where the books say otherwise.
  var places: [String] {
    if case .conflicts(let faults) = self { faults.map(\.place) } else { [] }
  }
}

extension Inventory {
  /// Holds so many units of one product and gives them to an order.
  func sell(
    _ quantity: Int, of sku: SKU, at node: ID<Node>, _ name: String, for channel: Channel = .web, until: Instant? = nil,
    at now: Instant = start
  ) async throws -> Hold? {
    let request = HoldRequest(
      id: ID(name), [Allocation(sku, at: node, quantity: quantity)], for: ID(name), on: channel, until: now + .minutes(15),
      waitingUntil: until)
    guard let hold = try await hold(request, against: nil, at: now).hold else { return nil }
    return try await confirm(hold.id, for: ID("order-\(name)"), at: now).hold
  }
}
