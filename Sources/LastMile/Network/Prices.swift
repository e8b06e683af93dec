public import Logistics

/// What it is worth to keep a word, in minor units of the network's currency.
public struct Prices: Hashable, Sendable {
  /// What a day later than could have been promised costs in goodwill, for each node that ships late.
  public let latePerDay: MinorUnits
  /// What a stop that is left out of its day costs: a call, a new attempt, goodwill.
  public let unservedStop: MinorUnits
  /// What a unit that is not shipped costs besides the sale, its price: the customer's patience.
  public let unfilledUnit: MinorUnits

  /// Prices.
  public init(latePerDay: MinorUnits, unservedStop: MinorUnits, unfilledUnit: MinorUnits) {
    self.latePerDay = latePerDay
    self.unservedStop = unservedStop
    self.unfilledUnit = unfilledUnit
  }
}

/// How long a vehicle stands at a door.
public struct StopTimes: Hashable, Sendable {
  /// To park, ring and hand over.
  public let perStop: TimeSpan
  /// For each parcel besides.
  public let perParcel: TimeSpan

  /// Times.
  public init(perStop: TimeSpan, perParcel: TimeSpan) {
    self.perStop = perStop
    self.perParcel = perParcel
  }
}
