import Inventory
import Logistics
import Promising
import Sourcing
import Synchronization

extension Planner {
  /// The offers of an order for a door, found over flat tables in place of a promise for every lane; `nil` for an order that only the
  /// long way can answer: one that asks for hours, may be gathered at a hub or be replaced, that rules look at, or of many lines.
  ///
  /// The tables say what every lane could promise if the house's vehicles had nothing else to do and nodes no limits. Of what is chosen by
  /// them every lane is looked at as the long way does; where it is later, or full, the tables are amended, and chosen from anew.
  func doorOffers(for order: Order) async throws -> [Offer]? {
    guard case .delivery(let address, nil) = order.fulfilment, let door, order.lines.count <= CartProblem.mostLines,
      let lines = cartLines(of: order)
    else { return nil }
    let stock = try await inventory.snapshot(
      of: order.lines.map(\.sku), at: door.nodes, for: order.channel, at: order.placedAt)
    let bands = door.bands(to: address, in: network)
    let cart = CartProblem(
      lines: lines, shipsComplete: order.shipsComplete, stock: stock, bands: bands, handlingPerParcel: door.perParcel,
      handlingPerUnit: door.perUnit, rates: door.rates, serviceNames: door.serviceNames,
      days: door.days(at: order.placedAt, bands))
    guard cart.isSmall else { return nil }
    var check = LaneCheck(planner: self, door: door, order: order, bands: bands)
    guard let front = cart.front(amending: { check.amendments(to: $0) }) else { return nil }
    return front.map { check.offer($0) }
  }

  /// The lines of an order as they are sourced; `nil` for those that are refused, or whose sums only the long way checks.
  private func cartLines(of order: Order) -> [SourcingLine]? {
    guard !order.lines.isEmpty else { return nil }
    var (weight, volume, worth) = (0, 0, 0)
    var lines: [SourcingLine] = []
    lines.reserveCapacity(order.lines.count)
    for line in order.lines {
      guard line.quantity <= 1000, let product = network.product(line.sku) else { return nil }
      if order.allowsSubstitutes, network.substitutes[line.sku]?.isEmpty == false { return nil }
      weight += product.weight.grams * line.quantity
      volume += product.volume.cubicCentimetres * line.quantity
      let cost = network.prices.unfilledUnit + MinorUnits(product.price.amount)
      worth += cost.count * line.quantity
      lines.append(
        SourcingLine(
          line.sku, quantity: line.quantity, weight: product.weight, volume: product.volume,
          unfilledCost: order.shipsComplete ? nil : cost))
    }
    // Far within what the long way takes, whatever the tariffs are.
    return max(weight, volume) <= 1_000_000_000 && worth <= 1_000_000_000_000 ? lines : nil
  }
}

/// Looks at the lanes that were chosen by tables as the long way does, and remembers what it found.
struct LaneCheck {
  /// A lane that was looked at.
  private struct Found {
    let node: ID<Node>
    let service: ID<LaneService>
    let number: Int
    let promise: DeliveryPromise
    let fullDays: [LocalDate]
  }

  private let planner: Planner
  private let door: DoorIndex
  private let order: Order
  private let bands: [Int16]
  private let closures: [ID<Node>: Instant?]
  private let late: [Disruption.Kind]
  private let queues: [ID<Node>: WorkQueue]
  /// A handful.
  private var found: [Found] = []

  init(planner: Planner, door: DoorIndex, order: Order, bands: [Int16]) {
    self.planner = planner
    self.door = door
    self.order = order
    self.bands = bands
    (closures, queues) = planner.state.withLock { ($0.closures, $0.queues) }
    late = planner.lateServices(from: order.placedAt)
    found.reserveCapacity(12)
  }

  private func place(of parcel: SourcedParcel) -> Int? {
    found.firstIndex { $0.node == parcel.node && $0.service == parcel.service.id }
  }

  /// What the tables have wrong of the lanes in a plan.
  mutating func amendments(to plan: SourcingPlan) -> [CartProblem.Amendment] {
    var amendments: [CartProblem.Amendment] = []
    for parcel in plan.parcels where place(of: parcel) == nil {
      let service = parcel.service.id
      guard let number = door.serviceNames.firstIndex(of: service), let (promise, fullDays) = look(parcel.node, number) else {
        amendments.append(.never(parcel.node, service))
        continue
      }
      if promise.deliveryDate == parcel.service.arrives {
        found.append(Found(node: parcel.node, service: service, number: number, promise: promise, fullDays: fullDays))
      } else {
        amendments.append(.arrives(promise.deliveryDate, parcel.node, service))
      }
    }
    if amendments.isEmpty, door.hasLimits { limit(plan, &amendments) }
    return amendments
  }

  /// What can be promised from a node by one of the services, unless the node is closed or its day is full.
  private func look(_ node: ID<Node>, _ number: Int) -> (promise: DeliveryPromise, fullDays: [LocalDate])? {
    guard let place = planner.network.place(of: node), bands[place] >= 0 else { return nil }
    var order = order
    let backlog =
      queues.isEmpty ? nil : queues[node]?.backlog(at: order.placedAt, planner.network.sites[place].schedule)
    if !closures.isEmpty, let closure = closures[node] {
      guard let until = closure else { return nil }
      order = order.placed(at: max(order.placedAt, until))
    }
    if door.roles[number] == .carrier, !door.hasLimits, late.isEmpty, backlog == nil {
      // The same without asking the tables again for the band and the rate.
      return door.promise(place, number, bands[place], at: order.placedAt).map { ($0, []) }
    }
    let option = try? planner.network.option(
      for: order, from: planner.network.sites[place].behind(backlog), by: door.services[number], on: planner.tentativeDay
    ).get()
    guard let option, planner.parcelsLeft(option) != 0, let address = planner.network.destination(of: order),
      let promised = planner.network.delayed(option, to: address, by: late)
    else { return nil }
    return (promised.promise, promised.fullDays)
  }

  /// What a node has left is the least of any service from it that is not full.
  private func limit(_ plan: SourcingPlan, _ amendments: inout [CartProblem.Amendment]) {
    for (place, parcel) in plan.parcels.enumerated() {
      guard let limit = planner.network.site(parcel.node)?.parcelLimit,
        !plan.parcels[..<place].contains(where: { $0.node == parcel.node })
      else { continue }
      let count = plan.parcels.count { $0.node == parcel.node }
      let left = door.services.indices.compactMap { number in
        look(parcel.node, number).map { max(0, limit - planner.parcels(from: parcel.node, on: $0.promise.leavesOn)) }
      }
      if let least = left.min(), least < count { amendments.append(.parcelsLeft(least, parcel.node)) }
    }
  }

  /// The offer of a plan whose lanes were looked at.
  func offer(_ point: SourcingFrontPoint) -> Offer {
    let parcels = point.plan.parcels.map { parcel in
      let lane = found[place(of: parcel)!]
      return OfferedParcel(
        contents: parcel, service: door.ids[lane.number], role: door.roles[lane.number], promise: lane.promise,
        fullDays: lane.fullDays)
    }
    return Offer(
      order: order, parcels: parcels, unfilled: point.plan.unfilled, substitutions: [], promisedDate: point.arrives,
      cost: point.plan.cost, isProvenCheapest: point.plan.proven, lastLeg: nil, otherWays: [], rejections: [])
  }
}
