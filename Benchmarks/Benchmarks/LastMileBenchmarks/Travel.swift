import Benchmark
import Travel

/// A million ways between a thousand points, by the great circle and the model of streets.
func registerTravel() {
  Benchmark("Travel/matrix-1000") { benchmark, points in
    for _ in benchmark.scaledIterations { blackHole(TravelMatrix(between: points)) }
  } setup: {
    Towns.points(1000, seed: 2)
  }
}
