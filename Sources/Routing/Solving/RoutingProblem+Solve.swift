import Dispatch
import Logistics

extension RoutingProblem {
  /// Looks for the plan of least cost until the limit, and has the checker judge it.
  ///
  /// Two searchers, each with random numbers of its own, exchange their best plans at fixed iterations; how many threads carry
  /// them does not change what they find. One runs ruin and recreate under simulated annealing, the other a penalised local
  /// search where that knows every rule of the problem, else the same as the first. The calling thread is
  /// blocked meanwhile: from a task, call the asynchronous variant.
  ///
  /// - Parameters:
  ///   - limit: When to stop.
  ///   - seed: Another seed, another plan.
  ///   - threads: At most so many threads work; more than two are not used.
  ///   - start: Routes to begin with. Those that break a rule are dropped and their jobs inserted anew.
  ///   - recombiner: Makes better plans out of the routes met, in the later part of the search; `nil` for none. `Dispatching` has one.
  ///   - isCancelled: Asked between stretches of some milliseconds; the best plan so far is returned once it says yes.
  ///   - progress: Told between such stretches.
  /// - Throws: `SearchError` if the checker does not agree with the search. An infeasible problem is no error: the answer's
  ///   verdict then names the jobs that are missing.
  public func solve(
    _ limit: SearchLimit, seed: UInt64 = 1, threads: Int = 2, start: [Route] = [],
    recombiner: (any RouteRecombiner)? = nil, isCancelled: @Sendable () -> Bool = { false },
    progress: (SearchProgress) -> Void = { _ in }
  ) throws(SearchError) -> Answer {
    try Solver(self, limit, seed: seed, threads: threads, start: start, recombiner: recombiner).run(isCancelled, progress)
  }

  /// The same in one line: two threads, seed 1, until a time has passed.
  ///
  /// - Throws: `SearchError` if the checker does not agree with the search.
  public func solve(within time: Swift.Duration) throws(SearchError) -> Answer {
    try solve(SearchLimit(time: time))
  }

  /// Looks for the plan of least cost on threads of its own, so that no task waits for a thread meanwhile.
  ///
  /// When the surrounding task is cancelled, the best plan so far is returned.
  ///
  /// - Throws: `SearchError` if the checker does not agree with the search.
  public func solve(
    _ limit: SearchLimit, seed: UInt64 = 1, threads: Int = 2, start: [Route] = [], recombiner: (any RouteRecombiner)? = nil
  ) async throws -> Answer {
    let flag = CancellationFlag()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global().async {
          continuation.resume(
            with: Result {
              try solve(
                limit, seed: seed, threads: threads, start: start, recombiner: recombiner, isCancelled: { flag.isSet })
            })
        }
      }
    } onCancel: {
      flag.set()
    }
  }

  /// Solves while comparing every step of the search with the checker; stops the process where they differ. For tests.
  ///
  /// - Parameter size: The most jobs that are searched together, where it is to be divided.
  package func solveVerifying(
    _ limit: SearchLimit, seed: UInt64, threads: Int = 1, inPartsOf size: Int? = nil, start: [Route] = []
  ) throws(SearchError) -> Answer {
    let small = size.map { SearchShape(mostTogether: 0, mostInPart: $0, exchangePeriod: 2, stretchWork: 0) }
    return try Solver(self, limit, seed: seed, threads: threads, start: start, verifies: true, shape: small ?? SearchShape())
      .run({ false }, { _ in })
  }

  /// What a route costs by the search's own reckoning, or `nil` if it breaks a rule; skills and other routes are not looked at. For tests.
  ///
  /// - Precondition: The problem has the route's vehicle, jobs and places.
  package func simulatedCost(of route: Route) -> Int? {
    let cost = RouteSimulation(FlatProblem(self)).cost(of: RouteCode.codes(of: route), on: route.vehicle)
    return cost < .max ? cost : nil
  }
}
