public import Logistics
public import Returns

/// What the rights to a product depend on, and how its units are told apart.
public struct ProductTerms: Hashable, Sendable {
  /// As the shop's own rules name it.
  public var category: String
  public var condition: Purchase.Condition
  /// What the product is; what was done with a unit of it comes with the request.
  public var traits: Set<ItemTrait>
  /// How many months the seller or maker promises besides the law; `nil` for none.
  public var warrantyMonths: Int?
  /// Whether every unit has a serial number.
  public var isTrackedBySerial: Bool

  /// Terms; those of a durable new product without a warranty, where nothing else is said.
  public init(
    category: String = "", condition: Purchase.Condition = .new, traits: Set<ItemTrait> = [.durable], warrantyMonths: Int? = nil,
    isTrackedBySerial: Bool = false
  ) {
    self.category = category
    self.condition = condition
    self.traits = traits
    self.warrantyMonths = warrantyMonths
    self.isTrackedBySerial = isTrackedBySerial
  }
}

/// How a shop takes goods back.
public struct ReturnTerms: Hashable, Sendable {
  /// What each product's rights depend on; a product that is missing is new and durable and has no warranty.
  public var products: [SKU: ProductTerms]
  /// What the shop grants beyond the law.
  public var policy: ShopPolicy
  /// The laws to go by.
  public var laws: LawBook
  /// How long a customer has to hand the goods over once the return is authorised.
  public var handOverWithin: TimeSpan
  /// When a refund, a replacement or an exchange is released; sooner, where a law does not let a refund wait so long.
  public var release: ReleaseTrigger
  /// Beyond what a person has to look at a request. A legal right is never refused for them.
  public var limits: ReturnLimits
  /// Over how many days before a request the limits look.
  public var limitDays: Int

  /// Terms.
  public init(
    products: [SKU: ProductTerms] = [:], policy: ShopPolicy = ShopPolicy(), laws: LawBook = .known,
    handOverWithin: TimeSpan = .hours(14 * 24), release: ReleaseTrigger = .onInspection, limits: ReturnLimits = .none,
    limitDays: Int = 365
  ) {
    self.products = products
    self.policy = policy
    self.laws = laws
    self.handOverWithin = handOverWithin
    self.release = release
    self.limits = limits
    self.limitDays = limitDays
  }
}
