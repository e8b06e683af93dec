import Inventory
import Logistics
import Returns

/// A return as slowly and obviously as can be: every unit by itself, the rules as text, written without looking at the tables.
struct ModelCase {
  struct Lot {
    var goods: String
    var remedy = "undecided"
    var kind: String?
    var trigger: String?
    var paid = 0
    var got = 0
    let isLegal: Bool
    var needsReview: Bool
    var isTracked: Bool
    var handOverBy: Instant?
    var goodsBy: Instant?
    var isRepaired = false
    var last: Instant
  }

  struct Unit {
    var lot: Int
    var origin: ReturnOrigin?
    var sku: SKU
    var serial: ID<SerialNumber>?
    var newSerial: ID<SerialNumber>?
    /// The refund it was paid with, unless that came back.
    var refund: String?
  }

  init(asksForReview: Bool) { self.asksForReview = asksForReview }

  struct No: Error {
    let why: String
  }

  var lots: [Lot] = []
  var units: [Unit] = []
  /// Whether the customer is beyond the limits.
  let asksForReview: Bool
  /// All that went to the customer, and all that came from them.
  var outflow = 0
  var inflow = 0

  static let unclaimed: Set<String> = ["refused", "withdrawn", "expired", "handedBack"]

  /// The units that count against what was delivered with a line.
  func claimed(_ origin: ReturnOrigin) -> [Unit] {
    units.filter { $0.origin == origin && !Self.unclaimed.contains(lots[$0.lot].goods) }
  }

  func units(of lot: Int) -> [Int] { units.indices.filter { units[$0].lot == lot } }

  // MARK: The rules

  static let goodsRules = rules(
    """
    requested: authorise authorised, refuse refused, withdraw withdrawn, keep kept, receive unannounced
    refused: appeal requested, receive unannounced
    withdrawn: reopen requested, receive unannounced
    expired: reopen requested, receive unannounced
    authorised: arrange arranged, handOver inTransit, receive received, withdraw withdrawn, expire expired, keep kept
    arranged: arrange arranged, handOver inTransit, receive received, withdraw withdrawn, expire expired, keep kept
    inTransit: receive received, lose lost
    lost: find inTransit, receive received
    unannounced: authorise received, match received, setApart setApart, sendBack sendingBack
    setApart: match received, sendBack sendingBack, dispose disposition
    received: accept accepted, reject rejected, setApart setApart
    accepted: dispose disposition, startRepair inRepair, reinspect received
    rejected: sendBack sendingBack, dispose disposition, reinspect received
    inRepair: finishRepair repaired, condemn accepted
    repaired: sendBack sendingBack, startRepair inRepair
    disposition: dispose disposition, process processed, reinspect received
    processed: reinspect received
    sendingBack: handBack handedBack, abandon abandoned, lose lostOnWayBack
    lostOnWayBack: find sendingBack, handBack handedBack
    abandoned: sendBack sendingBack, handBack handedBack, dispose disposition
    handedBack: reopen requested
    kept: reopen requested
    """)

  /// With the first letters of the remedies that a step is for: r(efund), s(ame product), a(dvance), e(xchange), m(ended),
  /// p(rice reduction).
  static let remedyRules = rules(
    """
    undecided: grant granted rsaemp, decline declined rsaemp
    declined: reconsider undecided rsaemp
    granted: decline declined rsaemp, reconsider undecided rsaemp, pay fulfilled rp, owe awaitingPayment e, order ordered se, \
    advance advanced a, finish fulfilled m
    awaitingPayment: order ordered e, reconsider undecided e
    ordered: deliver fulfilled sae, fail granted sae
    advanced: deliver outstanding a, settle ordered a, fail granted a
    outstanding: settle fulfilled a, charge charged a, fail granted a
    charged: settle fulfilled ra
    fulfilled: charge charged ra, fail granted rsaemp, reconsider undecided mp, pay fulfilled rp
    """)

  static let letters = [
    "refund": "r", "replacement": "s", "advanceReplacement": "a", "exchange": "e", "repair": "m", "priceReduction": "p",
  ]

  private static func rules(_ text: String) -> [String: [String: [String]]] {
    var rules: [String: [String: [String]]] = [:]
    for row in text.split(separator: "\n") {
      let sides = row.split(separator: ":")
      for step in sides[1].split(separator: ",") {
        let words = step.split(separator: " ").map(String.init)
        rules[String(sides[0]), default: [:]][words[0]] = Array(words.dropFirst())
      }
    }
    return rules
  }

  static let looked: Set<String> = ["accepted", "inRepair", "repaired", "disposition", "processed"]
  static let here = looked.union(["received"])
  static let sent = here.union(["inTransit", "lost"])
  static let agreed = sent.union(["authorised", "arranged"])

  static func released(_ trigger: String?) -> Set<String> {
    switch trigger {
    case "atOnce": agreed.union(["kept"])
    case "onHandover": sent
    case "onReceipt": here
    default: looked
    }
  }
}
