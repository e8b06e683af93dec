import ArgumentParser
import Foundation
import Interchange
import Logistics
import Routing

/// `lastmile replan`: plans the rest of a day anew after something has happened.
struct ReplanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replan",
    abstract: "Plan the rest of a day anew: what is driven stays, and what customers were told costs something to change.",
    discussion: """
      The solution is the plan that runs; its times are what customers were told. Clients that it does not visit are new orders. Times and \
      prices are in the unit of the instance; routes and clients carry the numbers of the solution. With --iterations the answer is the \
      same on every machine. Exit status 1 if some client who must be served is left out.
      """)

  @OptionGroup var options: InstanceOptions

  @Argument(help: "The plan that runs: a CVRPLIB .sol, JSON with \"routes\", or Cordeau's .res.")
  var solution: String

  @Option(parsing: .unconditional, help: "When it is, in the unit of the instance's time windows.")
  var at: Double

  @Option(help: "The vehicle of this route drives no further; others fetch its goods. May be said several times.")
  var down: [Int] = []

  @Option(help: "The same, but its goods are not brought today.")
  var lost: [Int] = []

  @Option(help: "Nobody is to come to this client any more. May be said several times.")
  var cancel: [Int] = []

  @Option(help: "The vehicle of a route is so much later than planned, as 3:15. May be said several times.")
  var behind: [String] = []

  @Option(parsing: .unconditional, help: "All vehicles are slower by so many hundredths from now on.")
  var slower: Int?

  @Option(parsing: .unconditional, help: "Until when they are slower; left out, for the rest of the day.")
  var until: Double?

  @Option(parsing: .unconditional, help: "How long it takes to take goods over from a vehicle that is down.")
  var handover: Double = 0

  @Option(
    parsing: .unconditional,
    help: "What a unit of time costs by which a client is visited sooner or later; left out, a quarter of what driving costs.")
  var timePrice: Double?

  @Option(
    parsing: .unconditional, help: "What it costs that another vehicle comes to a client; left out, 300 seconds of driving.")
  var vehiclePrice: Double?

  @Option(parsing: .unconditional, help: "Visit clients after their windows at so much a unit of time; left out, never.")
  var latePrice: Double?

  @Option(parsing: .unconditional, help: "How much longer than their shift vehicles may be out.")
  var overrun: Double = 0

  @OptionGroup var searching: SearchOptions

  func run() throws {
    var limit = try searching.limit(usual: 1)
    // A second in all: what comes before and after the search takes its share.
    if searching.seconds == nil && searching.iterations == nil { limit.time = .milliseconds(800) }
    let instance = try options.read()
    let file = try SolutionFile(contentsOf: URL(fileURLWithPath: solution))
    let plan = try instance.startRoutes(of: file, source: solution)
    let numbers = ReplanNumbers(instance, file)
    let news = try numbers.news(of: self)
    let interruption = Interruption()
    let replan = try withExtendedLifetime(interruption) {
      try instance.problem.replanned(
        from: plan, at: news.at, events: news.events, prices: news.prices, leeway: news.leeway, limit: limit,
        seed: searching.seed,
        threads: searching.threads, isCancelled: { [flag = interruption.flag] in flag.isSet })
    }
    let report = ReplanReport(instance, file, plan, replan, threads: searching.threads)
    if options.json { try JSONOutput.print(report) } else { print(report.table) }
    if !report.feasible && !interruption.flag.isSet { throw AnswerIsNo() }
  }
}

/// What was said on the command line, in the numbers of a problem.
struct ReplanNumbers {
  /// What has happened, and what changes cost.
  struct News {
    let at: Instant
    let events: [DayEvent]
    let prices: StabilityPrices
    let leeway: Leeway
  }

  private let instance: RoutingInstance
  private let file: SolutionFile

  init(_ instance: RoutingInstance, _ file: SolutionFile) {
    self.instance = instance
    self.file = file
  }

