import Logistics
import Routing
import Sourcing
import Travel

/// A stop that the house's vehicles make, or would make, for an order.
struct DoorVisit {
  let day: Planner.NodeDay
  /// When the vehicle comes.
  let window: TimeWindow
  let request: SlotRequest
  let parcels: [OfferedParcel]
}

extension Network {
  /// The visits for the parcels of an order that the house's own vehicles bring. What comes from one node within the same hours comes
  /// in one visit.
  func visits(of order: Order, _ parcels: [OfferedParcel]) -> [DoorVisit] {
    guard case .delivery(let address, _) = order.fulfilment else { return [] }
    var visits: [Planner.State.Room.Visit: [OfferedParcel]] = [:]
    for parcel in parcels {
      if let visit = visit(of: parcel) { visits[visit, default: []].append(parcel) }
    }
    return visits.map { visit, parcels in
      var goods = Goods()
      for parcel in parcels {
        goods.weight += parcel.contents.weight
        goods.volume += parcel.contents.volume
        goods.parcels += 1
        for line in parcel.contents.lines { goods.skills.formUnion(skills[line.sku] ?? []) }
      }
      let ready = parcels.map(\.promise.leavesAt).max()!
      return DoorVisit(
        day: visit.day, window: visit.window, request: request(goods, to: address, ready: ready, visit.day), parcels: parcels)
    }
  }

  /// When the house's own vehicles come with a parcel; `nil` if somebody else brings it.
  func visit(of parcel: OfferedParcel) -> Planner.State.Room.Visit? {
    guard parcel.role == .ownVan else { return nil }
    let date = parcel.promise.deliveryDate
    return Planner.State.Room.Visit(
      day: Planner.NodeDay(node: parcel.contents.node, day: date), window: parcel.promise.window ?? wholeDay(date))
  }

  /// What is asked of a vehicle of a node that brings some goods to a door.
  ///
  /// - Parameter ready: when the goods can leave the node.
  func request(_ goods: Goods, to address: Coordinate, ready: Instant, _ day: Planner.NodeDay) -> SlotRequest {
    // Only what is not ready when the first vehicle could leave makes one wait.
    let first = vehicles(at: day.node).map { zone.instant(day.day, $0.shift.from) }.min()
    return SlotRequest(
      place: address, delivery: [goods.weight.grams, goods.volume.cubicCentimetres, goods.parcels],
      service: stop.perStop + stop.perParcel * goods.parcels, release: first.map { ready > $0 } == true ? ready : nil,
      skills: goods.skills)
  }

  /// All of an order in one heap, in as many parcels as a rate may need; where a line may be replaced, the larger product, and what
  /// either needs.
  func goods(of order: Order, by rate: FreightRate) -> Goods {
    var goods = Goods()
    var units = 0
    let replaced = order.allowsSubstitutes ? substitutes(for: order) : nil
    for (index, line) in order.lines.enumerated() {
      // Of an order of more units the sourcing says what is wrong.
      let quantity = min(line.quantity, 1_000_000)
      var (weight, volume) = (Weight.zero, Volume.zero)
      func take(_ sku: SKU) {
        guard let product = product(sku) else { return }
        (weight, volume) = (max(weight, product.weight), max(volume, product.volume))
        if let needed = skills[sku] { goods.skills.formUnion(needed) }
      }
      take(line.sku)
      for substitute in replaced?[index] ?? [] { take(substitute.sku) }
      goods.weight += weight * quantity
      goods.volume += volume * quantity
      units += quantity
    }
    goods.parcels = min(units, rate.mostParcels(weight: goods.weight, volume: goods.volume))
    return goods
  }

  /// The vehicles of a node on a day before anything is promised of them; `nil` if none loads there.
  ///
  /// Checkout promises at most so many stops of each as it makes by experience.
  func emptyDay(_ key: Planner.NodeDay) -> TentativePlan? {
    guard let site = site(key.node), !vehicles(at: key.node).isEmpty else { return nil }
    let types = vehicles(at: key.node).alike.map { alike in
      vehicleType(alike, on: key.day, from: 0, skills: alike[0].skills, maximumStops: alike[0].stops)
    }
    return try? TentativePlan(vehicles: types, depots: [site.node.coordinate], streets: streets)
  }

