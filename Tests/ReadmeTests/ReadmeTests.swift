import Dispatching
import Forecasting
import Foundation
import Interchange
import Inventory
import LastMile
import Logistics
import Routing
import Sourcing
import Testing
import Travel

@Suite struct ReadmeTests {
  private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  @Test(arguments: [("PlanExample.swift", 0), ("RoutingExample.swift", 1)])
  func `the README shows the code that is compiled here`(file: String, index: Int) throws {
    let blocks = try text("README.md").components(separatedBy: "```swift\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
    #expect(blocks.count == 2)
    #expect(try blocks[index] == text("Tests/ReadmeTests/\(file)"))
  }

  @Test(arguments: [("TasksExample.swift", 0), ("TripsExample.swift", 1), ("RoutesExample.swift", 2)])
  func `the page about assigning shows the code that is compiled here`(file: String, index: Int) throws {
    let blocks = try text("docs/assigning.md").components(separatedBy: "```swift\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
    #expect(blocks.count == 3)
    #expect(try blocks[index] == text("Tests/ReadmeTests/\(file)"))
  }

  @Test(arguments: [
    ("OrderExample.swift", 0), ("CheckoutExample.swift", 1), ("DeclineExample.swift", 2), ("WaveExample.swift", 3),
  ])
  func `the page about sourcing shows the code that is compiled here`(file: String, index: Int) throws {
    let blocks = try text("docs/sourcing.md").components(separatedBy: "```swift\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
    #expect(blocks.count == 4)
    #expect(try blocks[index] == text("Tests/ReadmeTests/\(file)"))
  }

  @Test func `the page about promising shows the code that is compiled here`() throws {
    let blocks = try text("docs/promising.md").components(separatedBy: "```swift\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
    #expect(
      try blocks
        == ["QuoteExample", "SlotChoiceExample", "LockerExample", "CollectionExample"].map {
          try text("Tests/ReadmeTests/\($0).swift")
        })
  }

  @Test func `the page about returns shows the code that is compiled here`() throws {
    let blocks = try text("docs/returns.md").components(separatedBy: "```swift\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
    #expect(blocks == [try text("Tests/ReadmeTests/RightsExample.swift"), try text("Tests/ReadmeTests/ReturnExample.swift")])
  }

  @Test func `the page about why not shows the code that is compiled here`() throws {
    let blocks = try text("docs/why-not.md").components(separatedBy: "```swift\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
    #expect(try blocks == [text("Tests/ReadmeTests/WhyNotExample.swift")])
  }

  @Test func `the example of why not says what is in the way, what would help and what cannot all be`() throws {
    let ways = [[0, 10], [10, 0]]
    let jobs = (0..<2).map { Job(id: ID("j\($0)"), place: 1, delivery: [3]) }
    let problem = try RoutingProblem(
      travel: TravelMatrix(metres: ways), jobs: jobs, vehicles: [VehicleType(id: "van", count: 1, start: 0, capacity: [5])])
    let lines = try explain(problem, [Route(vehicle: 0, jobs: [0])])
    #expect(lines.contains("j1: van, route 0: capacity by 1"))
    #expect(lines.contains { $0.hasPrefix("j1: capacity(vehicle: 0, dimension: 0) by 1, for 0") })
    #expect(lines.contains { $0.hasSuffix(", which is proved") })
  }

  @Test func `the page about swaps shows the code that is compiled here`() throws {
    let blocks = try text("docs/swaps.md").components(separatedBy: "```swift\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
    #expect(try blocks == [text("Tests/ReadmeTests/SwapExample.swift")])
  }

  @Test func `the page about proving shows the code that is compiled here`() throws {
    let blocks = try text("docs/proving.md").components(separatedBy: "```swift\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
    #expect(blocks == [try text("Tests/ReadmeTests/ProvingExample.swift")])
  }

  @Test func `the page about fitting shows the code that is compiled here`() throws {
    let blocks = try text("docs/fitting.md").components(separatedBy: "```swift\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
    #expect(try blocks == [text("Tests/ReadmeTests/FittingExample.swift")])
  }

  @Test func `the example of fitting holds the cheapest hour and fetches the return`() throws {
    let places = (0..<6).compactMap { Coordinate(latitude: -33.45 + 0.01 * Double($0), longitude: -70.66) }
    let now = try #require(Instant("2026-12-09T10:00:00-03:00"))
    let jobs = (1...3).map { Job(id: ID("stop-\($0)"), place: $0, delivery: [1], service: .minutes(4)) }
    let van = VehicleType(
      id: "van", count: 1, start: 0, capacity: [4], shift: TimeWindow(opens: now, closes: now + .hours(8)), costPerSecond: 1)
    let problem = try RoutingProblem(travel: TravelMatrix(between: places), jobs: jobs, vehicles: [van])
    let plan = try RunningPlan(
      problem, routes: [Routing.Route(vehicle: 0, jobs: [0, 1, 2])], map: StreetMap(places: places))
    let offers = try askOnTheWay(plan, at: places[4], and: places[5], now: now)
    #expect(offers.count == 6 && offers.allSatisfy { $0.place != nil })
    #expect(plan.liveHolds(at: now + .hours(1)).map(\.id) == ["cart-7"], "the return was not confirmed")
  }

  @Test func `the page about forecasting shows the code that is compiled here`() throws {
    let blocks = try text("docs/forecasting.md").components(separatedBy: "```swift\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
    #expect(blocks == [try text("Tests/ReadmeTests/ForecastExample.swift")])
  }

  @Test func `the page about what goes wrong shows the code that is compiled here`() throws {
    let blocks = try text("docs/disruptions.md").components(separatedBy: "```swift\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
    #expect(blocks == [try text("Tests/ReadmeTests/DisruptionExample.swift")])
  }

  @Test func `the example of what goes wrong tells every order that is late`() async throws {
    let scenario = try Scenario(contentsOf: root.appending(path: "datasets/santiago"))
    let planner = Planner(network: scenario.network, inventory: try await scenario.openingStock())
    let accepted = try await scenario.replay(on: planner).compactMap(\.accepted)
    let carrier = try #require(accepted.flatMap(\.parcels).first { $0.role == .carrier })
    let texts = try await tell(planner, ofTheLate: carrier.service, at: carrier.promise.leavesAt)
    #expect(!texts.isEmpty && texts.count.isMultiple(of: 2))
    #expect(texts.count == 2 * planner.acceptedOrders.count { $0.promisedDate > $0.offer.promisedDate })
  }

  @Test func `the page about messages shows the code that is compiled here`() throws {
    let blocks = try text("docs/messages.md").components(separatedBy: "```swift\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
    #expect(blocks == [try text("Tests/ReadmeTests/MessagesExample.swift"), try text("Tests/ReadmeTests/StoryExample.swift")])
  }

  @Test func `the example of the messages tells what was promised, and until when it can go back`() async throws {
    let scenario = try Scenario(contentsOf: root.appending(path: "datasets/santiago"))
    let planner = Planner(network: scenario.network, inventory: try await scenario.openingStock())
    let order = try #require(try await planner.place(scenario.orders[0]).accepted)
    for parcel in order.parcels {
      planner.noteDelivery(of: order.order.id, from: parcel.contents.node, on: order.promisedDate)
    }
    let evening = scenario.network.zone.instant(order.promisedDate.adding(days: 1), .midnight)
    let texts = tellAll(of: order.order.id, planner, at: evening, in: "es-CL")
    #expect(texts[0].contains(": El pedido \(order.order.id) está confirmado. "))
    #expect(texts.contains { $0.hasPrefix("La devolución de ") && $0.contains(" es posible hasta el ") })
  }

  @Test func `the example of the messages tells of every option, and that the order is confirmed`() async throws {
    let scenario = try Scenario(contentsOf: root.appending(path: "datasets/santiago"))
    let planner = Planner(network: scenario.network, inventory: try await scenario.openingStock())
    let order = scenario.orders[0]
    let cart = Cart(
      id: order.id, customer: order.customer, channel: order.channel, lines: order.lines,
      address: scenario.network.sites[1].node.coordinate, pickups: .nearest(1))
    let quote = try #require(try await planner.quote(for: cart, at: order.placedAt).quote)
    let texts = try await tell(quote, planner, in: "es-CL")
    #expect(texts.count > 2 * quote.options.count && texts.last?.hasPrefix("El pedido \(order.id) está confirmado. ") == true)
  }

  @Test func `the example of the forecast promises more days for a longer way`() throws {
    let placed = Instant("2018-03-01T10:00:00Z")!
    let orders = [100.0, 2_000].enumerated().map { index, kilometres in
      Consignment(
        id: ID("\(index)"), placedAt: placed, originRegion: "SP", destinationRegion: "R\(index)", kilometres: kilometres)
    }
    let promises = try promiseAndLearn(orders, arriving: placed + .hours(144))
    #expect(promises[0].days < promises[1].days && promises[0].probability > 0.9)
    #expect(promises[0].date == LocalDate("2018-03-01")!.adding(days: promises[0].days))
  }

  @Test func `the example of sourcing ships what it says`() throws {
    let plan = try #require(try source())
    #expect(plan.parcels.map(\.node) == ["store-7"] && plan.parcels[0].service.id == "van" && plan.cost.total == 2_400)
  }

  @Test func `the example of a checkout gathers what it says`() throws {
    let stock = StockSnapshot(
      nodes: ["dc", "store-7", "outlet"], skus: ["sofa", "sofa-grey", "lamp"], units: [0, 1, 0, 1, 0, 1, 5, 5, 5],
      takenAt: Instant(secondsSince1970: 0))
    let plan = try #require(try choose(on: stock, at: Instant(secondsSince1970: 0)).plan)
    #expect(plan.way == .hub("dc") && plan.cost.total == 13_000)
    #expect(plan.substitutions.map(\.shipped) == ["sofa-grey"])
    #expect(plan.others.map(\.reason) == [.dearer(by: 4_000)])
  }

  @Test func `the page about routing shows the code that is compiled here`() throws {
    let blocks = try text("docs/routing.md").components(separatedBy: "```swift\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
    #expect(blocks == [try text("Tests/ReadmeTests/RulesExample.swift"), try text("Tests/ReadmeTests/SlotsExample.swift")])
  }

  @Test func `the page about a day that moves shows the code that is compiled here`() throws {
    let blocks = try text("docs/replanning.md").components(separatedBy: "```swift\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
    #expect(blocks == [try text("Tests/ReadmeTests/ReplanExample.swift")])
  }

  @Test func `the example of a day that moves brings what the broken van had on board`() throws {
    let minutes = (0..<7).map { i in (0..<7).map { j in 10 * abs(i - j) } }
    let travel = try TravelMatrix(metres: minutes.map { $0.map { 500 * $0 } }, seconds: minutes.map { $0.map { 60 * $0 } })
    let jobs = (1..<7).map { Job(id: ID("\($0)"), place: $0, delivery: [1], service: .minutes(5)) }
    let van = VehicleType(id: "van", count: 2, start: 0, capacity: [9], costPerSecond: 1)
    let problem = try RoutingProblem(travel: travel, jobs: jobs, vehicles: [van])
    let plan = [Route(vehicle: 0, jobs: [0, 1, 2]), Route(vehicle: 0, jobs: [3, 4, 5])]
    let replan = try afterTheBreakdown(of: 1, problem, plan, at: Instant(secondsSince1970: 41 * 60))
    #expect(replan.verdict.isFeasible)
    #expect(replan.stops.filter(\.changesVehicle).map(\.job) == ["5", "6"])
    #expect(replan.stops.filter { $0.outcome == .done }.map(\.job) == ["1", "2", "3", "4"])
  }

  @Test func `the example of the windows sells a day that the checker finds no fault with`() throws {
    let store = try #require(Coordinate(latitude: -33.45, longitude: -70.66))
    let addresses = (0..<8).compactMap {
      Coordinate(latitude: -33.45 + 0.01 * Double($0 % 3), longitude: -70.62 + 0.01 * Double($0))
    }
    let day = try sell(from: store, to: addresses)
    let (problem, routes) = day.routingProblem()
    #expect(day.count == 7 && day["order-0"] == nil && problem.check(routes).isFeasible)
  }

  @Test func `the example of the rules is planned without a fault`() throws {
    let minutes = (0..<5).map { i in (0..<5).map { j in 10 * abs(i - j) } }
    let answer = try morning(minutes)
    #expect(answer.verdict.isFeasible)
    let served = Set(answer.routes.flatMap(\.jobs))
    #expect(served.isSuperset(of: [0, 3, 4, 5]))
    #expect(served.contains(1) != served.contains(2))
  }

  @Test func `the example of trips and the example of routes run`() throws {
    let day = TimeWindow(opens: Instant(secondsSince1970: 0), closes: Instant(secondsSince1970: 36_000))!
    let van = VehicleClass(id: "van", depot: "D1", count: 2, shift: day, fixedCost: 900, costPerSecond: 1)
    let trips = [(0, 7_200), (3_600, 9_000), (9_900, 18_000)].enumerated().map { index, times in
      Trip(
        id: ID("t\(index + 1)"), depot: "D1", start: Instant(secondsSince1970: times.0), end: Instant(secondsSince1970: times.1))
    }
    try planShuttles(trips, [van])
    // What the documentation of the type says of this problem.
    let answer = try TripProblem(trips: trips, vehicles: [van], turnaround: .minutes(15)).assign()
    #expect(answer.verdict.cost == 22_500 && answer.bound == 22_500)
    #expect(Set(answer.chains.map(\.trips)) == [[0, 2], [1]] || Set(answer.chains.map(\.trips)) == [[0], [1, 2]])
    let metres = (0..<5).map { i in (0..<5).map { j in abs(i - j) } }
    let jobs = (1..<5).map { Job(id: ID("\($0)"), place: $0, delivery: [1]) }
    let type = VehicleType(id: "van", count: 2, start: 0, capacity: [3])
    try chooseRoutes(RoutingProblem(travel: TravelMatrix(metres: metres), jobs: jobs, vehicles: [type]))
  }

  @Test func `the example of tasks says what the page says`() throws {
    try dispatch([[1, 9], [2, 12]])
    try dispatch([[1, nil], [2, nil]])
    let costs = try CostMatrix([[1, 9], [2, 12]])
    guard case .optimal(let best) = costs.assign() else { throw CancellationError() }
    #expect(best.vehicles == [1, 0] && best.cost == 11)
    let more = best.saving(of: .oneMore(vehicle: 0), in: costs)
    #expect(more.saving == 8 && more.moves == [.init(task: 0, vehicle: 0)])
  }

  @Test func `the example of the planner runs on the project's own day`() async throws {
    try await deliver(root.appending(path: "datasets/santiago"))
  }

  @Test func `the example of the routing finds the tours of a line of four places`() throws {
    let metres = (0..<5).map { i in (0..<5).map { j in abs(i - j) } }
    let routes = try shortest(metres)
    #expect(Set(routes.flatMap { $0 }) == [0, 1, 2, 3])
    #expect(routes.count == 1, "one tour is as short as any, and no more vehicles are needed")
  }

  @Test(arguments: [
    "README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/public-api.md", "docs/assigning.md", "docs/routing.md",
    "docs/forecasting.md", "docs/messages.md", "docs/disruptions.md", "docs/replanning.md", "datasets/README.md",
  ])
  func `links lead to files that are there`(file: String) throws {
    let folder = root.appending(path: file).deletingLastPathComponent()
    for part in try text(file).components(separatedBy: "](").dropFirst() {
      let target = String(part.prefix { $0 != ")" && $0 != "#" })
      guard !target.isEmpty, !target.hasPrefix("http") else { continue }
      #expect(FileManager.default.fileExists(atPath: folder.appending(path: target).path), "\(file) links to \(target)")
    }
  }
}
