public import Logistics

/// An item that was bought, with what its rights depend on.
public struct Purchase: Hashable, Sendable {
  /// New or not.
  public enum Condition: String, Hashable, Sendable, Codable, CaseIterable {
    case new, used, refurbished
  }

  /// A defect that shows, so far as a law asks for it.
  public struct Defect: Hashable, Sendable {
    /// The day on which it showed.
    public let discovered: LocalDate
    /// Whether nobody could have seen it before.
    public let isHidden: Bool
    /// The day on which the seller was told; `nil` if it was not yet.
    public let reported: LocalDate?

    /// A defect.
    public init(discovered: LocalDate, isHidden: Bool, reported: LocalDate? = nil) {
      self.discovered = discovered
      self.isHidden = isHidden
      self.reported = reported
    }
  }

  /// A stay in repair under the guarantee or the warranty.
  public struct Repair: Hashable, Sendable {
    /// The day on which the item was handed in.
    public let from: LocalDate
    /// The day on which it was handed back; `nil` while it is there.
    public let to: LocalDate?

    /// A stay.
    public init(from: LocalDate, to: LocalDate?) {
      self.from = from
      self.to = to
    }
  }

  /// The country whose law holds, by its ISO 3166 code, or `EU`.
  public var country: String
  public var setting: SalesSetting
  /// The channel, for the shop's own rules.
  public var channel: Channel?
  public var contract: Instant
  /// When the item was handed over; `nil` while it was not.
  public var delivered: Instant?
  /// When the last piece of the order was handed over, or of goods that come regularly the first; `nil` if this item is that piece.
  public var orderDelivered: Instant?
  /// Whether pieces of the order are still to come.
  public var awaitsMore = false
  /// Whether the customer was told of the right as the law wants.
  public var isInformed: Bool
  public var category: String
  public var condition: Condition
  public var traits: Set<ItemTrait>
  /// How many months the seller or maker promised; `nil` or zero for none.
  public var warrantyMonths: Int?
  /// What that promise gives.
  public var warrantyRemedies: [Remedy]
  public var repairs: [Repair]
  /// The days on which the item was replaced under the guarantee.
  public var replacements: [LocalDate]
  public var defect: Defect?
  /// The customer's standing with the shop, for its own rules.
  public var membership: String?

  /// An item that was bought.
  public init(
    country: String, setting: SalesSetting, channel: Channel? = nil, contract: Instant, delivered: Instant?,
    orderDelivered: Instant? = nil, isInformed: Bool = true, category: String = "", condition: Condition = .new,
    traits: Set<ItemTrait> = [.durable], warrantyMonths: Int? = nil,
    warrantyRemedies: [Remedy] = [.repair, .replacement], repairs: [Repair] = [], replacements: [LocalDate] = [],
    defect: Defect? = nil, membership: String? = nil
  ) {
    self.country = country
    self.setting = setting
    self.channel = channel
    self.contract = contract
    self.delivered = delivered
    self.orderDelivered = orderDelivered
    self.isInformed = isInformed
    self.category = category
    self.condition = condition
    self.traits = traits
    self.warrantyMonths = warrantyMonths
    self.warrantyRemedies = warrantyRemedies
    self.repairs = repairs
    self.replacements = replacements
    self.defect = defect
    self.membership = membership
  }
}

extension SalesSetting {
  /// The setting of a channel.
  public init(_ channel: Channel) {
    self = channel == .store ? .premises : .distance
  }
}
