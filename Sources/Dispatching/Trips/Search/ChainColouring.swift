extension ChainGroup {
  /// Shares the trips of a class among as few of its units as it finds to be enough.
  ///
  /// Without a limit of trips the number of trips that overlap is enough, as for colouring an interval graph. With one, units take
  /// turns so that no chain grows long, and chains that do swap their ends with short ones.
  ///
  /// - Parameters:
  ///   - positions: Positions in the class's trips, ascending.
  ///   - turn: Where a limit of trips binds, which trip of its unit each should be: a suggestion.
  /// - Returns: The chains, and the positions for which no unit is left.
  /// - Complexity: O(positions · units) for each number of units that is tried.
  func share(_ positions: [Int], among place: Int, turn: (Int) -> Int?) -> (chains: [[Int]], left: [Int]) {
    let chainClass = classes[place]
    guard chainClass.isLimited else { return firstFit(positions, among: chainClass.count, of: chainClass, isFair: false) }
    let suggested = inTurn(positions, among: chainClass.count, of: chainClass, turn)
    if suggested.left.isEmpty { return suggested }
    var fewest = max(1, (positions.count + chainClass.most - 1) / chainClass.most)
    fewest = max(fewest, firstFit(positions, among: chainClass.count, of: chainClass, isFair: false).chains.count)
    var best = suggested
    // Where none of the next few is enough, what is missing is not units.
    for units in fewest..<(fewest + 5) where units <= chainClass.count {
      var shared = firstFit(positions, among: units, of: chainClass, isFair: true)
      shorten(&shared.chains, of: chainClass)
      for index in shared.chains.indices where shared.chains[index].count > chainClass.most {
        shared.left += shared.chains[index][chainClass.most...]
        shared.chains[index].removeSubrange(chainClass.most...)
      }
      if shared.left.isEmpty { return shared }
      if shared.left.count < best.left.count { best = shared }
    }
    return best
  }

  /// Each trip by start to the unit that has driven just as many as it should and has been free for the shortest time.
  private func inTurn(
    _ positions: [Int], among units: Int, of chainClass: ChainClass, _ turn: (Int) -> Int?
  ) -> (chains: [[Int]], left: [Int]) {
    var chains: [[Int]] = [], left: [Int] = []
    for position in positions {
      guard let wanted = turn(position) else {
        left.append(position)
        continue
      }
      var pick = -1
      for (index, chain) in chains.enumerated() where chain.count == wanted {
        guard let last = chain.last, chainClass.canFollow(last, position) else { continue }
        if pick < 0 || chainClass.releases[last] > chainClass.releases[chains[pick][wanted - 1]] { pick = index }
      }
      if pick >= 0 {
        chains[pick].append(position)
      } else if wanted == 0 && chains.count < units {
        chains.append([position])
      } else {
        left.append(position)
      }
    }
    return (chains, left)
  }

  /// Each trip by start to a unit that is free: the one that has been for the shortest time, or, fairly, the one with the fewest trips.
  private func firstFit(
    _ positions: [Int], among units: Int, of chainClass: ChainClass, isFair: Bool
  ) -> (chains: [[Int]], left: [Int]) {
    var chains: [[Int]] = [], left: [Int] = []
    for position in positions {
      var pick = -1, least = Int.max
      for (index, chain) in chains.enumerated() {
        guard let last = chain.last, chainClass.canFollow(last, position) else { continue }
        let rank = isFair ? chain.count : -chainClass.releases[last]
        if rank < least { (pick, least) = (index, rank) }
      }
      if chains.count < units && (pick < 0 || isFair) {
        chains.append([position])
      } else if pick >= 0 {
        chains[pick].append(position)
      } else {
        left.append(position)
      }
    }
    return (chains, left)
  }

  /// Swaps the ends of two chains, as long as that makes fewer trips too many.
  private func shorten(_ chains: inout [[Int]], of chainClass: ChainClass) {
    func excess(_ count: Int) -> Int { max(0, count - chainClass.most) }
    func isCut(_ a: ArraySlice<Int>, _ b: ArraySlice<Int>) -> Bool {
      guard let last = a.last, let first = b.first else { return true }
      return chainClass.canFollow(last, first)
    }
    var isBetter = true
    while isBetter {
      isBetter = false
      for long in chains.indices where excess(chains[long].count) > 0 {
        search: for other in chains.indices where other != long {
          let (a, b) = (chains[long], chains[other])
          for i in 0...a.count {
            for j in 0...b.count {
              let (first, second) = (i + b.count - j, j + a.count - i)
              guard excess(first) + excess(second) < excess(a.count) + excess(b.count), isCut(a[..<i], b[j...]),
                isCut(b[..<j], a[i...])
              else { continue }
              chains[long] = Array(a[..<i] + b[j...])
              chains[other] = Array(b[..<j] + a[i...])
              isBetter = true
              break search
            }
          }
        }
      }
    }
    chains.removeAll(where: \.isEmpty)
  }

  /// A plan that drives each trip with a class of choice, as far as there are units, and then puts in what is left out where that pays.
  ///
  /// - Parameters:
  ///   - choice: For each trip a place in the classes, or `nil` to leave it out.
  ///   - turn: For a place and a position which trip of its unit it should be, if there is a wish.
  func plan(_ choice: [Int?], turn: (_ place: Int, _ position: Int) -> Int? = { _, _ in nil }) -> [Chain] {
    var chains: [[[Int]]] = []
    var left = Set(trips.indices.filter { choice[$0] == nil })
    for (place, chainClass) in classes.enumerated() {
      let positions = chainClass.trips.indices.filter { choice[chainClass.trips[$0]] == place }
      let shared = share(positions, among: place) { turn(place, $0) }
      chains.append(shared.chains)
      left.formUnion(shared.left.map { chainClass.trips[$0] })
    }
    insert(left.sorted { (leavingOut[$1], $0) < (leavingOut[$0], $1) }, into: &chains)
    return chains.enumerated().flatMap { place, lists in
      // A chain that costs more than leaving its trips out is none.
      lists.map { chain(place, $0) }.filter { chain in
        cost(of: chain) < chain.trips.reduce(0) { $0.addingClamped(leavingOut[$1]) }
      }
    }
  }

  /// Puts trips where they cost least, if that is less than leaving them out.
  private func insert(_ left: [Int], into chains: inout [[[Int]]]) {
    for trip in left {
      var least = leavingOut[trip]
      var target: (place: Int, chain: Int)?
      for (place, chainClass) in classes.enumerated() {
        let position = chainClass.positions[trip]
        guard position >= 0 else { continue }
        let cost = chainClass.costs[position]
        if cost < least, let index = chains[place].firstIndex(where: { hasRoom($0, for: position, of: chainClass) }) {
          (least, target) = (cost, (place, index))
        }
        if chains[place].count < chainClass.count, cost.addingClamped(chainClass.fixedCost) < least {
          (least, target) = (cost + chainClass.fixedCost, (place, chains[place].count))
        }
      }
      guard let (place, index) = target else { continue }
      let position = classes[place].positions[trip]
      if index == chains[place].count { chains[place].append([]) }
      let at = chains[place][index].firstIndex { $0 > position } ?? chains[place][index].count
      chains[place][index].insert(position, at: at)
    }
  }

  private func hasRoom(_ chain: [Int], for position: Int, of chainClass: ChainClass) -> Bool {
    guard chain.count < chainClass.most else { return false }
    let at = chain.firstIndex { $0 > position } ?? chain.count
    return (at == 0 || chainClass.canFollow(chain[at - 1], position))
      && (at == chain.count || chainClass.canFollow(position, chain[at]))
  }
}
