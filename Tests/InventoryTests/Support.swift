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
  _ id: ID<StockRequest>, _ allocations: [Allocation], on channel: Channel = .web, minutes: Int = 15
) -> HoldRequest {
  HoldRequest(id: id, allocations, for: "cart", on: channel, until: start + .minutes(minutes))
}

extension HoldOutcome {
  var hold: Hold? {
    if case .held(let hold) = self { hold } else { nil }
  }
}
