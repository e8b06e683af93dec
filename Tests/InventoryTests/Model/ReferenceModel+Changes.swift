import Inventory
import Logistics

extension ReferenceModel {
  mutating func pass(to now: Instant) {
    clock = max(clock, now)
    for index in keeps.indices where !keeps[index].isOver && !keeps[index].isConfirmed && keeps[index].until <= clock {
      letGo(index)
    }
    for spot in batches.keys {
      for index in batches[spot]!.indices {
        guard let sellBy = sellBy(batches[spot]![index], spot.sku), sellBy <= clock else { continue }
        batches[spot]![index].damaged += batches[spot]![index].units
        batches[spot]![index].units = 0
      }
    }
  }

  mutating func letGo(_ index: Int) {
    for part in keeps[index].parts.values { giveBack(part) }
    keeps[index].parts = [:]
    keeps[index].isOver = true
  }

  private mutating func giveBack(_ part: Part) {
    if part.drawn.units > 0 { allotted[part.drawn.allotment].units += part.drawn.units }
    if part.drawnAnywhere.units > 0 { allotted[part.drawnAnywhere.allotment].units += part.drawnAnywhere.units }
  }

  /// What is wanted in all, kits taken apart.
  func exploded(_ allocations: [Allocation]) -> [Spot: Int] {
    var wanted: [Spot: Int] = [:]
    for each in allocations {
      for line in kits[each.sku] ?? [OrderLine(each.sku, quantity: 1)] {
        wanted[Spot(node: each.node, sku: line.sku), default: 0] += line.quantity * each.quantity
      }
    }
    return wanted
  }

  /// The parts of a hold, or of what there is too little.
  func parts(_ wanted: [Spot: Int], _ channel: Channel, _ date: Instant?) -> Result<[Spot: Part], Shortages> {
    var model = self
    var parts: [Spot: Part] = [:]
    var shortages: [Shortage] = []
    // One after the other, each taken before the next is asked.
    for (spot, quantity) in wanted.sorted(by: { $0.key < $1.key }) {
      let room = model.room(spot, channel, date)
      let cap = model.cap(spot.sku, channel, date) ?? (.max / 2, .max / 2)
      let lying = min(room.lying, room.own + cap.lying)
      let all = min(lying + room.coming, room.own + cap.all)
      guard all >= quantity else {
        shortages.append(Shortage(node: spot.node, sku: spot.sku, wanted: quantity, found: all))
        continue
      }
      var part = Part(lying: min(quantity, lying))
      var owed = room.owed
      for coming in model.comingUnits(spot, date) {
        let free = max(0, coming.units - owed)
        owed = max(0, owed - coming.units)
        let taken = min(free, quantity - part.units)
        if taken > 0 { part.waits.append((coming.supply, taken)) }
      }
      for (index, each) in allotted.enumerated() where !each.isOver && each.sku == spot.sku && each.channel == channel {
        if each.node == spot.node { part.drawn = (index, min(quantity, model.allotted[index].units)) }
      }
      for (index, each) in allotted.enumerated() where !each.isOver && each.sku == spot.sku && each.channel == channel {
        if each.node == nil { part.drawnAnywhere = (index, min(quantity - part.drawn.units, model.allotted[index].units)) }
      }
      model.take([spot: part], channel, date)
      parts[spot] = part
    }
    return shortages.isEmpty ? .success(parts) : .failure(Shortages(list: shortages))
  }

  struct Shortages: Error { let list: [Shortage] }

  mutating func take(_ parts: [Spot: Part], _ channel: Channel, _ date: Instant?) {
    for part in parts.values {
      if part.drawn.units > 0 { allotted[part.drawn.allotment].units -= part.drawn.units }
      if part.drawnAnywhere.units > 0 { allotted[part.drawnAnywhere.allotment].units -= part.drawnAnywhere.units }
    }
    keeps.append(Keep(channel: channel, parts: parts, until: clock, waitsUntil: date))
  }

