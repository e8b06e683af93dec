import Benchmark

/// What the benchmark tool looks for: registers every benchmark, ground floor first.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput], timeUnits: .microseconds, maxDuration: .seconds(1), maxIterations: 100_000)
  registerLogistics()
  registerTravel()
  registerInventory()
  registerPromising()
  registerSourcing()
  registerCheckout()
  registerRouting()
  registerLinearProgramming()
  registerDispatching()
}
