public import Forecasting
public import Inventory
import Logistics
import Returns
import Routing
import Synchronization

/// The face of LastMile: offers at checkout, orders accepted, days planned, from one network and one stock.
///
/// Safe to use from many tasks at once. What it keeps beside the inventory is the list of orders it accepted.
///
/// ```swift
/// let planner = Planner(network: network, inventory: inventory)
/// let offers = try await planner.offers(for: order)
/// guard case .accepted(let accepted) = try await planner.accept(offers[0]) else { return }
/// let plan = try await planner.plan(accepted.offer.promisedDate, within: .seconds(20))
/// ```
public final class Planner: Sendable {
  public let network: Network
  public let inventory: any Inventory

  struct State {
    var accepted: [AcceptedOrder] = []
    /// Where in `accepted` an order stands.
    var index: [ID<Order>: Int] = [:]
    /// Parcels that leave a node on a day.
    var parcels: [NodeDay: Int] = [:]
    /// The routes that keep what the vehicles of a node are promised to do on a day.
    var days: [NodeDay: TentativePlan] = [:]
    /// Days that nobody was promised yet, kept because every checkout asks for them, as long as there are not too many.
    var emptyDays: [NodeDay: TentativePlan] = [:]
    /// The vehicles that do not drive on a day.
    var out: [LocalDate: Set<ID<FleetVehicle>>] = [:]
    /// Until when nodes are closed beside their calendars; `nil` for nobody knows until when.
    var closures: [ID<Node>: Instant?] = [:]
    /// The compartments of lockers that are taken.
    var lockers: [ID<Node>: LockerBook] = [:]
    /// What nodes have still to prepare, of those that say how fast they are.
    var queues: [ID<Node>: WorkQueue] = [:]
    /// The quotes that are good.
    var quotes = QuoteBook()
    /// The carts that are being quoted, with who waits to quote them too.
    var quoting: [ID<Order>: [CheckedContinuation<Void, Never>]] = [:]
    /// The tokens by which quotes became orders.
    var acceptedTokens: [ID<Order>: QuoteToken] = [:]
    var lateness = LatenessRecord()
    /// What was answered to declines.
    var declines: [ID<Decline>: Resourcing] = [:]
    /// What was answered to news of delays.
    var disruptions: [ID<Disruption>: DisruptionReport] = [:]
    /// The nodes whose parcels of an order have come, or were fetched, and the day.
    var delivered: [ID<Order>: [ID<Node>: LocalDate]] = [:]
    /// The serial numbers that left for an order.
    var shippedSerials: [ID<Order>: [SKU: Set<ID<SerialNumber>>]] = [:]
    var returns = ReturnBook()
  }

  struct NodeDay: Hashable {
    var node: ID<Node>
    var day: LocalDate
  }

  let state: Mutex<State>
  /// Orders move from node to node one after the other: what one gives up the next may take.
  let resourcing = Turnstile()

  /// What every order for a door is asked from; `nil` where rules or hubs make each order different.
  let door: DoorIndex?

  let quoting: QuotePolicy
  /// How goods are taken back.
  public let returnTerms: ReturnTerms

  /// A planner on a network and a stock.
  ///
  /// - Parameters:
  ///   - quoting: how long quotes are good, and what they are signed with.
  ///   - lateness: how late parcels came so far, as ``lateness`` told it of a planner before this one.
  ///   - returns: how goods are taken back.
  public init(
    network: Network, inventory: any Inventory, quoting: QuotePolicy = QuotePolicy(),
    lateness: LatenessRecord = LatenessRecord(), returns: ReturnTerms = ReturnTerms()
  ) {
    state = Mutex(State(lateness: lateness))
    self.network = network
    self.inventory = inventory
    self.quoting = quoting
    returnTerms = returns
    door = network.rules.isEmpty && network.sites.allSatisfy { $0.hub == nil } ? DoorIndex(network) : nil
  }

  /// The order of a name as it was accepted, or `nil`.
  public func acceptedOrder(_ id: ID<Order>) -> AcceptedOrder? {
    state.withLock { state in state.index[id].map { state.accepted[$0] } }
  }

  /// The orders accepted so far, in the order in which they were.
  public var acceptedOrders: [AcceptedOrder] { state.withLock { $0.accepted } }
}
