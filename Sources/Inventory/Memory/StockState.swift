import Logistics

/// All of an in-memory inventory, without its lock. Every change of a balance goes through `post`, which writes the ledger.
struct StockState {
  /// A node and a product by their numbers.
  struct Cell: Hashable {
    let node: Int
    let sku: Int
  }

  /// What a request asked, but for the moment at which it came.
  enum Content: Hashable {
    case hold(HoldRequest)
    case ship([Allocation]?, ID<Hold>)
    case receive([Allocation], Arrival, ID<StockReference>)
    case adjust(SKU, ID<Node>, Adjustment, ID<StockReference>)
  }

  /// What a request was answered.
  enum Answer {
    case hold(HoldOutcome)
    case change(HoldChange)
    case move(MoveOutcome)
  }

  let policy: SafetyPolicy
  private var nodeNumbers: [ID<Node>: Int] = [:]
  private var skuNumbers: [SKU: Int] = [:]
  private var slots: [Cell: Int] = [:]
  private(set) var cells: [(node: ID<Node>, sku: SKU)] = []
  var balances: [StockBalance] = []
  private(set) var ledger: [LedgerEntry] = []
  var holds: [Hold] = []
  var holdNumbers: [ID<Hold>: Int] = [:]
  var expiries = ExpiryQueue()
  private var answers: [ID<StockRequest>: (content: Content, answer: Answer)] = [:]

  init(policy: SafetyPolicy) {
    self.policy = policy
  }

  /// Where the balance of a product at a node stands, or `nil` if it was never there.
  func slot(_ sku: SKU, _ node: ID<Node>) -> Int? {
    guard let node = nodeNumbers[node], let sku = skuNumbers[sku] else { return nil }
    return slots[Cell(node: node, sku: sku)]
  }

  /// Where the balance of a product at a node stands, made if it was never there.
  mutating func makeSlot(_ sku: SKU, _ node: ID<Node>) -> Int {
    let cell = Cell(
      node: Self.number(of: node, in: &nodeNumbers), sku: Self.number(of: sku, in: &skuNumbers))
    if let slot = slots[cell] { return slot }
    slots[cell] = cells.count
    cells.append((node, sku))
    balances.append(.zero)
    return cells.count - 1
  }

  private static func number<Key: Hashable>(of key: Key, in numbers: inout [Key: Int]) -> Int {
    if let number = numbers[key] { return number }
    let number = numbers.count
    numbers[key] = number
    return number
  }

  func balance(of sku: SKU, at node: ID<Node>) -> StockBalance {
    slot(sku, node).map { balances[$0] } ?? .zero
  }

  /// Changes a balance and writes down that it did.
  mutating func post(
    _ slot: Int, _ kind: LedgerEntry.Kind, _ change: StockBalance, reference: String, at instant: Instant
  ) {
    balances[slot] += change
    ledger.append(
      LedgerEntry(
        sequence: ledger.count, instant: instant, node: cells[slot].node, sku: cells[slot].sku, kind: kind,
        change: change, reference: reference))
  }

  /// The earlier answer to a request; `different` if its name was used with another content.
  func earlierAnswer(to id: ID<StockRequest>, _ content: Content) -> (answer: Answer?, different: Bool) {
    guard let earlier = answers[id] else { return (nil, false) }
    return earlier.content == content ? (earlier.answer, false) : (nil, true)
  }

  mutating func remember(_ id: ID<StockRequest>, _ content: Content, _ answer: Answer) {
    answers[id] = (content, answer)
  }

  /// Ends the holds that are void at a moment.
  mutating func expire(at now: Instant) {
    while let next = expiries.popFirst(atOrBefore: now) {
      // A hold that was extended, confirmed or released since has left an old entry behind.
      guard case .held = holds[next.hold].state, holds[next.hold].until == next.until else { continue }
      letGo(of: next.hold, as: .expired, at: next.until)
      holds[next.hold].state = .expired
    }
  }

  /// Frees what a hold still keeps.
  mutating func letGo(of number: Int, as kind: LedgerEntry.Kind, at instant: Instant) {
    let hold = holds[number]
    for part in hold.open {
      let change = kind == .cancelled ? StockBalance(committed: -part.quantity) : StockBalance(held: -part.quantity)
      post(makeSlot(part.sku, part.node), kind, change, reference: hold.id.text, at: instant)
    }
    holds[number].open = []
  }
}
