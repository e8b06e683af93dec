@testable import Dispatching
import RoutingTestSupport
import Testing

@Suite struct WalkSearchTests {
  @Test(arguments: 0..<10)
  func `the cheapest walk is the cheapest tour where walks remember everything`(batch: Int) throws {
    var (gains, equal) = (0, 0)
    for seed in (60 * batch)..<(60 * batch + 60) {
      let random = try RandomWalkNetwork(seed: UInt64(40_000 + seed))
      let search = WalkSearch(random.network, scale: RandomWalkNetwork.scale, buckets: 1 + seed % 9)
      let least = min(0, random.tours.map(\.reducedCost).min() ?? 0)
      // Again and again: the middle of the day moves, the answer does not.
      for _ in 0..<3 {
        let found = try #require(search.search(prices: random.prices, random.cuts, WalkSearch.Effort()))
        let first = found.walks[0].first
        #expect(first?.reducedCost ?? 0 <= least, "seed \(seed)")
        // A job that cannot be gone to directly is not remembered: there alone a walk may come back.
        if let first, first.reducedCost < least { #expect(Set(first.jobs).count < first.jobs.count, "seed \(seed)") }
        if first?.reducedCost ?? 0 == least { equal += 1 }
        #expect(!found.isRelaxed)
      }
      if least < 0 { gains += 1 }
    }
    #expect(gains > 20 && equal > 170)
  }

  @Test(arguments: 0..<4)
  func `labels that were made one bound every tour from below`(batch: Int) throws {
    var relaxed = 0
    for seed in (60 * batch)..<(60 * batch + 60) {
      let random = try RandomWalkNetwork(seed: UInt64(50_000 + seed))
      let search = WalkSearch(random.network, scale: RandomWalkNetwork.scale, buckets: 1)
      guard let found = search.search(prices: random.prices, random.cuts, WalkSearch.Effort(labels: 1 + seed % 2)) else {
        continue
      }
      #expect(found.walks[0].first?.reducedCost ?? 0 <= min(0, random.tours.map(\.reducedCost).min() ?? 0), "seed \(seed)")
      if found.isRelaxed { relaxed += 1 }
    }
    #expect(relaxed > 5)
  }

  @Test(arguments: 0..<6)
  func `a quick search finds nothing that is not there`(batch: Int) throws {
    for seed in (60 * batch)..<(60 * batch + 60) {
      let random = try RandomWalkNetwork(seed: UInt64(60_000 + seed))
      let search = WalkSearch(random.network, scale: RandomWalkNetwork.scale, buckets: 8)
      let tours = Dictionary(uniqueKeysWithValues: random.tours.map { ($0.jobs, $0.reducedCost) })
      let effort = WalkSearch.Effort(width: 2, labels: 2, isLoose: true)
      let found = try #require(search.search(prices: random.prices, random.cuts, effort))
      for find in found.walks[0] { #expect(tours[find.jobs] == find.reducedCost, "seed \(seed)") }
    }
  }

  @Test(arguments: 0..<10)
  func `no way is taken away that a tour below the threshold goes, and all such tours are found`(batch: Int) throws {
    var dropped = 0
    for seed in (60 * batch)..<(60 * batch + 60) {
      let random = try RandomWalkNetwork(seed: UInt64(70_000 + seed))
      let search = WalkSearch(random.network, scale: RandomWalkNetwork.scale, buckets: 1 + seed % 9)
      let tours = random.tours.sorted { $0.reducedCost < $1.reducedCost }
      guard !tours.isEmpty else { continue }
      let threshold = tours[tours.count / 3].reducedCost + 1
      let below = tours.filter { $0.reducedCost < threshold }
      dropped += try #require(
        search.dropWays(from: threshold, prices: random.prices, random.cuts, labels: 1 + seed % 40, most: 1 << 20, nil))
      var cheapest: [Set<Int>: Int] = [:]
      for tour in below { cheapest[Set(tour.jobs)] = min(cheapest[Set(tour.jobs)] ?? .max, tour.cost) }
      let found = try #require(
        search.routes(
          below: threshold, prices: random.prices, random.cuts, labels: 1 + seed % 40, most: 1 << 20, mostRoutes: 1 << 20, nil))
      let fixed = random.network.fixedCosts[0]
      let costs = Dictionary(uniqueKeysWithValues: found.map { (Set($0.jobs), $0.cost + fixed) })
      #expect(costs.count == found.count)
      for (jobs, cost) in cheapest {
        // If another order of these jobs costs no more, and is beyond the threshold for its cuts, no cheaper plan has either.
        let isNeeded = tours.allSatisfy { Set($0.jobs) != jobs || $0.cost > cost || $0.reducedCost < threshold }
        #expect(!isNeeded || (costs[jobs].map { $0 <= cost } ?? false), "seed \(seed)")
      }
      let known = Dictionary(uniqueKeysWithValues: tours.map { ($0.jobs, $0) })
      for route in found {
        #expect(known[route.jobs]?.cost == route.cost + fixed, "seed \(seed)")
        #expect(known[route.jobs]?.reducedCost == route.reducedCost + fixed * RandomWalkNetwork.scale, "seed \(seed)")
      }
    }
    #expect(dropped > 100)
  }
}
