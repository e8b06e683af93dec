/// What is believed of delivery times before anything was observed: a table by lane, and a straight line over distance for the rest.
///
/// The belief weighs as much as ``weight`` deliveries, so that it is soon outweighed where there is history and stays where there
/// is none.
public struct TransitPrior: Hashable, Sendable, Codable {
  /// What is believed of one lane.
  public struct Row: Hashable, Sendable, Codable {
    /// The region that it starts in.
    public var origin: String
    /// The region that it ends in.
    public var destination: String
    /// The days within which half of the parcels arrive.
    public var days: Double

    /// A row.
    public init(from origin: String, to destination: String, days: Double) {
      self.origin = origin
      self.destination = destination
      self.days = days
    }
  }

  /// Lanes with a belief of their own.
  public var rows: [Row]
  /// The median without any distance, in days.
  public var days: Double
  /// How many days more for each thousand kilometres.
  public var daysPerThousandKilometres: Double
  /// The standard deviation of the logarithm: 0.5 says that one parcel in forty takes more than 2.7 times the median.
  public var spread: Double
  /// How many deliveries the belief is worth.
  public var weight: Double

  /// A belief; the defaults are those of a parcel by road: a week and four days more for each thousand kilometres.
  ///
  /// - Precondition: Positive days, spread and weight.
  public init(
    rows: [Row] = [], days: Double = 7, daysPerThousandKilometres: Double = 4, spread: Double = 0.5, weight: Double = 10
  ) {
    precondition(days > 0 && daysPerThousandKilometres >= 0 && spread > 0 && weight > 0, "a prior of nothing")
    precondition(rows.allSatisfy { $0.days > 0 }, "a lane of no days")
    self.rows = rows
    self.days = days
    self.daysPerThousandKilometres = daysPerThousandKilometres
    self.spread = spread
    self.weight = weight
  }

  /// The logarithm of the median days of a consignment. O(rows).
  func location(_ consignment: Consignment, kilometres: Double?) -> Double {
    let row = rows.first { $0.origin == consignment.originRegion && $0.destination == consignment.destinationRegion }
    return FastMath.ln(row?.days ?? days + daysPerThousandKilometres * (kilometres ?? 500) / 1000)
  }
}
