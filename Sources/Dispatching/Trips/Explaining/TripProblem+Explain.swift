public import Logistics

extension TripProblem {
  /// One more unit of each class, and more of its shift.
  ///
  /// - Parameter longer: How much more.
  public func changesWorthAsking(longer: TimeSpan = .hours(1)) -> [TripChange] {
    vehicles.indices.map { .oneMore(vehicle: $0) } + vehicles.indices.map { .longerShift(vehicle: $0, by: longer) }
  }

  /// Solves again with a change, and compares.
  ///
  /// Only trips and classes that the change ties together are solved; the rest of the plan stays as it is.
  ///
  /// ```swift
  /// let answer = try problem.assign()
  /// for change in problem.changesWorthAsking() {
  ///   let counterfactual = try problem.explain(change, of: answer)
  ///   print(change, "would save", counterfactual.saving, "by price at most", counterfactual.price ?? "?")
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - change: What would be different.
  ///   - answer: An answer to this problem.
  ///   - limit: When to stop.
  ///   - threads: At most so many groups are worked on at a time.
  /// - Precondition: The answer is one to this problem.
  /// - Throws: `InvalidInput` if the change names what the problem does not have; `SearchDisagreement` if the checker finds fault
  ///   with the new plan.
  /// - Complexity: That of solving one group of trips.
  public func explain(
    _ change: TripChange, of answer: TripAssignment, _ limit: TripLimit = TripLimit(), threads: Int = 2,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> TripCounterfactual {
    precondition(
      answer.tripPrices.count == trips.count && answer.vehiclePrices.count == vehicles.count, "an answer to another problem")
    let changed = try changed(by: change)
    let part = changed.part(around: change, of: self)
    let problem = try TripProblem(
      trips: part.trips.map { changed.trips[$0] }, vehicles: part.vehicles.map { changed.vehicles[$0] }, turnaround: turnaround)
    // Trips of the changed problem behind a trip that is taken out have moved by one.
    let gone: Int? = if case .without(let trip) = change { trip } else { nil }
    func old(_ trip: Int) -> Int { trip + (gone.map { trip >= $0 ? 1 : 0 } ?? 0) }
    let places = Dictionary(uniqueKeysWithValues: part.trips.enumerated().map { (old($0.element), $0.offset) })
    let kept = answer.chains.filter { part.vehicles.contains($0.vehicle) }
    let start = kept.compactMap { chain -> TripChain? in
      guard let vehicle = part.vehicles.firstIndex(of: chain.vehicle) else { return nil }
      return TripChain(vehicle: vehicle, trips: chain.trips.compactMap { places[$0] })
    }
    let again = try problem.assign(limit, threads: threads, start: start.filter { !$0.trips.isEmpty }, isCancelled: isCancelled)
    let before = check(kept)
    let members = Set(part.trips.map(old)).union(gone.map { [$0] } ?? [])
    // What the rest of the plan leaves out has nothing to do with it.
    let elsewhere = before.dropped.reduce(0) { $0 + (members.contains($1) ? 0 : trips[$1].dropCost ?? 0) }
    return TripCounterfactual(
      change: change, price: price(of: change, answer), before: before.cost - elsewhere, after: again.verdict.cost,
      missingBefore: before.missing.filter(members.contains), missingAfter: again.verdict.missing.map { old(part.trips[$0]) },
      isProved: answer.termination == .optimal && again.termination == .optimal)
  }

  private func price(of change: TripChange, _ answer: TripAssignment) -> Double? {
    switch change {
    case .oneMore(let vehicle): answer.vehiclePrices[vehicle]
    case .without(let trip): answer.tripPrices[trip]
    case .longerShift: nil
    }
  }

  /// The trips and classes that a change ties together, in this problem, which has the change, and in the one before.
  private func part(around change: TripChange, of before: TripProblem) -> (trips: [Int], vehicles: [Int]) {
    // Classes that fitted the trip that is taken out hang together by it still: its chain must be compared as a whole.
    let edges = before.trips.indices.flatMap { trip in
      vehicles.indices.filter { vehicles[$0].fits(before.trips[trip]) }.map { (job: trip, type: $0) }
    }
    let groups = Group.parts(jobs: before.trips.count, types: vehicles.count, edges: edges)
    let group =
      switch change {
      case .oneMore(let vehicle), .longerShift(let vehicle, _): groups.first { $0.types.contains(vehicle) }
      case .without(let trip): groups.first { $0.jobs.contains(trip) }
      }
    guard let group else { return ([], []) }
    guard case .without(let gone) = change else { return (group.jobs, group.types) }
    return (group.jobs.compactMap { $0 == gone ? nil : $0 > gone ? $0 - 1 : $0 }, group.types)
  }
}
