public import Inventory
public import Logistics

/// The condition of goods that came back.
public enum ReturnGrade: String, Hashable, Sendable, Codable, CaseIterable {
  /// As new, in its unopened box.
  case a
  /// As new, opened.
  case b
  /// Used, works.
  case c
  /// Does not work or is not whole.
  case d
}

/// What was found on goods that came back.
public enum InspectionFinding: Hashable, Sendable, Codable {
  /// They are not of the order they should be of.
  case notOfThisOrder
  /// Another serial number than expected.
  case serialDiffers(found: ID<SerialNumber>)
  /// What is missing, for people.
  case partsMissing(String)
  /// Harm that came from use beyond trying it.
  case damagedByUse(String)
  /// Harm on the way.
  case damagedInTransit(String)
  /// The fault that the customer told of.
  case faultConfirmed(String)
  /// It works.
  case noFaultFound
  case sealBroken
}

/// What the seller saw when looking at goods that came back, and decided.
public struct ReturnInspection: Hashable, Sendable, Codable {
  /// What is decided.
  public enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
    /// The seller takes them back.
    case accept
    /// The seller does not take them back.
    case reject
    /// They are of no order that is known, and kept apart.
    case setApart
  }

  public let grade: ReturnGrade
  public let findings: [InspectionFinding]
  public let verdict: Verdict

  /// An inspection.
  public init(_ grade: ReturnGrade, _ verdict: Verdict, findings: [InspectionFinding] = []) {
    self.grade = grade
    self.findings = findings
    self.verdict = verdict
  }
}

/// What becomes of goods that came back.
public enum Disposition: String, Hashable, Sendable, Codable, CaseIterable {
  /// Back to the shelf.
  case restock
  /// Made good again, and sold as that.
  case refurbish
  /// Back to whom the shop bought them from.
  case returnToVendor
  case donate, recycle, scrap
}
