/// What a law or a shop may ask of an item, or of what was done with it.
public enum ItemTrait: String, Hashable, Sendable, Codable, CaseIterable {
  /// It lasts: a coat, a washing machine; food and flowers do not.
  case durable
  /// Content or a service that comes as data, not on a disc.
  case digital
  /// Its wrapping or seal is broken, or its download has begun.
  case opened
  /// Used beyond what a look in a shop would take.
  case used
  /// Fixed in place: a washing machine that is connected.
  case installed
  /// Made or changed for this customer.
  case madeToOrder
  /// It spoils or goes out of date soon.
  case perishable
  /// For health or hygiene it is sold sealed.
  case hygiene
  /// Worn next to the skin or for one person only.
  case personalUse
  /// Sound, pictures or programs on a medium that is sold sealed.
  case sealedMedia
  /// A newspaper, a magazine.
  case press
  /// Lodging, transport, meals or leisure for a date.
  case datedLeisure
  /// Bought at a public auction.
  case auctioned
  /// Its price moves with a market that the shop does not rule.
  case marketPriced
  /// Mixed with other things after the delivery so that it cannot be told from them.
  case mixed
  /// A service that has begun with the customer's consent.
  case begunService
  /// A lottery ticket, a bet.
  case gambling
  /// One cannot do without: a refrigerator, a medicine.
  case essential

  /// In words, to follow "it is".
  public var phrase: String {
    switch self {
    case .durable: "durable"
    case .digital: "digital"
    case .opened: "opened"
    case .used: "used"
    case .installed: "installed"
    case .madeToOrder: "made to order"
    case .perishable: "perishable"
    case .hygiene: "sealed for hygiene"
    case .personalUse: "for personal use"
    case .sealedMedia: "a sealed medium"
    case .press: "press"
    case .datedLeisure: "leisure for a date"
    case .auctioned: "from a public auction"
    case .marketPriced: "priced by a market"
    case .mixed: "mixed with other things"
    case .begunService: "a service that has begun"
    case .gambling: "a bet"
    case .essential: "essential"
    }
  }
}
