import Logistics
import Promising
import Routing
import Sourcing

/// Which visits of a day are planned.
enum DayScope {
  /// Deliveries and returns in one round, joined where they meet at a door.
  case everything
  /// Returns alone, each door for itself, as if somebody else had made the deliveries.
  case pickups
}

/// The visits of a day: those that deliver, and returns that find theirs among them or have one of their own.
///
/// A return that names its replacement waits for the last visit by which the house's own vehicles bring of it: only then does the
/// customer have everything. It is no stop before that day. Where no such visit comes, it is fetched like any other.
///
/// A return that names none, or could not be a swap, joins a delivery to the same customer at the same door, if the promised hours
/// lie within those in which returns are fetched, and has a visit of its own otherwise. That a pickup narrows the hours of a
/// promise, or keeps it from being kept, is what none of this may do: the hours of a delivery stand, and no return joins a delivery
/// with which it fits in no vehicle of the node.
struct DayVisits {
  /// A visit that delivers, with the returns that it takes along.
  private struct Door {
    let order: Order
    let address: Coordinate
    let visit: DoorVisit
    var returns: [(request: ReturnRequest, goods: Goods)] = []
    var isSwap = false

    var collected: Goods { returns.reduce(into: Goods()) { $0.formUnion($1.goods) } }
  }

  /// Who stands at a door.
  private enum Person: Hashable {
    case customer(ID<Customer>)
    /// Whoever placed an earlier order that nobody here knows.
    case buyer(of: ID<Order>)
  }

  private struct Place: Hashable {
    let address: Coordinate
    let person: Person
  }

  /// A visit that only fetches.
  private struct Pickup {
    let address: Coordinate
    let hours: TimeWindow
    var returns: [(request: ReturnRequest, goods: Goods)]
  }

  private struct Call: Hashable {
    let place: Place
    let hours: TimeWindow
  }

  private let network: Network
  private let date: LocalDate
  private let scope: DayScope
  private let vehicles: [ID<Node>: [FleetVehicle]]
  private let accepted: [ID<Order>: AcceptedOrder]
  private var doors: [Door] = []
  private var doorsAt: [Place: [Int]] = [:]
  /// The visits of orders, to tell which one a return meets.
  private var doorsOf: [ID<Order>: [Int]] = [:]
  private var pickups: [Pickup] = []
  private var pickupAt: [Call: Int] = [:]

  /// The deliveries of a day.
  ///
  /// - Parameter out: the vehicles that do not drive that day.
  init(_ network: Network, _ date: LocalDate, _ orders: [AcceptedOrder], without out: Set<ID<FleetVehicle>>, _ scope: DayScope) {
    self.network = network
    self.date = date
    self.scope = scope
    vehicles = Dictionary(grouping: network.fleet.filter { !out.contains($0.id) }, by: \.node)
    accepted = Dictionary(orders.map { ($0.order.id, $0) }, uniquingKeysWith: { first, _ in first })
    guard scope == .everything else { return }
    for accepted in orders {
      guard case .delivery(let address, _) = accepted.order.fulfilment else { continue }
      let due = network.visits(of: accepted.order, accepted.parcels.filter { $0.promise.deliveryDate == date })
      for visit in due.sorted(by: { ($0.day.node, $0.window.opens) < ($1.day.node, $1.window.opens) }) {
        doorsAt[Place(address: address, person: .customer(accepted.order.customer)), default: []].append(doors.count)
        doorsOf[accepted.order.id, default: []].append(doors.count)
        doors.append(Door(order: accepted.order, address: address, visit: visit))
      }
    }
  }

  /// Finds a visit for each return that may come back; how each is fetched, in the order given. Swaps choose first: a return that could
  /// go at any time must not take their room.
  mutating func add(_ requests: [ReturnRequest]) -> [ReturnPickup] {
    var found = [ReturnPickup?](repeating: nil, count: requests.count)
    for (index, request) in requests.enumerated() where request.replacement != nil { found[index] = swap(request) }
    for (index, request) in requests.enumerated() {
      switch found[index] {
      case .alone(let reason): found[index] = plain(request, reason)
      case nil: found[index] = plain(request, nil)
      default: break
      }
    }
    return found.map { $0! }
  }

  /// How a return whose replacement is named is fetched; `alone` if it is no swap.
  private mutating func swap(_ request: ReturnRequest) -> ReturnPickup {
    guard let goods = goods(of: request) else { return .unknownProduct }
    guard let replacement = request.replacement.flatMap({ accepted[$0] }) else { return .alone(.notAccepted) }
    let visits = network.visits(of: replacement.order, replacement.parcels)
    guard let day = visits.map(\.day.day).max(), case .delivery(let address, _) = replacement.order.fulfilment else {
      return .alone(.notByOwnVehicle)
    }
    guard address == request.address else { return .alone(.otherDoor) }
    guard day >= date else { return .alone(.cameBefore(day)) }
    guard day == date else { return .waits(until: day) }
    guard scope == .everything else { return .alone(.ownRound) }
    let last = (doorsOf[replacement.order.id] ?? []).max {
      (doors[$0].visit.window.closes, $0) < (doors[$1].visit.window.closes, $1)
    }
    guard let last, fits(goods, last) else { return .alone(.noVehicle) }
    doors[last].returns.append((request, goods))
    doors[last].isSwap = true
    return .swap(replacement.order.id)
  }

