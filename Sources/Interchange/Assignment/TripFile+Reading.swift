import Dispatching
import Foundation
public import Logistics

extension TripFile {
  /// Reads the trips form of `lastmile assign`.
  ///
  /// ```swift
  /// let file = try TripFile(AssignmentFile(contentsOf: URL(fileURLWithPath: "trips.json")))
  /// let answer = try file.problem.assign()
  /// print(file.cost(of: answer.verdict))
  /// ```
  ///
  /// - Throws: `InvalidInput` with everything that is wrong, each with its JSON path.
  public init(_ file: AssignmentFile) throws(InvalidInput) {
    try self.init(JSONReader.document(Data(file.bytes), named: file.source), named: file.source)
  }

  init(_ document: JSONReader, named name: String) throws(InvalidInput) {
    let turnaround = document["turnaround"].isAbsent ? 0 : document["turnaround"].amount()
    let vehicles = document["vehicles"].elements.map { $0.rawVehicle() }
    let trips = document["trips"].elements.map { $0.rawTrip() }
    document.refuseOthers()
    try document.log.faults.throwIfAny(name, advice: Self.advice)
    guard let turnaround, case let vehicles = vehicles.compactMap(\.self), case let trips = trips.compactMap(\.self) else {
      preconditionFailure("a part of the problem is missing, but no fault was noted")
    }
    let (bounded, pause) = Self.bounded(vehicles, turnaround, by: trips)
    let scales = Scales(pause, bounded, trips)
    times = scales.times
    distances = scales.distances
    loads = scales.loads
    costs = scales.costs
    prices = vehicles.map { Price(fixed: $0.fixedCost, perSecond: $0.costPerSecond, perMetre: $0.costPerMetre) }
    dropCosts = trips.map(\.dropCost)
    do {
      problem = try TripProblem(
        trips: trips.map { $0.trip(scales) }, vehicles: bounded.map { $0.vehicle(scales) },
        turnaround: .seconds(scales.times.whole(pause)))
    } catch {
      throw InvalidInput(name, error.faults, advice: Self.advice)
    }
  }

  private static let advice = "docs/formats.md shows an example of `assign`."

  /// Vehicles and turnaround without what no trip can tell from less: a capacity beyond the greatest load, a shift or a
  /// turnaround beyond the day. Written as "no limit", such numbers would cost those beside them their decimals.
  private static func bounded(
    _ vehicles: [RawVehicle], _ turnaround: Double, by trips: [RawTrip]
  ) -> (vehicles: [RawVehicle], turnaround: Double) {
    let first = trips.map(\.start).min() ?? 0, last = trips.map(\.end).max() ?? 0
    let loads = trips.reduce(into: [Double]()) { loads, trip in
      for (dimension, load) in trip.load.enumerated() {
        if dimension < loads.count { loads[dimension] = max(loads[dimension], load) } else { loads.append(load) }
      }
    }
    let bounded = vehicles.map { vehicle in
      var vehicle = vehicle
      vehicle.end = min(vehicle.end, max(last + 1, vehicle.start))
      vehicle.start = min(max(vehicle.start, first - 1), vehicle.end)
      vehicle.capacity = vehicle.capacity.enumerated().map { $0.offset < loads.count ? min($0.element, loads[$0.offset]) : 0 }
      return vehicle
    }
    return (bounded, min(turnaround, max(0, last - first) + 1))
  }

  /// How the file's decimals become whole numbers.
  struct Scales {
    let times: DecimalScale
    let distances: DecimalScale
    let loads: [DecimalScale]
    let costs: DecimalScale

    init(_ turnaround: Double, _ vehicles: [RawVehicle], _ trips: [RawTrip]) {
      let times = DecimalScale([turnaround] + vehicles.flatMap { [$0.start, $0.end] } + trips.flatMap { [$0.start, $0.end] })
      let distances = DecimalScale(trips.map(\.distance))
      let dimensions = (vehicles.map(\.capacity.count) + trips.map(\.load.count)).max() ?? 0
      loads = (0..<dimensions).map { dimension in
        DecimalScale((vehicles.map(\.capacity) + trips.map(\.load)).compactMap { $0.count > dimension ? $0[dimension] : nil })
      }
      self.times = times
      self.distances = distances
      // Sums of all costs, each trip on its dearest vehicle, must leave room for a price of missing trips as great as they are.
      let perSecond = vehicles.reduce(0) { max($0, $1.costPerSecond) }, perMetre = vehicles.reduce(0) { max($0, $1.costPerMetre) }
      let fixed = vehicles.reduce(0) { max($0, $1.fixedCost) }
      let greatest = trips.reduce(0) { sum, trip in
        sum + max(trip.dropCost ?? 0, fixed + (trip.end - trip.start) * perSecond + trip.distance * perMetre)
      }
      let numbers =
        vehicles.flatMap { [$0.fixedCost, $0.costPerSecond / times.factor, $0.costPerMetre / distances.factor] }
        + trips.compactMap(\.dropCost)
      let room = 0x1p57 / Double(trips.count + 1)
      costs = DecimalScale(numbers, most: 300, limit: greatest > 0 ? min(0x1p52, room * (numbers.max() ?? 1) / greatest) : 1e12)
    }
  }

