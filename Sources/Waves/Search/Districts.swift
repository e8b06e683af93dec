import Dispatch
import Sourcing
import Synchronization

/// Looks for better plans in several parts of a large wave at a time.
///
/// Every turn the orders are told apart by which of some nodes, drawn anew, is the cheapest for them: so orders that compete are
/// mostly together, and no border stays. A district may use what its orders hold and what is left at the nodes that are nearest to them;
/// nobody else may meanwhile, so that what the districts find fits together. How many there are depends on the wave only, never on the
/// number of threads: nor does what is found.
struct Districts {
  private let model: WaveModel
  private let desks: [(search: OrderSearch, scratch: WaveScratch)]
  private let count: Int
  private var random: SmallRandom

  /// `nil` if the wave is too small for it to pay.
  init?(_ model: WaveModel, threads: Int, seed: UInt64) {
    count = min(16, model.contending.count / 500, model.parcelLimits.count / 2)
    guard model.contending.count >= 2_000, count > 1 else { return nil }
    self.model = model
    desks = (0..<min(count, max(1, threads))).map { _ in (OrderSearch(model), WaveScratch(model)) }
    random = SmallRandom(seed: ~seed)
  }

  /// One turn: every district works on its own.
  ///
  /// - Parameter work: what a district of so many orders does. Called by several threads.
  mutating func run(_ plans: inout PlanSearch, work: @Sendable (inout PlanSearch, _ orders: Int) -> Void) {
    let (orders, owner) = split()
    let seeds = orders.map { _ in random.next() }
    var found = [PlanSearch?](repeating: nil, count: orders.count)
    // The largest first, so that no thread is left with it at the end.
    let sequence = orders.indices.filter { orders[$0].count > 1 }.sorted { (-orders[$0].count, $0) < (-orders[$1].count, $1) }
    let next = Atomic<Int>(0)
    found.withUnsafeMutableBufferPointer { found in
      nonisolated(unsafe) let found = found
      nonisolated(unsafe) let desks = desks
      nonisolated(unsafe) let whole = plans
      let size = model.table.orders.count
      DispatchQueue.concurrentPerform(iterations: desks.count) { thread in
        while case let turn = next.wrappingAdd(1, ordering: .relaxed).oldValue, turn < sequence.count {
          let district = sequence[turn]
          var isOwn = [Bool](repeating: false, count: size)
          for order in orders[district] { isOwn[order] = true }
          var search = whole.district(
            isOwn, ownsRow: owner.map { $0 == district }, random: SmallRandom(seed: seeds[district]))
          search.use(desks[thread].search, desks[thread].scratch)
          work(&search, orders[district].count)
          found[district] = search
        }
      }
    }
    plans.adopt(sequence.sorted().map { (found[$0]!, orders[$0]) })
  }

  /// The contending orders of each district, and the district of each row.
  private mutating func split() -> (orders: [[Int]], owner: [Int]) {
    var rows = Array(model.parcelLimits.indices)
    var seeds = [Int](repeating: -1, count: rows.count)
    for district in 0..<count {
      rows.swapAt(district, district + random.below(rows.count - district))
      seeds[rows[district]] = district
    }
    var orders = [[Int]](repeating: [], count: count)
    var votes = [Int](repeating: 0, count: rows.count * count)
    for order in model.contending {
      // The lanes come cheapest first.
      let candidates = model.table.candidates[model.table.orders[order].candidates]
      let near = candidates.lazy.map { seeds[Int($0.row)] }.first { $0 >= 0 }
      let district = near ?? order % count
      orders[district].append(order)
      for candidate in candidates.prefix(3) { votes[Int(candidate.row) * count + district] += 1 }
    }
    let owner = rows.indices.map { row in
      (0..<count).max { (votes[row * count + $0], -$0) < (votes[row * count + $1], -$1) }!
    }
    return (orders, owner)
  }
}
