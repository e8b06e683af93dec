/// Lends the memory of routes, so that a search allocates only while its routes still grow.
final class RouteMemoryPool {
  private let dimensions: Int
  private let withStretches: Bool
  private let withPeaks: Bool
  private let withTrips: Bool
  private let withSpread: Bool
  private var spare: [RouteMemory] = []

  init(_ problem: FlatProblem) {
    dimensions = problem.dimensions
    withStretches = problem.hasDuration && !problem.needsSimulation
    withTrips = problem.knowsTrips
    withSpread = problem.preferences.hasSpread
    withPeaks = problem.hasPickups && !problem.needsSimulation
  }

  /// Memory for at least so many positions, with whatever was in it.
  func take(_ positions: Int) -> RouteMemory {
    if let memory = spare.popLast() {
      if memory.capacity >= positions { return memory }
      free(memory)
    }
    let capacity = max(32, positions + positions / 2)
    return RouteMemory(
      capacity: capacity,
      positions: .allocate(capacity: capacity),
      before: .allocate(capacity: withStretches ? capacity : 1),
      after: .allocate(capacity: withStretches ? capacity : 1),
      peakBefore: .allocate(capacity: withPeaks ? capacity * dimensions + 1 : 1),
      peakAfter: .allocate(capacity: withPeaks ? capacity * dimensions + 1 : 1),
      trips: .allocate(capacity: withTrips ? capacity : 1),
      waysToAll: .allocate(capacity: withSpread ? capacity : 1),
      loads: .allocate(capacity: 2 * dimensions + 1))
  }

  /// Takes memory back.
  func give(_ memory: RouteMemory) { spare.append(memory) }

  /// Copies what a route of so many positions holds.
  func copy(_ source: RouteMemory, to target: RouteMemory, positions: Int) {
    target.positions.update(from: source.positions, count: positions)
    if withStretches {
      target.before.update(from: source.before, count: positions)
      target.after.update(from: source.after, count: positions)
    }
    if withPeaks {
      target.peakBefore.update(from: source.peakBefore, count: positions * dimensions)
      target.peakAfter.update(from: source.peakAfter, count: positions * dimensions)
    }
    if withTrips { target.trips.update(from: source.trips, count: positions) }
    if withSpread { target.waysToAll.update(from: source.waysToAll, count: positions) }
    target.loads.update(from: source.loads, count: 2 * dimensions)
  }

  /// Memory with room for more, holding what the old one held; the old one is taken back.
  func grown(_ memory: RouteMemory, holding positions: Int, to needed: Int) -> RouteMemory {
    let larger = take(max(needed, memory.capacity * 2))
    copy(memory, to: larger, positions: positions)
    give(memory)
    return larger
  }

  func free(_ memory: RouteMemory) {
    memory.positions.deallocate()
    memory.before.deallocate()
    memory.after.deallocate()
    memory.peakBefore.deallocate()
    memory.peakAfter.deallocate()
    memory.trips.deallocate()
    memory.waysToAll.deallocate()
    memory.loads.deallocate()
  }

  deinit {
    for memory in spare { free(memory) }
  }
}
