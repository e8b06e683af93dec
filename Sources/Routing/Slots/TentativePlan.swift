public import Logistics
public import Travel

/// The routes of a day that is still being sold: a plan that grows stop by stop as customers choose their windows, and that says
/// which windows can still be promised at an address, and what each costs more.
///
/// Every stop that is held stands in a route that keeps all promises, so that what is open can be promised: windows, shifts,
/// loads out and back, skills, longest distance and duration, most stops. The routes are tentative: stops are inserted where they
/// cost least (A. Campbell and M. Savelsbergh, "Decision Support for Consumer Direct Grocery Initiatives", 2005),
/// ``improve(_:seed:threads:)`` moves them between routes within their windows, and the day's plan is made anew from
/// ``routingProblem()`` when all is sold.
///
/// ```swift
/// var plan = try TentativePlan(vehicles: [van], depots: [store])
/// let parcel = SlotRequest(place: address, delivery: [1], service: .minutes(4))
/// let offers = try plan.offers(for: parcel, in: windows)
/// let choice = offers.first { $0.place != nil }
/// if let choice { print(try plan.insert(parcel, as: "order-1", in: choice.window)) }
/// ```
///
/// A value without locks: its owner sees to it that one change follows the other. A copy is O(1), the first change of it
/// O(stops).
public struct TentativePlan: Sendable {
  /// The vehicles. Their starts and ends are positions among the depots.
  public internal(set) var vehicles: [VehicleType]
  /// Where vehicles start and end.
  public let depots: [Coordinate]
  /// How long ways are: as in `TravelMatrix(between:streets:)`, number by number.
  public let streets: StreetModel

  /// The vehicles' rules, and their capacities by type and dimension.
  let rules: [SlotVehicle]
  let capacity: [Int]
  var table: StopTable
  var routes: [SlotRoute] = []
  /// How many vehicles of each type have no route.
  var freeVehicles: [Int]
  /// The place of each stop that is held.
  var places: [ID<Job>: Int] = [:]

  /// A day without stops.
  ///
  /// - Parameters:
  ///   - vehicles: At least one type. Skills, shift, capacity, costs, overtime and the longest distance, duration and most stops
  ///     hold; breaks, reloads and profiles are refused.
  ///   - depots: What the vehicles' `start` and `end` count.
  /// - Throws: `InvalidInput` with everything that is wrong: what ``RoutingProblem`` refuses of vehicles, and the rules that such
  ///   a plan does not know.
  public init(
    vehicles: [VehicleType], depots: [Coordinate], streets: StreetModel = StreetModel()
  ) throws(InvalidInput) {
    try Self.validate(vehicles, depots, streets)
    self.vehicles = vehicles
    self.depots = depots
    self.streets = streets
    rules = vehicles.map(SlotVehicle.init)
    capacity = vehicles.flatMap(\.capacity.amounts)
    table = StopTable(depots: depots, streets: streets, dimensions: vehicles[0].capacity.dimensions)
    freeVehicles = vehicles.map(\.count)
  }

  private static func validate(
    _ vehicles: [VehicleType], _ depots: [Coordinate], _ streets: StreetModel
  ) throws(InvalidInput) {
    var faults = FaultList()
    do {
      _ = try RoutingProblem(travel: TravelMatrix(between: depots, streets: streets), jobs: [], vehicles: vehicles)
    } catch {
      for fault in error.faults { faults.add(at: fault.place, found: fault.found, expected: fault.expected) }
    }
    for (index, vehicle) in vehicles.enumerated() {
      let path = "$.vehicles[\(index)]"
      faults.check(
        vehicle.breaks.isEmpty, at: "\(path).breaks", found: "\(vehicle.breaks.count)",
        expected: "none: a tentative plan knows no breaks")
      faults.check(
        vehicle.reload == nil, at: "\(path).reload", found: "one", expected: "none: a tentative plan knows one trip a vehicle")
    }
    try faults.throwIfAny("tentative plan")
  }

  /// How many stops are held.
  public var count: Int { places.count }

  /// The stops that are held, by name.
  public var stops: [HeldStop] { places.values.compactMap { table.stops[$0] }.sorted { $0.id < $1.id } }

  /// The stop that is held under a name, if there is one. O(1).
  public subscript(id: ID<Job>) -> HeldStop? { places[id].flatMap { table.stops[$0] } }

  /// How many vehicles of a type are out.
  ///
  /// - Precondition: There is such a type.
  public func vehiclesOut(ofType type: Int) -> Int { vehicles[type].count - freeVehicles[type] }
}
