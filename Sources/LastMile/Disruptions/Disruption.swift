public import Logistics
public import Promising

/// News that something comes later than it was promised, or may: a carrier is late, a node is behind, parcels are stuck.
///
/// ```swift
/// let news = Disruption(
///   id: "post-strike", .serviceLate("post", workingDays: 2, leaving: monday...wednesday, to: ["south"]), at: now)
/// ```
///
/// A delay is said against the timetable, not against what was said before: of several that concern the same parcels the longest counts.
public struct Disruption: Hashable, Sendable {
  /// What went wrong. Later versions may know further kinds.
  public enum Kind: Hashable, Sendable {
    /// A service runs late by so many of its working days, 1 to 365, for parcels that leave their node on a range of days, those that
    /// have left already included; of some nodes and to some areas only, or (`nil`) of all.
    ///
    /// Carriers, transfers and the house's own vehicles: what is fetched where it lies is late only with its node.
    case serviceLate(
      ID<DeliveryService>, workingDays: Int, leaving: ClosedRange<LocalDate>, from: Set<ID<Node>>? = nil,
      to: Set<ID<TransitZone>>? = nil)
    /// What an order gets from a node comes so many working days of its service late, 1 to 365: stuck on the way, lost and found. At a
    /// hub it is the parcel that goes on from there.
    case orderLate(ID<Order>, from: ID<Node>, workingDays: Int)
    /// A node is behind with preparing: what has not left is not ready before a moment. Its stock stays kept for the orders, which
    /// wait for it; see ``Planner/close(_:until:at:)`` for a node whose orders shall come from elsewhere.
    case nodeBehind(ID<Node>, readyFrom: Instant)
    /// A vehicle of the house does not drive on a day. The others of its node bring what was promised of it, as far as they can within
    /// the hours that were promised; what they cannot comes on a later day. A quote that needs it is withdrawn.
    case vehicleOut(ID<FleetVehicle>, on: LocalDate)
  }

  /// Its name. Said again unchanged, it is answered as the first time.
  public let id: ID<Disruption>
  public let kind: Kind
  /// When it became known.
  public let at: Instant

  /// News. It is judged by ``Planner/report(_:)``.
  public init(id: ID<Disruption>, _ kind: Kind, at instant: Instant) {
    self.id = id
    self.kind = kind
    self.at = instant
  }
}

extension Disruption {
  /// - Throws: `InvalidInput` with every fault.
  func check(in network: Network) throws(InvalidInput) {
    var faults = FaultList()
    func check(_ node: ID<Node>, at place: String) {
      faults.check(network.site(node) != nil, at: place, found: "\(node)", expected: "a node of the network")
    }
    func check(workingDays: Int) {
      faults.check(
        (1...365).contains(workingDays), at: "$.workingDays", found: "\(workingDays) working days", expected: "1 to 365")
    }
    switch kind {
    case .serviceLate(let id, let workingDays, _, let nodes, let areas):
      let service = network.services.first { $0.id == id && $0.role != .storePickup }
      faults.check(
        service != nil, at: "$.service", found: "\(id)", expected: "a service of the network that brings parcels")
      check(workingDays: workingDays)
      if let nodes {
        faults.check(!nodes.isEmpty, at: "$.from", found: "no nodes", expected: "at least one, or nothing for all")
        for node in nodes.sorted() where service?.nodes.contains(node) != true {
          faults.add(at: "$.from", found: "\(node)", expected: "a node that \(id) serves")
        }
      }
      if let areas {
        faults.check(!areas.isEmpty, at: "$.to", found: "no areas", expected: "at least one, or nothing for all")
        for area in areas.sorted() where !network.bands.contains(where: { $0.id == area }) {
          faults.add(at: "$.to", found: "\(area)", expected: "a band of the network")
        }
      }
    case .orderLate(_, let node, let workingDays):
      check(node, at: "$.from")
      check(workingDays: workingDays)
    case .nodeBehind(let node, let readyFrom):
      check(node, at: "$.node")
      faults.check(readyFrom > at, at: "$.readyFrom", found: "\(readyFrom)", expected: "a moment after \(at)")
    case .vehicleOut(let vehicle, let date):
      faults.check(
        network.fleet.contains { $0.id == vehicle }, at: "$.vehicle", found: "\(vehicle)", expected: "a vehicle of the network")
      let today = network.zone.date(at: at)
      faults.check(date >= today, at: "$.on", found: "\(date)", expected: "\(today) or later")
    }
    try faults.throwIfAny("disruption \(id)")
  }

  /// Whether it may concern an order, whatever days its parcels leave on and wherever they go.
  func mayConcern(_ order: AcceptedOrder) -> Bool {
    switch kind {
    case .serviceLate(let service, _, _, _, _):
      order.parcels.contains { $0.service == service } || order.lastLegs.contains { $0.service == service }
    case .orderLate(let id, _, _): order.order.id == id
    // Which orders those are the routes of the day say.
    case .vehicleOut: order.parcels.contains { $0.role == .ownVan }
    case .nodeBehind(let node, _):
      order.parcels.contains { $0.contents.node == node } || order.lastLegs.contains { $0.parcel.hub == node }
    }
  }
}
