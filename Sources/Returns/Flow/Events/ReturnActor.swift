/// Who did something to a return.
public struct ReturnActor: Hashable, Sendable, Codable {
  /// What they are to the return.
  public enum Role: String, Hashable, Sendable, Codable, CaseIterable {
    case customer, serviceDesk, warehouse, workshop, carrier, system
  }

  public let role: Role
  /// Who in particular: a name or number of the seller's own.
  public let name: String

  /// Somebody.
  public init(_ role: Role, _ name: String = "") {
    self.role = role
    self.name = name
  }
}
