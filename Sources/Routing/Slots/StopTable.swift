import Logistics
import Travel

/// The depots and the stops of a tentative plan by number, a *place* each, as plain tables. A stop keeps its place while it is
/// held; the places of those removed are given to others.
struct StopTable: Sendable {
  let dimensions: Int
  let travel: StreetTravel
  /// The depots are the first places.
  let depots: [Coordinate]
  private(set) var points: [TravelPoint]
  /// What each needs of time by itself: its service, from the opening to the closing of its window.
  private(set) var clocks: [Stretch]
  /// When what is brought is ready at the depot.
  private(set) var releases: [Int]
  /// What is brought and taken back, by place and dimension.
  private(set) var delivery: [Int]
  private(set) var pickup: [Int]
  /// The stops by place; `nil` for depots and for places that are free.
  private(set) var stops: [HeldStop?]
  /// The stops given up that a route still passes, see ``hollow(_:)``.
  private(set) var hollows: Set<Int> = []
  private var free: [Int] = []

  init(depots: [Coordinate], streets: StreetModel, dimensions: Int) {
    self.depots = depots
    self.dimensions = dimensions
    travel = StreetTravel(streets: streets)
    points = depots.map(TravelPoint.init)
    clocks = depots.map { _ in Stretch(duration: 0, earliest: -FlatProblem.forever, latest: FlatProblem.forever) }
    releases = depots.map { _ in -FlatProblem.forever }
    delivery = [Int](repeating: 0, count: depots.count * dimensions)
    pickup = delivery
    stops = depots.map { _ in nil }
  }

  /// Gives a stop a place.
  mutating func add(_ stop: HeldStop) -> Int {
    let request = stop.request
    guard let place = free.popLast() else {
      points.append(TravelPoint(request.place))
      clocks.append(Self.clock(request, stop.window))
      releases.append(Self.release(request))
      delivery += request.delivery.amounts
      pickup += request.pickup.amounts
      stops.append(stop)
      return stops.count - 1
    }
    replace(place, by: stop)
    return place
  }

  /// Makes a place that of a stop.
  mutating func replace(_ place: Int, by stop: HeldStop) {
    let request = stop.request
    points[place] = TravelPoint(request.place)
    clocks[place] = Self.clock(request, stop.window)
    releases[place] = Self.release(request)
    setLoads(of: place, delivery: request.delivery.amounts, pickup: request.pickup.amounts)
    stops[place] = stop
  }

  /// Frees the place of a stop that no route serves.
  mutating func remove(_ place: Int) {
    hollows.remove(place)
    stops[place] = nil
    free.append(place)
  }

  /// Makes a stop one where nothing is done, for a route that cannot do without passing there: ways are rounded, so that the
  /// direct one may be a metre or a second longer than that over the stop.
  mutating func hollow(_ place: Int) {
    guard let stop = stops[place] else { return }
    let nothing = Load.zero(dimensions: dimensions)
    let request = SlotRequest(place: stop.request.place, delivery: nothing)
    replace(place, by: HeldStop(id: stop.id, request: request, window: stop.window))
    hollows.insert(place)
  }

  static func clock(_ request: SlotRequest, _ window: TimeWindow) -> Stretch {
    Stretch(
      duration: request.service.seconds, earliest: window.opens.secondsSince1970, latest: window.closes.secondsSince1970)
  }

  static func release(_ request: SlotRequest) -> Int { request.release?.secondsSince1970 ?? -FlatProblem.forever }

  private mutating func setLoads(of place: Int, delivery out: [Int], pickup back: [Int]) {
    for dimension in 0..<dimensions {
      delivery[place * dimensions + dimension] = out[dimension]
      pickup[place * dimensions + dimension] = back[dimension]
    }
  }
}