  /// Gives a hold other parts, or says why not.
  mutating func exchange(_ index: Int, _ wanted: [Spot: Int], _ channel: Channel) -> Shortages? {
    var without = self
    for part in keeps[index].parts.values { without.giveBack(part) }
    without.keeps[index].parts = [:]
    switch without.parts(wanted, channel, keeps[index].waitsUntil) {
    case .failure(let shortages): return shortages
    case .success(let parts):
      let keep = keeps[index]
      self = without
      take(parts, channel, keep.waitsUntil)
      keeps.removeLast()
      keeps[index].parts = parts
      keeps[index].channel = channel
      return nil
    }
  }

  /// Gives up units of a hold, those that lie there first, and takes others, or says of what there is too little.
  mutating func reallocate(_ index: Int, giving: [Spot: Int], taking: [Spot: Int]) -> Shortages? {
    var without = self
    for (spot, units) in giving {
      var part = without.keeps[index].parts[spot]!
      if part.drawn.units > 0, allotted[part.drawn.allotment].isOver { part.drawn.units = 0 }
      if part.drawnAnywhere.units > 0, allotted[part.drawnAnywhere.allotment].isOver { part.drawnAnywhere.units = 0 }
      let before = part
      for _ in 0..<units {
        if part.lying > 0 {
          part.lying -= 1
        } else {
          part.waits[part.waits.count - 1].units -= 1
          if part.waits.last!.units == 0 { part.waits.removeLast() }
        }
      }
      part.drawn.units = min(part.drawn.units, part.units)
      part.drawnAnywhere.units = min(part.drawnAnywhere.units, part.units - part.drawn.units)
      for (old, new) in [(before.drawn, part.drawn), (before.drawnAnywhere, part.drawnAnywhere)] where old.units > new.units {
        without.allotted[old.allotment].units += old.units - new.units
      }
      without.keeps[index].parts[spot] = part.units > 0 ? part : nil
    }
    let keep = without.keeps[index]
    switch without.parts(taking, keep.channel, keep.waitsUntil) {
    case .failure(let shortages): return shortages
    case .success(let parts):
      self = without
      take(parts, keep.channel, keep.waitsUntil)
      keeps.removeLast()
      for (spot, part) in parts {
        guard var both = keeps[index].parts[spot] else {
          keeps[index].parts[spot] = part
          continue
        }
        both.lying += part.lying
        for wait in part.waits {
          if let place = both.waits.firstIndex(where: { $0.supply == wait.supply }) {
            both.waits[place].units += wait.units
          } else {
            both.waits.append(wait)
          }
        }
        if part.drawn.units > 0 {
          let old = both.drawn.units > 0 && both.drawn.allotment == part.drawn.allotment ? both.drawn.units : 0
          both.drawn = (part.drawn.allotment, old + part.drawn.units)
        }
        if part.drawnAnywhere.units > 0 {
          let old =
            both.drawnAnywhere.units > 0 && both.drawnAnywhere.allotment == part.drawnAnywhere.allotment
            ? both.drawnAnywhere.units : 0
          both.drawnAnywhere = (part.drawnAnywhere.allotment, old + part.drawnAnywhere.units)
        }
        keeps[index].parts[spot] = both
      }
      if keeps[index].parts.isEmpty { keeps[index].isOver = true }
      return nil
    }
  }

  mutating func allot(_ units: Int, _ sku: SKU, _ node: ID<Node>?, _ channel: Channel) {
    for index in allotted.indices where !allotted[index].isOver {
      let each = allotted[index]
      if each.node == node, each.sku == sku, each.channel == channel {
        allotted[index].isOver = true
      }
    }
    allotted.append(Allotted(node: node, sku: sku, channel: channel, units: units))
  }

  mutating func add(_ units: Int = 0, damaged: Int = 0, of lot: Lot?, at spot: Spot) {
    var list = batches[spot] ?? []
    if let index = list.firstIndex(where: { $0.lot == lot }) {
      list[index].units += units
      list[index].damaged += damaged
    } else {
      list.append(Batch(lot: lot, units: units, damaged: damaged))
    }
    batches[spot] = list.sorted { ($0.lot!.expires!, $0.lot!.id) < ($1.lot!.expires!, $1.lot!.id) }
  }

