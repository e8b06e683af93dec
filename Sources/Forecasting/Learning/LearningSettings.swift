/// How much work a ``DeliveryLearner`` does.
public struct LearningSettings: Hashable, Sendable {
  /// Days between two growths of the trees.
  public var period: Int
  /// How many trees foretell how long a delivery takes.
  public var locationTrees: Int
  /// How many foretell on which day it comes.
  public var hazardTrees: Int

  /// The defaults were chosen on real orders, see decision 24. With fewer trees each says more.
  ///
  /// - Precondition: All positive.
  public init(period: Int = 14, locationTrees: Int = 200, hazardTrees: Int = 150) {
    precondition(period > 0 && locationTrees > 0 && hazardTrees > 0, "settings that are not positive")
    self.period = period
    self.locationTrees = locationTrees
    self.hazardTrees = hazardTrees
  }

  /// The product of trees and rate is what counts.
  var location: BoostingSettings {
    BoostingSettings(trees: locationTrees, rate: min(0.3, 8 / Double(locationTrees)), leaves: 8, smallestLeaf: 40)
  }

  var hazard: BoostingSettings {
    BoostingSettings(trees: hazardTrees, rate: min(0.3, 9 / Double(hazardTrees)), leaves: 12, smallestLeaf: 60, seed: 2)
  }
}
