extension LabelSide {
  @inline(__always)
  private func dominates(_ one: Label, _ other: Label, _ isLoose: Bool) -> Bool {
    if one.cost > other.cost || one.time > other.time || one.load > other.load { return false }
    if isLoose { return true }
    if one.memory & ~other.memory != 0 { return false }
    guard hasCuts else { return true }
    let owed = one.parity.subtracting(other.parity)
    return owed.isEmpty || one.cost + owed.sum(penalties) <= other.cost
  }

  /// Whether a label in an earlier bucket makes it needless.
  func isDominated(_ label: Label, _ job: Int, before bucket: Int, _ settings: Settings) -> Bool {
    let base = job * bucketCount
    var earlier = bucket - 1
    while earlier >= 0, leastBefore[base + earlier] <= label.cost {
      if least[base + earlier] <= label.cost {
        let list = lists[base + earlier]
        var slot = 0
        while slot < list.count, list[slot].cost <= label.cost {
          if dominates(list[slot], label, settings.isLoose) { return true }
          slot += 1
        }
      }
      earlier -= 1
    }
    return false
  }

  /// Keeps a label unless another is as good.
  func offer(_ given: Label, _ job: Int, from: Int32, _ settings: Settings) {
    var label = given
    let bucket = bucket(ofKey: key(label))
    let place = job * bucketCount + bucket
    let list = lists[place]
    let count = list.count
    var position = 0
    while position < count, list[position].cost <= label.cost {
      if dominates(list[position], label, settings.isLoose) { return }
      position += 1
    }
    if isDominated(label, job, before: bucket, settings) { return }
    label.id = note(job, from: from)
    var kept = position
    for slot in position..<count where !dominates(label, list[slot], settings.isLoose) {
      if kept != slot { list[kept] = list[slot] }
      kept += 1
    }
    lists[place].keep(kept)
    lists[place].insert(label, at: position)
    if lists[place].count > settings.labels {
      if settings.isLoose { lists[place].keep(settings.labels) } else { mergeClosest(place, settings.labels) }
    }
    let cheapest = lists[place][0].cost
    least[place] = cheapest
    var later = place
    let end = (job + 1) * bucketCount
    while later < end, leastBefore[later] > cheapest {
      leastBefore[later] = cheapest
      later += 1
    }
  }

  /// Makes one label of the two whose costs are closest, if too many wait: that gives up the least.
  private func mergeClosest(_ place: Int, _ most: Int) {
    let list = lists[place]
    var waiting = 0
    var before = -1
    var closest = (one: -1, other: -1)
    var least = Int.max
    for slot in 0..<list.count where !list[slot].isDone {
      waiting += 1
      if before >= 0, list[slot].cost - list[before].cost < least {
        (closest, least) = ((before, slot), list[slot].cost - list[before].cost)
      }
      before = slot
    }
    guard waiting > most, closest.one >= 0 else { return }
    var one = list[closest.one]
    let other = list[closest.other]
    one.time = min(one.time, other.time)
    one.load = min(one.load, other.load)
    one.memory &= other.memory
    one.parity = one.parity & other.parity
    list[closest.one] = one
    for slot in closest.other..<(list.count - 1) { list[slot] = list[slot + 1] }
    lists[place].keep(list.count - 1)
    isRelaxed = true
  }
}