  /// A vehicle as the file has it.
  struct RawVehicle {
    let id: String, depot: String
    let count: Int
    var start: Double, end: Double
    var capacity: [Double]
    let skills: [String]
    let fixedCost: Double, costPerSecond: Double, costPerMetre: Double
    let maximumTrips: Int?

    func vehicle(_ scales: Scales) -> VehicleClass {
      // The reader has seen that the shift does not close before it opens.
      let shift = TimeWindow(
        opens: Instant(secondsSince1970: scales.times.whole(start)), closes: Instant(secondsSince1970: scales.times.whole(end)))!
      return VehicleClass(
        id: ID(id), depot: ID(depot), count: count, shift: shift,
        capacity: Load(zip(scales.loads, capacity).map { $0.whole($1) }), skills: Set(skills.map { Skill($0) }),
        fixedCost: scales.costs.whole(fixedCost), costPerSecond: costPerSecond * scales.costs.factor / scales.times.factor,
        costPerMetre: costPerMetre * scales.costs.factor / scales.distances.factor, maximumTrips: maximumTrips)
    }
  }

  /// A trip as the file has it.
  struct RawTrip {
    let id: String, depot: String
    let start: Double, end: Double, distance: Double
    let load: [Double]
    let skills: [String]
    let dropCost: Double?

    func trip(_ scales: Scales) -> Trip {
      Trip(
        id: ID(id), depot: ID(depot), start: Instant(secondsSince1970: scales.times.whole(start)),
        end: Instant(secondsSince1970: scales.times.whole(end)), distance: Distance(scales.distances.whole(distance)),
        load: Load(zip(scales.loads, load).map { $0.whole($1) }), skills: Set(skills.map { Skill($0) }),
        dropCost: dropCost.map { scales.costs.whole($0) })
    }
  }
}

extension JSONReader {
  /// A number that is not negative.
  fileprivate func amount(_ most: Double = .greatestFiniteMagnitude) -> Double? {
    guard let number = number() else { return nil }
    guard number >= 0 else {
      fault("zero or more")
      return nil
    }
    guard number <= most else {
      fault("at most \(most)")
      return nil
    }
    return number
  }

  /// The greatest distance and load.
  private static let greatest = 1e12

  /// Times beyond this are no times of a day, whatever day they are counted from.
  private static let latest = 1e11

  private func time() -> Double? {
    guard let number = number() else { return nil }
    guard abs(number) <= Self.latest else {
      fault("seconds, -10^11 to 10^11")
      return nil
    }
    return number
  }

  private func texts() -> [String]? {
    if isAbsent { return [] }
    let texts = elements.map { $0.string() }
    return texts.contains(nil) ? nil : texts.compactMap(\.self)
  }

  private func amounts(_ most: Double = .greatestFiniteMagnitude) -> [Double]? {
    if isAbsent { return [] }
    let amounts = elements.map { $0.amount(most) }
    return amounts.contains(nil) ? nil : amounts.compactMap(\.self)
  }

  fileprivate func rawVehicle() -> TripFile.RawVehicle? {
    let id = self["id"].string(), depot = self["depot"].string()
    let count = self["count"].integer(0...1_000_000)
    let start = self["start"].time(), end = self["end"].time()
    let capacity = self["capacity"].amounts(), skills = self["skills"].texts()
    let fixed = self["fixedCost"].amount(), perSecond = self["costPerSecond"].amount(), perMetre = self["costPerMetre"].amount()
    let isLimited = !self["maxTrips"].isAbsent
    let most = isLimited ? self["maxTrips"].integer(0...1_000_000) : nil
    refuseOthers()
    guard let id, let depot, let count, let start, let end, let capacity, let skills, let fixed, let perSecond, let perMetre,
      !isLimited || most != nil
    else { return nil }
    guard start <= end else {
      self["end"].fault("no earlier than the start, \(start)")
      return nil
    }
    return TripFile.RawVehicle(
      id: id, depot: depot, count: count, start: start, end: end, capacity: capacity, skills: skills, fixedCost: fixed,
      costPerSecond: perSecond, costPerMetre: perMetre, maximumTrips: most)
  }

  fileprivate func rawTrip() -> TripFile.RawTrip? {
    let id = self["id"].string(), depot = self["depot"].string()
    let start = self["start"].time(), end = self["end"].time(), distance = self["distance"].amount(Self.greatest)
    let load = self["load"].amounts(Self.greatest), skills = self["skills"].texts()
    let mayDrop = !self["dropCost"].isAbsent
    let drop = mayDrop ? self["dropCost"].amount() : nil
    refuseOthers()
    guard let id, let depot, let start, let end, let distance, let load, let skills, !mayDrop || drop != nil else { return nil }
    guard start <= end else {
      self["end"].fault("no earlier than the start, \(start)")
      return nil
    }
    return TripFile.RawTrip(
      id: id, depot: depot, start: start, end: end, distance: distance, load: load, skills: skills, dropCost: drop)
  }
}
