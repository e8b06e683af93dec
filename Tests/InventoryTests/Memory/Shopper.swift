import Inventory
import Logistics
import Testing

/// One of many that use the same stock at once, and a diary of what it was told.
struct Shopper: Sendable {
  static let nodes: [ID<Node>] = ["n1", "n2", "n3"]
  static let skus: [SKU] = ["A", "B", "milk"]
  static let sold: [SKU] = skus + ["kit"]
  static let channels: [Channel] = [.web, .app, .store]
  static let openingUnits = nodes.count * skus.count * 60

  let stock: InMemoryInventory
  let task: Int
  var random: SeededGenerator
  /// The last answer about each hold.
  var holds: [ID<Hold>: Hold] = [:]
  var recent: [ID<Hold>] = []
  var inbounds: [ID<Inbound>] = []
  var received = 0
  var shipped = 0
  var affected = 0

  init(stock: InMemoryInventory, task: Int, seed: UInt64) {
    self.stock = stock
    self.task = task
    random = SeededGenerator(seed: seed &* 97 &+ UInt64(task))
  }

  static func opening() async throws -> InMemoryInventory {
    let stock = InMemoryInventory()
    _ = try await stock.track(StockItem("milk", tracking: .lots(minimumLife: .seconds(30))), at: start)
    _ = try await stock.setKit("kit", of: [OrderLine("A", quantity: 2), OrderLine("milk", quantity: 1)], at: start)
    let units = nodes.flatMap { node in
      skus.map { StockUnits($0, at: node, quantity: 60, lot: $0 == "milk" ? Lot("opening", expires: start + .hours(1)) : nil) }
    }
    _ = try await stock.receive(units: units, as: .delivery, reference: "opening", requestID: "opening", at: start)
    return stock
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  mutating func pick<T>(_ list: [T]) -> T { list.randomElement(using: &random)! }

  mutating func shop(steps: Int) async throws {
    for step in 0..<steps where !Task.isCancelled {
      let now = start + .seconds(step)
      let id = ID<StockRequest>("\(task)-\(step)")
      switch number(0...24) {
      case 0...6: try await hold(id, now)
      case 7, 8: try await onHold { try await $0.confirm($1, for: ID("o-\($1)"), at: now) }
      case 9: try await onHold { try await $0.release($1, at: now) }
      case 10:
        let until = now + .seconds(number(1...90))
        try await onHold { try await $0.extend($1, until: until, at: now) }
      case 11: try await extendAll(now)
      case 12, 13: try await ship(id, now)
      case 14: try await receive(id, now)
      case 15: try await expect(step, now)
      case 16: try await dispatch(step, now)
      case 17, 18: try await receiveInbound(id, now)
      case 19: try await redateOrCancel(now)
      case 20:
        let wanted = wanted()
        try await onHold { try await $0.amend($1, to: wanted, requestID: id, at: now) }
      case 21:
        let channel = pick(Self.channels)
        try await onHold { try await $0.move($1, to: channel, requestID: id, at: now) }
      case 22: try await protect(id, now)
      case 23:
        let wanted = wanted()
        try await onHold { stock, hold in
          // Between the look and the change others go on.
          let given = try await stock.hold(named: hold, at: now)?.allocations.prefix(1) ?? []
          return try await stock.reallocate(hold, giving: Array(given), taking: wanted, requestID: id, at: now)
        }
      default: try await look(step, of: steps, now)
      }
    }
  }

  mutating func wanted() -> [Allocation] {
    (0..<number(1...3)).map { _ in Allocation(pick(Self.sold), at: pick(Self.nodes), quantity: number(1...4)) }
  }

  /// Runs a call in a task of its own that may be cancelled: it still happens whole or not at all.
  private mutating func maybeCancelled<Answer: Sendable>(
    _ call: @escaping @Sendable () async throws -> Answer
  ) async throws -> Answer {
    guard number(0...15) == 0 else { return try await call() }
    let work = Task(operation: call)
    work.cancel()
    return try await work.value
  }

  private mutating func hold(_ id: ID<StockRequest>, _ now: Instant) async throws {
    let waits = number(0...1) == 0 ? nil : now + .seconds(number(1...200))
    let request = HoldRequest(
      id: id, wanted(), for: ID("cart-\(task)"), on: pick(Self.channels), until: now + .seconds(number(1...90)),
      waitingUntil: waits)
    let stock = stock
    let outcome = try await maybeCancelled { try await stock.hold(request, against: nil, at: now) }
    guard let hold = outcome.hold else { return }
    holds[hold.id] = hold
    recent.append(hold.id)
    if recent.count > 12 { recent.removeFirst() }
  }

  private mutating func onHold(_ call: @escaping @Sendable (InMemoryInventory, ID<Hold>) async throws -> HoldChange) async throws
  {
    guard let id = recent.randomElement(using: &random) else { return }
    let stock = stock
    if case .done(let hold) = try await maybeCancelled({ try await call(stock, id) }) { holds[id] = hold }
  }

  private mutating func extendAll(_ now: Instant) async throws {
    for hold in try await stock.extendHolds(of: ID("cart-\(task)"), until: now + .seconds(number(1...60)), at: now) {
      holds[hold.id] = hold
    }
  }

  private mutating func ship(_ id: ID<StockRequest>, _ now: Instant) async throws {
    guard let hold = recent.randomElement(using: &random) else { return }
    let stock = stock
    for again in [false, true] {
      let outcome = try await maybeCancelled { try await stock.ship(nil, of: hold, requestID: id, at: now) }
      guard let shipment = outcome.shipment, !again else { continue }
      holds[hold] = shipment.hold
      shipped += shipment.units.reduce(0) { $0 + $1.quantity }
    }
  }

  private mutating func lot(_ sku: SKU, _ now: Instant) -> Lot? {
    guard sku == "milk" else { return nil }
    let days = now.secondsSince1970 / 100 + number(0...5)
    return Lot(ID("L\(days)"), expires: Instant(secondsSince1970: days * 100))
  }

  private mutating func receive(_ id: ID<StockRequest>, _ now: Instant) async throws {
    let (sku, node) = (pick(Self.skus), pick(Self.nodes))
    let lot = lot(sku, now)
    guard number(0...3) > 0 else {
      let units = number(-2...2)
      guard units != 0 else { return }
      let outcome = try await stock.adjust(
        sku, at: node, .recount(by: units), lot: lot, reference: "count", requestID: id, at: now)
      if outcome == .done { received += units }
      return
    }
    let units = StockUnits(sku, at: node, quantity: number(1...6), lot: lot)
    for again in [false, true] {
      let outcome = try await stock.receive(units: [units], as: .delivery, reference: "d", requestID: id, at: now)
      if outcome == .done, !again { received += units.quantity }
    }
  }

  private mutating func expect(_ step: Int, _ now: Instant) async throws {
    let id = ID<Inbound>("po-\(task)-\(step)")
    let lines = (0..<number(1...2)).map { _ in Allocation(pick(Self.skus), at: pick(Self.nodes), quantity: number(1...8)) }
    if try await stock.expect(id, lines, due: now + .seconds(number(1...150)), at: now).done != nil { try await note(id, now) }
  }

  private mutating func dispatch(_ step: Int, _ now: Instant) async throws {
    let id = ID<Inbound>("tr-\(task)-\(step)")
    let places = Self.nodes.shuffled(using: &random)
    let units = [Allocation(pick(Self.skus), at: places[0], quantity: number(1...4))]
    let outcome = try await stock.dispatch(id, units, to: places[1], due: now + .seconds(number(1...60)), at: now)
    if outcome.done != nil { try await note(id, now) }
  }

  private mutating func note(_ id: ID<Inbound>, _ now: Instant) async throws {
    inbounds.append(id)
    guard inbounds.count > 12 else { return }
    affected += try await stock.cancel(inbounds.removeFirst(), at: now).done?.affected.count ?? 0
  }

  private mutating func receiveInbound(_ id: ID<StockRequest>, _ now: Instant) async throws {
    guard let name = inbounds.randomElement(using: &random), let inbound = try await stock.inbound(named: name, at: now),
      let line = inbound.lines.randomElement(using: &random)
    else { return }
    let good = number(0...max(0, line.open))
    let damaged = number(0...max(0, line.open - good))
    let lot = inbound.source == .supplier ? lot(line.sku, now) : nil
    func units(_ quantity: Int) -> [StockUnits] {
      quantity == 0 ? [] : [StockUnits(line.sku, at: line.node, quantity: quantity, lot: lot)]
    }
    let receipt = InboundReceipt(units(good), damaged: units(damaged), isLast: number(0...2) == 0 || good + damaged == 0)
    let stock = stock
    let outcome = try await maybeCancelled { try await stock.receive(receipt, of: name, requestID: id, at: now) }
    guard let done = outcome.done else { return }
    received += good + damaged
    affected += done.affected.count
  }

  private mutating func redateOrCancel(_ now: Instant) async throws {
    guard let id = inbounds.randomElement(using: &random) else { return }
    if number(0...2) == 0 {
      affected += try await stock.cancel(id, at: now).done?.affected.count ?? 0
    } else {
      affected += try await stock.redate(id, to: now + .seconds(number(-10...100)), at: now).done?.affected.count ?? 0
    }
  }

  private mutating func protect(_ id: ID<StockRequest>, _ now: Instant) async throws {
    let node = number(0...3) == 0 ? nil : pick(Self.nodes)
    _ = try await stock.allot(number(0...6), of: pick(Self.skus), at: node, for: pick(Self.channels), requestID: id, at: now)
  }

  private mutating func look(_ step: Int, of steps: Int, _ now: Instant) async throws {
    let snapshot = try await stock.snapshot(
      of: Self.sold, at: Self.nodes, for: pick(Self.channels), by: now + .seconds(number(0...100)), at: now)
    #expect(Self.nodes.indices.allSatisfy { node in Self.sold.indices.allSatisfy { snapshot[node: node, sku: $0] >= 0 } })
    // Adding everything up takes long: each task does it two times or three.
    guard number(0...steps / 24) == 0 else { return }
    #expect(try await stock.audit() == [])
  }
}
