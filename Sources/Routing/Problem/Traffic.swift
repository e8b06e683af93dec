public import Logistics

/// How fast vehicles move as the day goes on, as a share of the speed that the travel matrix means.
///
/// The speed is constant between two changes and holds for every way; a vehicle that is under way at a change goes on at the new speed.
/// So who leaves later never arrives earlier (S. Ichoua, M. Gendreau and J.-Y. Potvin, "Vehicle dispatching with time-dependent travel
/// times", 2003). A way that takes `s` seconds by the matrix is done once the seconds driven, each weighed with its percentage, make up
/// `s`; arrivals are rounded up to whole seconds.
public struct Traffic: Sendable, Hashable {
  /// A change of the speed.
  public struct Change: Sendable, Hashable {
    /// When.
    public let at: Instant
    /// The speed from then on, in hundredths of the matrix's.
    public let percent: Int

    /// A change.
    public init(at: Instant, percent: Int) {
      self.at = at
      self.percent = percent
    }
  }

  /// The changes in order of time; before the first, the speed is the matrix's.
  public let changes: [Change]

  /// Speeds that change.
  public init(_ changes: [Change]) { self.changes = changes }
}