  private mutating func plain(_ request: ReturnRequest, _ reason: ReturnPickup.NoSwap?) -> ReturnPickup {
    guard let goods = goods(of: request) else { return .unknownProduct }
    let place = Place(address: request.address, person: person(of: request))
    let hours = request.window ?? network.deliveryHours(date)
    let door = (doorsAt[place] ?? []).first { hours.contains(doors[$0].visit.window) && fits(goods, $0) }
    if let door {
      doors[door].returns.append((request, goods))
      return .withDelivery(doors[door].order.id)
    }
    let call = Call(place: place, hours: hours)
    if let known = pickupAt[call], fits(goods, with: pickups[known].returns.map(\.goods)) {
      pickups[known].returns.append((request, goods))
    } else {
      pickupAt[call] = pickups.count
      pickups.append(Pickup(address: place.address, hours: hours, returns: [(request, goods)]))
    }
    return .alone(reason)
  }

  private func goods(of request: ReturnRequest) -> Goods? {
    guard let product = network.product(request.line.sku) else { return nil }
    let quantity = request.line.quantity
    return Goods(
      weight: product.weight * quantity, volume: product.volume * quantity, parcels: 1,
      skills: network.skills[request.line.sku] ?? [])
  }

  private func person(of request: ReturnRequest) -> Person {
    (request.customer ?? accepted[request.order]?.order.customer).map { .customer($0) } ?? .buyer(of: request.order)
  }

  /// Whether some vehicle of the node could make a visit that takes these goods along too: their room is needed after that of
  /// what is handed over, not beside it.
  private func fits(_ goods: Goods, _ door: Int) -> Bool {
    var collected = doors[door].collected
    collected.formUnion(goods)
    let request = doors[door].visit.request
    let skills = request.skills.union(collected.skills)
    return (vehicles[doors[door].visit.day.node] ?? []).contains { vehicle in
      skills.isSubset(of: vehicle.skills) && request.delivery.fits(in: vehicle.capacity)
        && collected.load.fits(in: vehicle.capacity)
    }
  }

  /// Whether some vehicle could fetch these goods and others together.
  private func fits(_ goods: Goods, with others: [Goods]) -> Bool {
    let all = others.reduce(into: goods) { $0.formUnion($1) }
    return vehicles.values.joined().contains { all.skills.isSubset(of: $0.skills) && all.load.fits(in: $0.capacity) }
  }

  /// All visits: those that deliver by order, then those that only fetch.
  var stops: [DayStop] {
    doors.map(stop) + pickups.map(stop)
  }

  private func stop(_ door: Door) -> DayStop {
    let node = door.visit.day.node
    let returns = door.returns.map(\.request.id)
    let collected = door.collected
    let delivered = door.visit.parcels
    let task: DayStop.Task =
      if returns.isEmpty {
        .delivery(order: door.order.id, node: node)
      } else if door.isSwap {
        .swap(order: door.order.id, node: node, returns: returns)
      } else {
        .deliveryAndPickup(order: door.order.id, node: node, returns: returns)
      }
    return DayStop(
      task: task, address: door.address, window: door.visit.window, release: door.visit.request.release,
      delivered: StopGoods(
        parcels: delivered.count, weight: delivered.reduce(.zero) { $0 + $1.contents.weight },
        volume: delivered.reduce(.zero) { $0 + $1.contents.volume }),
      collected: StopGoods(collected), skills: door.visit.request.skills.union(collected.skills),
      service: door.visit.request.service + network.stop.perParcel * collected.parcels,
      dropCost: network.prices.unservedStop * (returns.isEmpty ? 1 : 2))
  }

  private func stop(_ pickup: Pickup) -> DayStop {
    let collected = pickup.returns.reduce(into: Goods()) { $0.formUnion($1.goods) }
    return DayStop(
      task: .pickup(pickup.returns.map(\.request.id)), address: pickup.address, window: pickup.hours,
      release: nil, delivered: .none, collected: StopGoods(collected), skills: collected.skills,
      service: network.stop.perStop + network.stop.perParcel * collected.parcels, dropCost: network.prices.unservedStop)
  }
}

extension Goods {
  /// Adds goods that are on board at the same time.
  fileprivate mutating func formUnion(_ other: Goods) {
    weight += other.weight
    volume += other.volume
    parcels += other.parcels
    skills.formUnion(other.skills)
  }

  fileprivate var load: Load { StopGoods(self).load }
}

extension StopGoods {
  fileprivate init(_ goods: Goods) {
    self.init(parcels: goods.parcels, weight: goods.weight, volume: goods.volume)
  }
}

extension Network {
  /// The hours in which the house's vehicles come to doors.
  fileprivate func deliveryHours(_ date: LocalDate) -> TimeWindow {
    window(date, services.first { $0.role == .ownVan }?.delivery?.window ?? .wholeDay)
  }
}

extension TimeWindow {
  fileprivate func contains(_ other: TimeWindow) -> Bool { opens <= other.opens && other.closes <= closes }
}
