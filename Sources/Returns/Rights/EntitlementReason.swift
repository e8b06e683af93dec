public import Logistics

/// A step of the way to an answer on a right.
public enum EntitlementReason: Hashable, Sendable {
  /// The event from which the right is counted.
  public enum Start: String, Hashable, Sendable {
    case delivery, lastDelivery, contract, discovery, replacement
  }

  /// So long, from this event on this day.
  case counted(LegalPeriod, from: Start, on: LocalDate)
  /// The law grants it and sets no last day.
  case noTerm
  /// It ended.
  case ended(LocalDate)
  /// The customer was not told of it, which gives until this day.
  case uninformed(until: LocalDate)
  /// The country's law has no such right.
  case noSuchRight(country: String)
  /// The country's law on a contract of that day is not known here.
  case notKnown(country: String, contract: LocalDate)
  /// The law grants none for what is bought so.
  case otherSetting(SalesSetting)
  /// The item is all of this, which takes the right away.
  case excluded([ItemTrait])
  /// The goods are not there yet: the clock has not begun.
  case notDelivered
  /// The contract lies after the instant.
  case notYetBought
  /// It stood still for so many days of repair.
  case paused(days: Int)
  /// A repair made it this much longer.
  case prolonged(LegalPeriod)
  /// Nobody promised one.
  case noWarranty
  /// The shop gives more than the law: until this day.
  case shopRule(String, until: LocalDate)
  /// Here a repair comes first.
  case repairFirst
  /// A repair did not cure it, or took too long: the customer goes on to these remedies.
  case notCured
}

extension EntitlementReason: CustomStringConvertible {
  /// An English sentence without its full stop.
  public var description: String {
    switch self {
    case .counted(let period, let start, let day): "\(period) from \(start.phrase) on \(day)"
    case .noTerm: "the law sets no last day"
    case .ended(let day): "it ended on \(day)"
    case .uninformed(let day): "the customer was not told of it as the law wants, which gives until \(day)"
    case .noSuchRight(let country): "the law of \(country) has no such right"
    case .notKnown(let country, let day): "what the law of \(country) said of a contract of \(day) is not known here"
    case .otherSetting(.premises): "the law grants none for a purchase in a shop"
    case .otherSetting(.distance): "the law grants none for a purchase at a distance"
    case .otherSetting(.awayFromPremises): "the law grants none for a purchase away from the shop"
    case .excluded(let traits): "the law excludes what is \(traits.map(\.phrase).joined(separator: " and "))"
    case .notDelivered: "the goods have not come yet: its days begin when they do"
    case .notYetBought: "the contract is of a later day"
    case .paused(let days): "\(days) day\(days == 1 ? "" : "s") in repair do not count"
    case .prolonged(let period): "a repair adds \(period)"
    case .noWarranty: "nobody promised one"
    case .shopRule(let name, let day): "the shop gives more than the law: \(name), until \(day)"
    case .repairFirst: "a repair comes first"
    case .notCured: "a repair did not cure it, or took too long"
    }
  }
}

extension EntitlementReason.Start {
  fileprivate var phrase: String {
    switch self {
    case .delivery: "the delivery"
    case .lastDelivery: "the delivery of the last piece"
    case .contract: "the contract"
    case .discovery: "the day the defect showed"
    case .replacement: "the replacement"
    }
  }
}
