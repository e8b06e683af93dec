import Inventory
import Logistics
import Returns

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every machine.
struct FlowGenerator: RandomNumberGenerator {
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

/// A case that is driven by hand, an hour a step.
struct Desk {
  static let start = Instant("2026-11-22T12:00:00Z")!
  static let kettle = ReturnOrigin(order: "o-1", line: "1")
  static let phone = ReturnOrigin(order: "o-2", line: "1")
  static let deliveries = [
    ReturnHistory.Delivery(kettle, "kettle", quantity: 3),
    ReturnHistory.Delivery(phone, "phone", quantity: 2, serials: ["s1", "s2"]),
  ]

  var rma = ReturnCase("rma-1", of: "customer-7")
  var history = ReturnHistory(deliveries)
  var now = start
  var count = 0

  static func item(
    _ origin: ReturnOrigin? = kettle, _ sku: SKU = "kettle", _ quantity: Int = 1, serials: [ID<SerialNumber>] = [],
    tracked: Bool = false, _ reason: ReturnReason = .faulty, _ claim: ReturnClaim = .goodwill
  ) -> ReturnItem {
    try! ReturnItem(
      of: origin, sku, quantity: quantity, serials: serials, isTrackedBySerial: tracked, because: reason, by: claim)
  }

  /// A desk whose first event asks for these items.
  init(_ items: ReturnItem..., history: ReturnHistory = ReturnHistory(deliveries)) {
    self.history = history
    if !items.isEmpty { self(.request(items), by: .customer) }
  }

  @discardableResult
  mutating func callAsFunction(_ action: ReturnAction, by role: ReturnActor.Role = .serviceDesk) -> ReturnOutcome {
    now = now + .hours(1)
    count += 1
    return rma.record(
      ReturnEvent(ID("e\(count)"), at: now, by: ReturnActor(role), on: .web, action), given: history)
  }

  /// Steps of which each must be recorded; says the first that was not.
  mutating func run(_ actions: ReturnAction...) -> String? {
    for action in actions {
      let outcome = self(action)
      if outcome != .recorded { return "\(action): \(outcome)" }
    }
    return nil
  }

  func lot(_ number: Int = 0) -> ReturnLot { rma.lots[number] }
}

func whole(_ lots: Int...) -> [ReturnPart] { lots.map { ReturnPart($0) } }

func clp(_ amount: Int) -> Money { Money(amount, .clp) }

let openEnded = ReturnAuthorisation(basis: "policy")
let oneDay = TimeSpan.hours(24)
