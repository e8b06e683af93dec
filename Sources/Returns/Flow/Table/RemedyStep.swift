/// What moves a remedy from one ``RemedyState`` to the next.
public enum RemedyStep: String, Hashable, Sendable, Codable, CaseIterable {
  case grant, decline
  /// What was decided is void, and something else may be.
  case reconsider
  /// Money goes to the customer.
  case pay
  /// The customer is asked for the difference to a dearer product.
  case owe
  /// An order was placed that brings new units.
  case order
  /// The same, before the old units are back.
  case advance
  /// The customer has the new units.
  case deliver
  /// It did not reach the customer: a payment came back, an order could not be carried out.
  case fail
  /// The customer pays for what did not come back.
  case charge
  /// The old units came back, and what was charged for them is paid back.
  case settle
  /// The customer has the repaired units.
  case finish
}
