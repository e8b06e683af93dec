public import Inventory
public import Logistics
public import Returns

/// What a customer asks for who wants to give goods of an order back.
public struct ReturnOrder: Hashable, Sendable {
  /// Units of one product.
  public struct Line: Hashable, Sendable {
    public let sku: SKU
    /// How many, at least one.
    public let quantity: Int
    /// The serial numbers, one a unit; none, if the product has none or they are not known yet.
    public let serials: [ID<SerialNumber>]
    public let reason: ReturnReason
    /// What was done with the units: opened, used, installed.
    public let traits: Set<ItemTrait>
    /// The order they came with, if it is another one than the request's.
    public let order: ID<Order>?

    /// Units.
    public init(
      _ sku: SKU, quantity: Int, serials: [ID<SerialNumber>] = [], because reason: ReturnReason, traits: Set<ItemTrait> = [],
      of order: ID<Order>? = nil
    ) {
      self.sku = sku
      self.quantity = quantity
      self.serials = serials
      self.reason = reason
      self.traits = traits
      self.order = order
    }
  }

  /// The number of the return; the same again is answered as the first time.
  public let id: ID<ReturnCase>
  /// The order that the goods came with; a line may name another one of the same customer, so that all of it goes back at once.
  public let order: ID<Order>
  public let lines: [Line]
  public let remedy: ReturnRemedy
  /// How the goods come; `nil` if that is not settled yet.
  public let handover: ReturnHandover?
  public let channel: Channel
  public let at: Instant

  /// A request.
  public init(
    id: ID<ReturnCase>, order: ID<Order>, lines: [Line], remedy: ReturnRemedy = .refund(.original),
    handover: ReturnHandover? = nil, channel: Channel, at: Instant
  ) {
    self.id = id
    self.order = order
    self.lines = lines
    self.remedy = remedy
    self.handover = handover
    self.channel = channel
    self.at = at
  }
}

extension ReturnOrder {
  /// The order of a line.
  func order(of line: Line) -> ID<Order> { line.order ?? order }

  /// All orders, the request's own first.
  var orders: [ID<Order>] {
    lines.reduce(into: [order]) { orders, line in
      if !orders.contains(order(of: line)) { orders.append(order(of: line)) }
    }
  }
}

/// The answer to a request to give goods back.
public enum ReturnAnswer: Hashable, Sendable {
  /// It stands in the books: each line is authorised or refused, as its decision says.
  case opened(ReturnCase, [ReturnDecision])
  /// There is no such order.
  case unknownOrder(ID<Order>)
  /// The order is of another customer than the first.
  case otherCustomer(ID<Order>)
  /// The number is that of another return.
  case differentRequest
  /// Nothing of it can be asked for, and why: units that were not delivered or are in other returns, serial numbers that are not of
  /// the order.
  case refused([ReturnRefusal])
  /// No right that holds gives that remedy; what they give.
  case remedyNotOffered(SKU, offered: [Remedy])

  /// The return, if there is one.
  public var returnCase: ReturnCase? {
    if case .opened(let opened, _) = self { opened } else { nil }
  }
}

/// The answer to an event of a return.
public enum ReturnRecording: Hashable, Sendable {
  /// It stands in the timeline; the return as it stands now.
  case recorded(ReturnCase)
  /// It stood there already.
  case alreadyRecorded(ReturnCase)
  /// Nothing changed: every reason.
  case refused([ReturnRefusal])
  /// There is no such return.
  case unknownReturn
  /// The books of the stock say otherwise, and nothing changed: a serial number that lies elsewhere, restocked units that are sold.
  case stock(MoveOutcome)
}
