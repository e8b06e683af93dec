import Benchmark
import Logistics

/// Time arithmetic: a million of each, over 4,096 moments between 2020 and 2030.
func registerLogistics() {
  let million = Benchmark.Configuration(timeUnits: .nanoseconds, scalingFactor: .mega)

  Benchmark("Logistics/zone-offset", configuration: million) { benchmark, moments in
    let zone = Zone("America/Santiago")!
    benchmark.startMeasurement()
    var sum = 0
    for index in benchmark.scaledIterations { sum &+= zone.offset(at: moments[index & 4095]) }
    blackHole(sum)
  } setup: {
    someMoments()
  }

  Benchmark("Logistics/civil-from-date", configuration: million) { benchmark, moments in
    let dates = moments.map { Zone.utc.date(at: $0) }
    benchmark.startMeasurement()
    var sum = 0
    for index in benchmark.scaledIterations {
      let civil = dates[index & 4095].civil
      sum &+= civil.year &+ civil.month &+ civil.day
    }
    blackHole(sum)
  } setup: {
    someMoments()
  }

  Benchmark("Logistics/date-from-civil", configuration: million) { benchmark, moments in
    let civil = moments.map { Zone.utc.date(at: $0).civil }
    benchmark.startMeasurement()
    var sum = 0
    for index in benchmark.scaledIterations {
      let (year, month, day) = civil[index & 4095]
      sum &+= LocalDate(year: year, month: month, day: day)?.dayNumber ?? 0
    }
    blackHole(sum)
  } setup: {
    someMoments()
  }

  Benchmark("Logistics/parse-instant", configuration: .init(timeUnits: .nanoseconds, scalingFactor: .kilo)) {
    benchmark, moments in
    let zone = Zone("America/Santiago")!
    let texts = moments.map { zone.iso8601($0) }
    benchmark.startMeasurement()
    var sum = 0
    for index in benchmark.scaledIterations { sum &+= Instant(texts[index & 4095])?.secondsSince1970 ?? 0 }
    blackHole(sum)
  } setup: {
    someMoments()
  }

  Benchmark("Logistics/make-zone") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(Zone("America/Santiago")) }
  }
}

private func someMoments() -> [Instant] {
  var random = SeededRandom(seed: 1)
  return (0..<4096).map { _ in Instant(secondsSince1970: Int.random(in: 1_577_836_800...1_893_456_000, using: &random)) }
}
