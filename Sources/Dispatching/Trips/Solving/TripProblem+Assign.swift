import Dispatch
import Logistics
import Synchronization

extension TripProblem {
  /// Looks for the chains of least cost and proves how good they are: column generation over chains on GLPK, priced by longest paths in
  /// the graph of trips, dives for whole chains, and branch and bound (see `ChainTree`). Trips that no class ties together are
  /// solved apart, side by side.
  ///
  /// ```swift
  /// let answer = try problem.assign(TripLimit(time: .seconds(10)))
  /// for chain in answer.chains { print(problem.vehicles[chain.vehicle].id, chain.trips.map { problem.trips[$0].id }) }
  /// print(answer.verdict.cost, answer.bound, answer.gap)
  /// ```
  ///
  /// - Parameters:
  ///   - limit: When to stop; the best plan and the best bound so far are returned.
  ///   - threads: At most so many groups are worked on at a time.
  ///   - start: Chains to begin with, as those of an earlier answer; what breaks a rule is passed over.
  ///   - isCancelled: Asked now and then from any thread; the best so far is returned once it says yes.
  ///   - progress: Told now and then, from any thread.
  /// - Returns: The assignment; that not everything can be driven is said by its `termination`.
  /// - Throws: `SearchDisagreement` if the checker finds fault with what the search made.
  public func assign(
    _ limit: TripLimit = TripLimit(), threads: Int = 2, start: [TripChain] = [],
    isCancelled: @escaping @Sendable () -> Bool = { false }, progress: @escaping @Sendable (TripProgress) -> Void = { _ in }
  ) throws(SearchDisagreement) -> TripAssignment {
    let started = ContinuousClock.now
    let missingPrice = costAboveAll ?? .max
    let edges = trips.indices.lazy.flatMap { trip in
      vehicles.indices.lazy.filter { mayDrive($0, trip) }.map { (job: trip, type: $0) }
    }
    let groups = Group.parts(jobs: trips.count, types: vehicles.count, edges: edges).map {
      ChainGroup(self, trips: $0.jobs, vehicles: $0.types, missingPrice: missingPrice)
    }
    let begun = self.begin(groups, start)
    let budget = ChainTree.Budget(nodes: limit.nodes, deadline: limit.time.map { started + $0 }, isCancelled: isCancelled)
    let board = ProgressBoard(groups.count, started, progress)
    let trees = Self.inParallel(groups.count, threads: threads) { index in
      var tree = ChainTree(groups[index], start: begun[index])
      tree.run(budget) { board.tell(index, $0) }
      return tree
    }
    return try answer(groups, trees, started)
  }

  private func mayDrive(_ vehicle: Int, _ trip: Int) -> Bool {
    let type = vehicles[vehicle]
    return type.count > 0 && type.maximumTrips != 0 && type.fits(trips[trip])
  }

  /// Shares chains that keep every rule out among the groups.
  private func begin(_ groups: [ChainGroup], _ chains: [TripChain]) -> [[Chain]] {
    guard !chains.isEmpty, check(chains).violations.isEmpty else { return groups.map { _ in [] } }
    return groups.map { group in
      let places = Dictionary(uniqueKeysWithValues: group.trips.enumerated().map { ($0.element, $0.offset) })
      return chains.compactMap { chain in
        guard let place = group.classes.firstIndex(where: { $0.vehicle == chain.vehicle }), let first = chain.trips.first,
          places[first] != nil
        else { return nil }
        return group.chain(place, chain.trips.compactMap { places[$0].map { group.classes[place].positions[$0] } })
      }
    }
  }

