public import Inventory
public import Logistics

/// The rules of the house, with what they ask of an order.
public struct Eligibility: Sendable {
  public let rules: EligibilityRules
  public let context: EligibilityContext

  /// Rules for an order.
  public init(_ rules: EligibilityRules, in context: EligibilityContext) {
    self.rules = rules
    self.context = context
  }
}

/// One order with everything that the house and the customer leave open: whether it is gathered at a hub, and in which products it
/// ships. Checked and ready to solve.
///
/// A direct plan is one of ``SourcingProblem``. A consolidated plan ships the whole order: every node sends its part to the hub,
/// where it is packed into one parcel that goes on by one last leg. The customer gets one parcel, so that no goodwill is lost to more
/// and the order's limit of parcels does not count; the hub's limit counts one, the limits of the other nodes what they send.
///
/// A line that is replaced ships whole in its substitute, whatever it would cost to leave units out, and pays
/// ``Substitute/cost`` for each. A product that is on several lines, ordered or as a substitute, is one stock.
///
/// ```swift
/// let hub = Hub("dc", transfers: [Lane(from: "s1", freight: .flat(150))], lastLegs: [LastLeg(LaneService(.flat(900), id: "post"))])
/// let problem = try CheckoutProblem(order, stock: snapshot, hubs: [hub], substitutes: [[Substitute("tee-blue", goodwill: 300)], []])
/// let plan = problem.solve().plan   // directly or over the hub, in what was ordered or in blue
/// ```
public struct CheckoutProblem: Sendable {
  /// The order, with the lanes on which it can ship directly.
  public let order: SourcingOrder
  public let hubs: [Hub]
  /// For each line of the order the products that may take its place.
  public let substitutes: [[Substitute]]
  let stock: StockSnapshot
  let parcelsLeft: [ID<Node>: Int]
  let prices: StockPrices?
  let eligibility: Eligibility?

  /// A problem.
  ///
  /// - Parameters:
  ///   - stock: what there is, of substitutes too. What the snapshot does not know is not in stock.
  ///   - parcelsLeft: how many parcels a node may still ship; a node not named has no limit.
  ///   - prices: what units are worth where they lie.
  ///   - substitutes: for each line what may take its place; empty for none at all.
  ///   - eligibility: the rules, which hold for substitutes and hubs too. Those about distance ask how far the node that serves the
  ///     customer is from the address: the hub, if there is one.
  /// - Throws: `InvalidInput` as `SourcingProblem`, and for every hub named twice, without a last leg or with a lane from itself, every
  ///   substitute that is the product itself, is named twice or weighs something else elsewhere in the order, and every amount that is
  ///   out of range.
  public init(
    _ order: SourcingOrder, stock: StockSnapshot, parcelsLeft: [ID<Node>: Int] = [:], prices: StockPrices? = nil,
    hubs: [Hub] = [],
    substitutes: [[Substitute]] = [], eligibility: Eligibility? = nil
  ) throws(InvalidInput) {
    self.order = order
    self.stock = stock
    self.parcelsLeft = parcelsLeft
    self.prices = prices
    self.hubs = hubs
    self.substitutes = substitutes.isEmpty ? order.lines.map { _ in [] } : substitutes
    self.eligibility = eligibility
    try check()
  }
}
