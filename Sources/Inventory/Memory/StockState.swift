import Logistics

/// All of an in-memory inventory, without its lock. Every change of a balance goes through `post`, which writes the ledger.
///
/// Places, products, cells, holds and inbounds are known by their numbers in here; names are looked up once, at the door.
struct StockState {
  /// A product at a place. What only few products have stands apart, so that a product that is only counted pays nothing.
  struct Cell {
    let place: Int
    let product: Int
    var balance = StockBalance.zero
    /// Where its `Extra` stands, or -1.
    var extra = -1
    /// Where it stands among the places of its product; -1 for what is kept wherever it lies.
    var shelf = -1
  }

  /// What a snapshot needs to know of a cell, so close to that of the product's other cells that a look at hundreds of nodes does
  /// not wait for memory: the same sums as in the cell's balance.
  struct ShelfPlace {
    let place: Int
    let cell: Int
    /// Units on hand that nobody holds; below zero if more are promised than are there.
    var free = 0
    var safety = 0
    /// Whether it has an `Extra`, which changes what is free.
    var hasExtra = false
  }

  /// What a cell has beside its balance.
  struct Extra {
    var allotments: [ChannelAllotment] = []
    /// What is still to come, by date.
    var supply: [Supply] = []
    var shelf = LotShelf()
  }

  struct ChannelAllotment {
    let channel: Channel
    var remaining: Int
    /// How often it was allotted: what was drawn in an earlier round is not given back to a later one.
    var round: Int
  }

  struct InboundLine: Equatable {
    let inbound: Int
    let line: Int
  }

  /// What stands in a line of an open inbound, at hand where it is asked for most.
  struct Supply {
    let line: InboundLine
    let due: Instant
    /// Units that nobody waits for.
    var free: Int
  }

  struct ProductState {
    let sku: SKU
    var tracking = StockItem.Tracking.count
    var isKit = false
    /// Whether units of it ever came.
    var hasMoved = false
    /// Its cells at nodes, and in the same order what is free in each.
    var cells: [Int] = []
    var shelf: [ShelfPlace] = []
    /// Its cell of what is kept wherever it lies, or -1.
    var anywhere = -1
    var lots: [ID<Lot>: Lot] = [:]
  }

  /// A ledger entry, names as numbers.
  struct Entry {
    let instant: Instant
    let cell: Int
    let kind: LedgerEntry.Kind
    let change: StockBalance
    let reference: Reference
    let parts: [LedgerEntry.Part]
  }

  enum Reference {
    case hold(Int)
    case text(String)
  }

  let policy: SafetyPolicy
  /// The latest moment that was told.
  var clock = Instant(secondsSince1970: .min)
  /// The nodes; the first place is anywhere.
  private(set) var places: [ID<Node>?] = [nil]
  private(set) var placeNumbers: [ID<Node>: Int] = [:]
  private var productNumbers: [SKU: Int] = [:]
  var products: [ProductState] = []
  private(set) var table = CellTable()
  var cells: [Cell] = []
  var extras: [Extra] = []
  var ledger = Log<Entry>()
  var holds = Log<HoldRecord>()
  var holdEnds = DeadlineQueue()
  /// The latest hold of each owner; each hold knows the one before it.
  var latestHolds: [ID<HoldOwner>: Int] = [:]
  var inbounds: [InboundRecord] = []
  var inboundNumbers: [ID<Inbound>: Int] = [:]
  var lotEnds = DeadlineQueue()
  var serials: [SerialKey: SerialRecord] = [:]
  var bill = BillOfMaterials()
  /// The nodes that were asked for last: a checkout asks for the same ones again and again.
  var asked = AskedNodes()
  private var answers = Log<(command: StockCommand, answer: StockAnswer)>()
  private var answerNumbers: [ID<StockRequest>: Int] = [:]

  init(policy: SafetyPolicy) {
    self.policy = policy
  }

  /// The earlier answer to a request, and to what.
  func earlierAnswer(to request: ID<StockRequest>) -> (command: StockCommand, answer: StockAnswer)? {
    answerNumbers[request].map { answers[$0] }
  }

  mutating func remember(_ request: ID<StockRequest>, _ command: StockCommand, _ answer: StockAnswer) {
    answerNumbers[request] = answers.count
    answers.append((command, answer))
  }
}