  /// Works on the largest first, so that no thread is left with it at the end.
  private static func inParallel(_ count: Int, threads: Int, _ work: @Sendable (Int) -> ChainTree) -> [ChainTree] {
    let results = Mutex([ChainTree?](repeating: nil, count: count))
    let next = Atomic(count - 1)
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count))) { _ in
      while true {
        let index = next.wrappingSubtract(1, ordering: .relaxed).oldValue
        if index < 0 { return }
        let result = work(index)
        results.withLock { $0[index] = result }
      }
    }
    return results.withLock { $0.compactMap(\.self) }
  }

  /// Puts the groups together and has the checker judge them.
  private func answer(
    _ groups: [ChainGroup], _ trees: [ChainTree], _ started: ContinuousClock.Instant
  ) throws(SearchDisagreement) -> TripAssignment {
    var chains: [TripChain] = []
    var tripPrices = [Double](repeating: 0, count: trips.count)
    var vehiclePrices = [Double](repeating: 0, count: vehicles.count)
    var claimed = 0, missing = 0, bound = 0, relaxation = 0.0
    for (group, tree) in zip(groups, trees) {
      for chain in tree.best {
        chains.append(
          TripChain(vehicle: group.classes[chain.place].vehicle, trips: chain.trips.map { group.trips[$0] }))
      }
      for (trip, price) in zip(group.trips, tree.tripPrices) { tripPrices[trip] = price }
      for (chainClass, price) in zip(group.classes, tree.unitPrices) { vehiclePrices[chainClass.vehicle] = price }
      claimed = claimed.addingClamped(tree.bestCost - tree.missingCount * group.missingPrice)
      missing += tree.missingCount
      bound = bound.addingClamped(tree.bound)
      relaxation += tree.relaxationCost
    }
    for index in vehicles.indices where vehicles[index].count == 0 { vehiclePrices[index] = firstUnitPrice(index, tripPrices) }
    chains.sort { ($0.vehicle, $0.trips[0]) < ($1.vehicle, $1.trips[0]) }
    let verdict = check(chains)
    guard verdict.violations.isEmpty, verdict.cost == claimed, verdict.missing.count == missing else {
      throw SearchDisagreement(claimedCost: claimed, verdict: verdict)
    }
    return TripAssignment(
      verdict: verdict, termination: termination(groups, trees), bound: bound, relaxation: relaxation, tripPrices: tripPrices,
      vehiclePrices: vehiclePrices, nodes: trees.reduce(0) { $0 + $1.nodes }, programs: trees.reduce(0) { $0 + $1.rounds },
      time: ContinuousClock.now - started)
  }

  /// What a unit would save of a class that has none: what the best chain earns under the prices.
  private func firstUnitPrice(_ vehicle: Int, _ tripPrices: [Double]) -> Double {
    let chainClass = ChainClass(self, vehicle: vehicle, group: Array(trips.indices))
    // Prices are no whole numbers: in thousandths, as far as those fit.
    let scale = (costAboveAll ?? .max).multipliedClamped(by: trips.count + 1) < 1 << 50 ? 1024 : 1
    let gains = zip(chainClass.trips, chainClass.costs).map {
      Int(clamping: (tripPrices[$0] * Double(scale)).rounded()) - $1 * scale
    }
    var search = ChainSearch(chainClass)
    let earned = search.best(gains, ChainRules(chainClass))?.value ?? 0
    return Double(max(0, earned - chainClass.fixedCost * scale)) / Double(scale)
  }

  private func termination(_ groups: [ChainGroup], _ trees: [ChainTree]) -> TripAssignment.Termination {
    if zip(groups, trees).contains(where: { $1.bound >= $0.missingPrice }) { return .infeasible }
    let ends = trees.map(\.end)
    if ends.contains(.cancelled) { return .cancelled }
    if ends.contains(.limit) { return .limit }
    for case .trouble(let words) in ends { return .numericalTrouble(words) }
    return .optimal
  }
}

/// The checker finds fault with chains that the search made: a mistake of this library, to be reported with the problem.
public struct SearchDisagreement: Error, Sendable {
  /// The cost that the search has for its chains.
  public let claimedCost: Int
  /// What the checker says.
  public let verdict: TripVerdict
}