  /// Vehicles that are alike, as the routes of a day know them.
  func vehicleType(
    _ vehicles: [FleetVehicle], on date: LocalDate, from start: Int, skills: Set<Skill>, maximumStops: Int? = nil
  ) -> VehicleType {
    let vehicle = vehicles[0]
    return VehicleType(
      id: ID(vehicle.id.text), count: vehicles.count, start: start, capacity: vehicle.capacity,
      shift: window(date, vehicle.shift), skills: skills, fixedCost: vehicle.fixedCost.count * DayProblem.resolution,
      costPerMetre: vehicle.costPerKilometre.count * DayProblem.resolution / 1000,
      costPerSecond: vehicle.costPerHour.count * DayProblem.resolution / 3600, maximumDistance: vehicle.maximumDistance,
      maximumStops: maximumStops)
  }
}

extension Network {
  /// What the routes of a day say to one more visit.
  enum VisitAnswer {
    case open
    /// It could be made if less were promised to others.
    case full
    /// No vehicle of the node makes it, even with nothing else to do.
    case never(String)
  }

  /// Whether the vehicles of a node can make one more visit.
  ///
  /// - Parameter day: The routes of a day at a node as they are promised; `nil` if no vehicle loads there.
  func answer(
    to request: SlotRequest, within window: TimeWindow, _ key: Planner.NodeDay, _ day: (Planner.NodeDay) -> TentativePlan?
  ) -> VisitAnswer {
    guard let plan = day(key) else { return .never("no vehicle loads there") }
    guard let (isOpen, isPossible) = try? plan.opening(for: request, in: window) else { return .never(Self.tooLarge) }
    if isOpen { return .open }
    if isPossible { return .full }
    // It may be that a vehicle does not drive on that day.
    let free = try? emptyDay(key)?.offers(for: request, in: [window]).first
    if free?.loneCost != nil { return .full }
    switch free?.obstacle {
    case .skills: return .never("no vehicle there has \(request.skills.map(\.text).sorted().joined(separator: " and "))")
    case .load: return .never(Self.tooLarge)
    case .stops, .time, .distance, .duration, nil: return .never("no vehicle gets there in time and back within its shift")
    }
  }

  private static var tooLarge: String { "it is larger than any vehicle there" }
}

extension FreightRate {
  /// In how many parcels some goods go at the most: two of which neither could take what is in the other are more than half full.
  fileprivate func mostParcels(weight: Weight, volume: Volume) -> Int {
    guard case .refused = beyond, let limit = brackets.last?.upTo else { return 1 }
    // More than anything that is carried: what is charged of it may be beyond all numbers.
    guard weight.grams <= Weight.limit, volume.cubicCentimetres <= Volume.limit else { return .max }
    let charged = chargeable(weight: weight, volume: volume)
    return charged <= limit ? 1 : 2 * ((charged.grams + limit.grams - 1) / limit.grams)
  }
}

/// What goods need of a vehicle.
struct Goods: Hashable {
  var weight = Weight.zero
  var volume = Volume.zero
  var parcels = 0
  var skills: Set<Skill> = []
}

extension [FleetVehicle] {
  /// The vehicles in groups of those that are alike in everything but their name; vehicles and groups by name.
  var alike: [[FleetVehicle]] {
    let groups = Dictionary(grouping: self, by: \.unnamed).values.map { $0.sorted { $0.id < $1.id } }
    return groups.sorted { $0[0].id < $1[0].id }
  }
}

extension SlotRequest {
  /// What is enough for either of two requests at one door.
  func covering(_ other: SlotRequest) -> SlotRequest {
    let most = (0..<delivery.dimensions).map { max(delivery[$0], other.delivery[$0]) }
    return SlotRequest(
      place: place, delivery: Load(most), service: max(service, other.service),
      release: release.map { max($0, other.release ?? $0) } ?? other.release, skills: skills.union(other.skills))
  }
}
