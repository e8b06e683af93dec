public import Inventory
public import Logistics

/// The units of a lot that a step is about. If they are not all of the lot, the step splits it.
public struct ReturnPart: Hashable, Sendable, Codable {
  /// The number of the lot in its case.
  public let lot: Int
  /// How many units; `nil` for all of them, or as many as `serials` names.
  public let quantity: Int?
  /// Which units, of a lot whose serial numbers are known. All of them if empty.
  public let serials: [ID<SerialNumber>]
  /// The serial numbers that the step tells of, one a unit: of the old units (``ReturnAction/identify(_:)``,
  /// ``ReturnAction/setApart(_:)``, an inspection that sets apart) or the new ones (``ReturnAction/deliver(_:)``).
  public let told: [ID<SerialNumber>]
  /// The money that moves with the step, for all of these units together. Never negative: the step says which way it goes.
  public let amount: Money?

  /// Units of a lot, judged where they are used, so that all faults of a list are told at once.
  public init(
    _ lot: Int, quantity: Int? = nil, serials: [ID<SerialNumber>] = [], told: [ID<SerialNumber>] = [], amount: Money? = nil
  ) {
    self.lot = lot
    self.quantity = quantity
    self.serials = serials
    self.told = told
    self.amount = amount
  }
}