  /// - Throws: `InvalidInput` with every route, client and number that means nothing.
  func news(of command: ReplanCommand) throws(InvalidInput) -> News {
    var faults = FaultList()
    var events: [DayEvent] = []
    let handover = TimeSpan(time(command.handover, 0, "--handover", &faults))
    for number in command.down {
      if let route = route(number, "--down", &faults) {
        events.append(.vehicleDown(route: route, goods: .fetched(handover: handover)))
      }
    }
    for number in command.lost {
      if let route = route(number, "--lost", &faults) { events.append(.vehicleDown(route: route, goods: .lost)) }
    }
    for client in command.cancel {
      if let job = instance.job(numbered: client) {
        events.append(.cancelled(job: job))
      } else {
        faults.add(at: "--cancel", found: "\(client)", expected: "a client of \(instance.name)")
      }
    }
    for text in command.behind {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, let number = Int(parts[0]), let delay = Double(parts[1]) else {
        faults.add(at: "--behind", found: "\"\(text.prefix(40))\"", expected: "a route and a time, as 3:15")
        continue
      }
      let seconds = time(delay, 0, "--behind", &faults)
      if let route = route(number, "--behind", &faults) { events.append(.behind(route: route, by: TimeSpan(seconds))) }
    }
    let at = Instant(secondsSince1970: time(command.at, -Self.longest, "--at", &faults))
    let until = command.until.map { Instant(secondsSince1970: time($0, -Self.longest, "--until", &faults)) }
    if let percent = command.slower {
      faults.check((0...99).contains(percent), at: "--slower", found: "\(percent)", expected: "a whole number from 0 to 99")
      events.append(.slower(percent: percent, from: nil, until: until))
    } else if command.until != nil {
      faults.add(at: "--until", found: "no --slower", expected: "both")
    }
    var prices = StabilityPrices.usual(for: instance.problem)
    if let price = command.timePrice { prices.perSecond = rate(price, "--time-price", &faults) }
    if let price = command.vehiclePrice {
      prices.perVehicle = whole(
        price * Double(instance.costScale), 0...RoutingProblem.largestCost, price, "--vehicle-price", &faults)
    }
    let leeway = Leeway(
      costPerLateSecond: command.latePrice.map { rate($0, "--late-price", &faults) },
      overrun: TimeSpan(time(command.overrun, 0, "--overrun", &faults)))
    try faults.throwIfAny("arguments")
    return News(at: at, events: events, prices: prices, leeway: leeway)
  }

  private static let longest = 3_000_000_000

  private func route(_ number: Int, _ option: String, _ faults: inout FaultList) -> Int? {
    let index = file.routes.firstIndex { $0.number == number && !$0.clients.isEmpty }
    if index == nil { faults.add(at: option, found: "\(number)", expected: "the number of a route of the solution with clients") }
    return index
  }

  /// A time of the instance in counted units.
  private func time(_ value: Double, _ least: Int, _ option: String, _ faults: inout FaultList) -> Int {
    whole(value * Double(instance.convention.scale), least...Self.longest, value, option, &faults)
  }

  /// A price of a unit of time in units of the objective for a counted one.
  private func rate(_ value: Double, _ option: String, _ faults: inout FaultList) -> Int {
    let scale = Double(instance.costScale) / Double(instance.convention.scale)
    return whole(value * scale, 0...RoutingProblem.largestRate, value, option, &faults)
  }

  private func whole(_ counted: Double, _ range: ClosedRange<Int>, _ given: Double, _ option: String, _ faults: inout FaultList)
    -> Int
  {
    guard counted.isFinite, counted >= Double(range.lowerBound), counted <= Double(range.upperBound) else {
      faults.add(at: option, found: "\(given)", expected: range.lowerBound < 0 ? "a moment" : "a number from 0 on, not too large")
      return 0
    }
    return Int(counted.rounded())
  }
}
