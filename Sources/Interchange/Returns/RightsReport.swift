import Logistics
public import Returns

/// What `lastmile returns` prints.
public struct RightsReport: Encodable, Sendable {
  /// One right.
  public struct Right: Encodable, Sendable {
    public let right: String
    public let available: Bool
    @OrNull public var until: String?
    public let basis: String
    public let verified: Bool
    /// The keys of this answer that rest on a text nobody has read.
    public let unverified: [String]
    public let returnFreight: String
    public let outboundFreight: String
    @OrNull public var refundBy: String?
    public let refundWaitsFor: [String]
    public let remedies: [String]
    @OrNull public var presumedUntil: String?
    @OrNull public var shopRule: String?
    public let reason: String
    public let notes: [String]
  }

  public let country: String
  public let at: String
  public let rights: [Right]

  /// The report of the rights to an item at an instant.
  public init(_ rights: PurchaseRights, country: String, at moment: String) {
    self.country = country
    at = moment
    self.rights = rights.all.map { entitlement in
      Right(
        right: entitlement.right.rawValue, available: entitlement.isAvailable, until: entitlement.until?.description,
        basis: entitlement.basis, verified: entitlement.isVerified, unverified: entitlement.unverified.map(\.rawValue).sorted(),
        returnFreight: entitlement.returnFreight.rawValue, outboundFreight: entitlement.outboundFreight.rawValue,
        refundBy: entitlement.refundBy?.description, refundWaitsFor: entitlement.refundWaitsFor.map(\.rawValue),
        remedies: entitlement.remedies.map(\.rawValue), presumedUntil: entitlement.presumedUntil?.description,
        shopRule: entitlement.shopRule, reason: entitlement.reasons.map(\.description).joined(separator: "; "),
        notes: entitlement.notes)
    }
  }
}
