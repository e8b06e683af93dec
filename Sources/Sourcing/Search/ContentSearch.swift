import Logistics

/// Exact search for orders with few different contents: a content says how many units of each item are in something.
///
/// For each candidate the least cost of shipping each content, in one parcel or several, is tabulated. The least over all
/// candidates, combined by dynamic programming over contents, prices what is still to ship: a bound that ignores only that
/// a candidate used twice might not have the stock for both. Branch and bound over (candidate, content) with that bound is
/// mostly over at its root.
///
/// Complexity: candidates × contents, and contents × their parts for each candidate for which several parcels can pay.
struct ContentSearch {
  /// What one candidate charges for each content in at most so many parcels; coded costs.
  private struct Table {
    let candidate: Int
    let parcels: Int
    let costs: [Int]
  }

  /// A cost times this, plus a number of parcels: least cost first, then fewest parcels, in one comparison.
  private static let code = 512
  private static let unreachable = Int.max / 4
  private static let mostContents = 2048
  private static let mostWork = 3_000_000

  private let instance: Instance
  private let contents: Contents
  private var tables: [Table] = []
  /// What leaving out a content costs, coded.
  private let unfilled: [Int]
  /// What shipping or leaving out a content costs at least, coded.
  private var least: [Int] = []
  private var boxes: [Draft.Box] = []

  /// `nil` if there are too many contents to look at.
  init?(_ instance: Instance, _ candidates: [Int]) {
    guard instance.items.reduce(0, { $0 + $1.quantity }) <= 400,
      let contents = Contents(instance, most: Self.mostContents), contents.count * candidates.count <= Self.mostWork
    else { return nil }
    self.instance = instance
    self.contents = contents
    unfilled = (0..<contents.count).map { content in
      var cost = 0
      for item in 0..<instance.width {
        guard let part = instance.unfilledCost(item, contents.units(of: item, in: content)) else { return Self.unreachable }
        cost += part
      }
      return cost * Self.code
    }
    var work = contents.pairs
    for candidate in candidates {
      work += mayPaySeveral(candidate) ? contents.pairs : contents.count
      guard work <= Self.mostWork else { return nil }
      tabulate(candidate)
    }
    bound()
  }

  /// What any plan costs at least, with the extra cost of every parcel.
  var value: Int { least[contents.count - 1] / Self.code }

  /// Whether two parcels from a candidate could cost less than one with everything.
  private func mayPaySeveral(_ candidate: Int) -> Bool {
    let it = instance.candidates[candidate]
    guard !it.flat, it.parcelLimit > 1 else { return false }
    var (weight, volume) = (0, 0)
    for item in 0..<instance.width {
      let units = instance.available[candidate * instance.width + item]
      weight += units * instance.items[item].weight
      volume += units * instance.items[item].volume
    }
    guard let whole = instance.price(candidate, weight: weight, volume: volume)?.price else { return true }
    return whole > 2 * it.lowest
  }

  private mutating func tabulate(_ candidate: Int) {
    let it = instance.candidates[candidate]
    var one = [Int](repeating: Self.unreachable, count: contents.count)
    for content in 1..<contents.count {
      guard contents.fits(content, candidate, instance),
        let price = instance.price(candidate, weight: contents.weight[content], volume: contents.volume[content])
      else { continue }
      var cost = price.price
      for item in 0..<instance.width {
        cost += contents.units(of: item, in: content) * instance.picking[candidate * instance.width + item]
      }
      one[content] = cost * Self.code + 1
    }
    tables.append(Table(candidate: candidate, parcels: 1, costs: one))
    guard mayPaySeveral(candidate) else { return }
    var last = one
    var parcels = 1
    while parcels < min(it.parcelLimit, contents.size[contents.count - 1]) {
      var next = last
      for content in 1..<contents.count {
        guard contents.fits(content, candidate, instance) else { continue }
        for part in contents.parts(of: content) where one[part] < Self.unreachable && last[content - part] < Self.unreachable {
          next[content] = min(next[content], one[part] + last[content - part])
        }
      }
      if next == last { break }
      parcels += 1
      tables.append(Table(candidate: candidate, parcels: parcels, costs: next))
      last = next
    }
  }

  private mutating func bound() {
    var cheapest = [Int](repeating: Self.unreachable, count: contents.count)
    for table in tables {
      for content in 1..<contents.count { cheapest[content] = min(cheapest[content], table.costs[content]) }
    }
    least = unfilled
    for content in 1..<contents.count {
      for part in contents.parts(of: content) where cheapest[part] < Self.unreachable {
        let rest = least[content - part]
        if rest < Self.unreachable { least[content] = min(least[content], cheapest[part] + rest) }
      }
    }
  }

  /// Offers every plan better than the best known.
  mutating func run(in search: inout Search) {
    branch(contents.count - 1, spent: 0, from: 0, in: &search)
  }

  /// Ships or leaves out a content by the tables from one on.
  private mutating func branch(_ rest: Int, spent: Int, from first: Int, in search: inout Search) {
    guard search.step() else { return }
    if unfilled[rest] < Self.unreachable, !boxes.isEmpty, spent + unfilled[rest] < search.coded(Self.code) {
      search.offer(Draft(cost: (spent + unfilled[rest]) / Self.code, boxes: boxes))
    }
    guard rest > 0 else { return }
    let parts = contents.parts(of: rest)
    for number in first..<max(first, tables.count) {
      let table = tables[number]
      guard boxes.count + 1 <= instance.maximumParcels else { return }
      // The dearest contents last in the list are the fullest: try them first, they leave the least to ship.
      for part in parts.reversed() where table.costs[part] < Self.unreachable && least[rest - part] < Self.unreachable {
        let cost = spent + table.costs[part]
        guard cost + least[rest - part] < search.coded(Self.code) else { continue }
        let opened = boxes.count
        unpack(part, number)
        if boxes.count <= instance.maximumParcels {
          var next = number + 1
          while next < tables.count, tables[next].candidate == table.candidate { next += 1 }
          branch(rest - part, spent: cost, from: next, in: &search)
        }
        boxes.removeLast(boxes.count - opened)
        if search.exhausted { return }
      }
    }
  }

  /// Adds the parcels that a table's cost of a content stands for.
  private mutating func unpack(_ content: Int, _ number: Int) {
    let table = tables[number]
    if table.parcels > 1 {
      if tables[number - 1].costs[content] == table.costs[content] { return unpack(content, number - 1) }
      let one = tables[number - table.parcels + 1].costs
      for part in contents.parts(of: content) where part < content {
        if one[part] < Self.unreachable, one[part] + tables[number - 1].costs[content - part] == table.costs[content] {
          boxes.append(Draft.Box(candidate: table.candidate, units: contents.units(in: part)))
          return unpack(content - part, number - 1)
        }
      }
      preconditionFailure("a cost without its parcels")
    }
    boxes.append(Draft.Box(candidate: table.candidate, units: contents.units(in: content)))
  }
}