// Names and numbers.
extension StockState {
  /// The number of a node, or -1.
  func place(_ node: ID<Node>) -> Int { placeNumbers[node] ?? -1 }

  /// The number of a product, or -1.
  func product(_ sku: SKU) -> Int { productNumbers[sku] ?? -1 }

  /// The cell of a product at a node, or -1 if it was never there.
  func cell(_ sku: SKU, _ node: ID<Node>) -> Int {
    guard let place = placeNumbers[node], let product = productNumbers[sku] else { return -1 }
    return table.cell(place, product)
  }

  /// The number of a product, made if it is new.
  mutating func makeProduct(_ sku: SKU) -> Int {
    if let number = productNumbers[sku] { return number }
    productNumbers[sku] = products.count
    products.append(ProductState(sku: sku))
    return products.count - 1
  }

  /// The cell of a product at a node or, for `nil`, anywhere, made if it is new.
  mutating func makeCell(_ sku: SKU, _ node: ID<Node>?) -> Int {
    let product = makeProduct(sku)
    var place = 0
    if let node {
      if let number = placeNumbers[node] {
        place = number
      } else {
        place = places.count
        placeNumbers[node] = place
        places.append(node)
      }
    }
    let known = table.cell(place, product)
    if known >= 0 { return known }
    table.insert(cells.count, place, product)
    var cell = Cell(place: place, product: product)
    if place == 0 {
      products[product].anywhere = cells.count
    } else {
      cell.shelf = products[product].shelf.count
      products[product].cells.append(cells.count)
      products[product].shelf.append(ShelfPlace(place: place, cell: cells.count))
    }
    cells.append(cell)
    return cells.count - 1
  }

  /// Gives a cell room for what only few cells have.
  mutating func makeExtra(_ cell: Int) -> Int {
    if cells[cell].extra < 0 {
      cells[cell].extra = extras.count
      extras.append(Extra())
      let shelf = cells[cell].shelf
      if shelf >= 0 { products[cells[cell].product].shelf[shelf].hasExtra = true }
    }
    return cells[cell].extra
  }

  func sku(_ cell: Int) -> SKU { products[cells[cell].product].sku }

  /// The node of a cell that has one.
  func node(_ cell: Int) -> ID<Node> { places[cells[cell].place]! }

  func allocation(_ cell: Int, _ quantity: Int) -> Allocation {
    Allocation(sku(cell), at: node(cell), quantity: quantity)
  }
}

// The ledger.
extension StockState {
  /// Changes a balance and writes down that it did.
  mutating func post(
    _ cell: Int, _ kind: LedgerEntry.Kind, _ change: StockBalance, _ reference: Reference, at instant: Instant,
    parts: [LedgerEntry.Part] = []
  ) {
    cells[cell].balance += change
    let (product, shelf) = (cells[cell].product, cells[cell].shelf)
    if shelf >= 0 {
      products[product].shelf[shelf].free += change.onHand - change.held - change.committed
      products[product].shelf[shelf].safety += change.safety
    }
    ledger.append(
      Entry(instant: instant, cell: cell, kind: kind, change: change, reference: reference, parts: parts))
  }

  func entry(_ sequence: Int) -> LedgerEntry {
    let entry = ledger[sequence]
    let reference: String
    switch entry.reference {
    case .hold(let number): reference = holds[number].hold.id.text
    case .text(let text): reference = text
    }
    return LedgerEntry(
      sequence: sequence, instant: entry.instant, node: places[cells[entry.cell].place], sku: sku(entry.cell),
      kind: entry.kind, change: entry.change, reference: reference, parts: entry.parts)
  }

  /// Ends the holds that are void at a moment and outdates the lots that are no longer sold.
  mutating func pass(to now: Instant) {
    clock = max(clock, now)
    while let next = holdEnds.popFirst(atOrBefore: now) {
      // A hold that was extended, confirmed or released since has left an old deadline behind.
      guard case .held = holds[next.number].hold.state, holds[next.number].hold.until == next.until else { continue }
      letGo(of: next.number, as: .expired, at: next.until)
      holds[next.number].hold.state = .expired
    }
    outdateLots()
  }
}