  /// Takes units out, first to expire first; says from which lots.
  mutating func remove(_ units: Int, at spot: Spot) -> [(lot: Lot?, units: Int)] {
    var left = units
    var taken: [(lot: Lot?, units: Int)] = []
    for index in batches[spot]!.indices where left > 0 && batches[spot]![index].units > 0 {
      let here = min(left, batches[spot]![index].units)
      batches[spot]![index].units -= here
      left -= here
      taken.append((batches[spot]![index].lot, here))
    }
    return taken
  }

  /// Everything of a confirmed hold leaves, if all of it lies there.
  mutating func ship(_ index: Int) -> [StockUnits]? {
    let parts = keeps[index].parts
    guard parts.allSatisfy({ $0.value.waits.isEmpty && $0.value.lying <= onHand($0.key) }) else { return nil }
    var left: [StockUnits] = []
    for (spot, part) in parts.sorted(by: { $0.key < $1.key }) {
      left += remove(part.lying, at: spot).map { StockUnits(spot.sku, at: spot.node, quantity: $0.units, lot: $0.lot) }
    }
    keeps[index].parts = [:]
    keeps[index].isOver = true
    return left
  }

  /// Good and damaged units of one spot arrive, the rest is lost if it is the last. Who loses what he waits for: hold and units.
  mutating func receive(
    _ number: Int, _ spot: Spot, good: Int, damaged: Int, lot: Lot?, isLast: Bool
  ) -> [Int: Int] {
    var lots = supplies[number].cargo[spot] ?? [(lot, good + damaged)]
    func next(_ units: Int) -> [(lot: Lot?, units: Int)] {
      var left = units
      var taken: [(lot: Lot?, units: Int)] = []
      for index in lots.indices where left > 0 && lots[index].units > 0 {
        let here = min(left, lots[index].units)
        lots[index].units -= here
        left -= here
        taken.append((lots[index].lot, here))
      }
      return taken
    }
    for part in next(good) { add(part.units, of: part.lot, at: spot) }
    for part in next(damaged) { add(damaged: part.units, of: part.lot, at: spot) }
    supplies[number].cargo[spot] = supplies[number].cargo[spot] == nil ? nil : lots
    supplies[number].open[spot]! -= good + damaged
    var arrived = good
    for index in keeps.indices where arrived > 0 { arrived -= settle(index, spot, number, atMost: arrived) }
    return lose(number, [spot], all: false).merging(isLast ? end(number) : [:], uniquingKeysWith: +)
  }

  /// What a hold waits for of a supply lies there, or should.
  private mutating func settle(_ index: Int, _ spot: Spot, _ number: Int, atMost units: Int) -> Int {
    guard let wait = keeps[index].parts[spot]?.waits.firstIndex(where: { $0.supply == number }) else { return 0 }
    let settled = min(units, keeps[index].parts[spot]!.waits[wait].units)
    keeps[index].parts[spot]!.waits[wait].units -= settled
    keeps[index].parts[spot]!.lying += settled
    keeps[index].parts[spot]!.waits.removeAll { $0.units == 0 }
    return settled
  }

  /// Takes what is too much from who came last.
  private mutating func lose(_ number: Int, _ spots: [Spot], all: Bool) -> [Int: Int] {
    var lost: [Int: Int] = [:]
    for spot in spots {
      if all { supplies[number].open[spot] = 0 }
      var excess = waiting(for: number, spot) - supplies[number].open[spot]!
      for index in keeps.indices.reversed() where excess > 0 {
        let units = settle(index, spot, number, atMost: excess)
        if units > 0 { lost[index, default: 0] += units }
        excess -= units
      }
    }
    return lost
  }

  /// Nothing more comes of a supply.
  mutating func end(_ number: Int) -> [Int: Int] {
    let lost = lose(number, Array(supplies[number].open.keys), all: true)
    supplies[number].isOpen = false
    return lost
  }

  /// A transfer turns back, an order is called off.
  mutating func cancel(_ number: Int) -> [Int: Int] {
    for (spot, lots) in supplies[number].cargo {
      for part in lots where part.units > 0 {
        add(part.units, of: part.lot, at: Spot(node: supplies[number].origin!, sku: spot.sku))
      }
    }
    supplies[number].cargo = [:]
    return end(number)
  }
}
