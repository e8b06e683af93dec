import Logistics
import RoutingTestSupport
import Testing

@testable import Routing

@Suite struct RouteExchangeTests {
  @Test(arguments: 0..<15)
  func `a child serves each job once, and none that both parents serve is lost`(seed: Int) throws {
    let problem = try PlainProblems.make(seed: 1200 + seed, jobs: 20)
    let local = LocalProblem(problem, FlatProblem(problem))
    var random = RandomProblems.Generator(state: UInt64(seed))
    var source = RandomSource(seed: UInt64(seed), stream: 0)
    let parents = (0..<2).map { _ in Individual(PlainProblems.tours(local, &random)) }
    guard parents.allSatisfy({ !$0.routes.isEmpty }) else { return }
    var crossover = RouteExchange(local)
    let descent = Descent(Tours(local), verifying: true)
    for _ in 0..<10 {
      crossover.apply(parents[0], parents[1], to: descent, &source)
      descent.tours.verify()
      let served = descent.tours.routes().flatMap(\.jobs)
      #expect(Set(served).count == served.count)
      for job in 0..<local.jobCount where local.isServable[job] && local.flat.isRequired[job] {
        let hasRoom = (0..<local.slotCount).contains { descent.tours.mayServe($0, job, 1) }
        #expect(served.contains(job) || !hasRoom)
      }
    }
  }

  @Test func `individuals differ from each other and not from themselves`() throws {
    let problem = try PlainProblems.make(seed: 1300, jobs: 20)
    let local = LocalProblem(problem, FlatProblem(problem))
    var random = RandomProblems.Generator(state: 1)
    let (one, other) = (Individual(PlainProblems.tours(local, &random)), Individual(PlainProblems.tours(local, &random)))
    #expect(one.distance(to: one) == 0)
    #expect(one.distance(to: other) > 0)
  }
}
