extension ChainGroup {
  /// Shares the trips of a class among its units: first fit by start, each trip to the unit that has been free for the shortest time.
  ///
  /// Where no limit of trips binds, that takes as few units as any way does, as for colouring an interval graph.
  ///
  /// - Parameter positions: Positions in the class's trips, ascending.
  /// - Returns: The chains, and the positions for which no unit is left.
  /// - Complexity: O(positions · units).
  func share(_ positions: [Int], among units: Int, of place: Int) -> (chains: [[Int]], left: [Int]) {
    let chainClass = classes[place]
    var chains: [[Int]] = [], left: [Int] = []
    for position in positions {
      var latest = -1
      for (index, chain) in chains.enumerated() {
        guard let last = chain.last, chain.count < chainClass.most, chainClass.canFollow(last, position) else { continue }
        if latest < 0 || chainClass.releases[last] > chainClass.releases[chains[latest][chains[latest].count - 1]] { latest = index }
      }
      if latest >= 0 {
        chains[latest].append(position)
      } else if chains.count < units {
        chains.append([position])
      } else {
        left.append(position)
      }
    }
    return (chains, left)
  }

  /// A plan that drives each trip with a class of choice, as far as there are units, and then puts in what is left out where that pays.
  ///
  /// - Parameter choice: For each trip a place in the classes, or `nil` to leave it out.
  func plan(_ choice: [Int?]) -> [Chain] {
    var chains: [[[Int]]] = []
    var left = Set(trips.indices.filter { choice[$0] == nil })
    for (place, chainClass) in classes.enumerated() {
      let positions = chainClass.trips.indices.filter { choice[chainClass.trips[$0]] == place }
      let shared = share(positions, among: chainClass.count, of: place)
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
