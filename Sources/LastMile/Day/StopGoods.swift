public import Logistics

/// What changes hands at a door in one direction.
public struct StopGoods: Hashable, Sendable {
  public let parcels: Int
  public let weight: Weight
  public let volume: Volume

  /// Goods.
  public init(parcels: Int, weight: Weight, volume: Volume) {
    self.parcels = parcels
    self.weight = weight
    self.volume = volume
  }

  /// Nothing at all.
  public static let none = StopGoods(parcels: 0, weight: .zero, volume: .zero)

  /// The goods of both.
  public static func + (left: StopGoods, right: StopGoods) -> StopGoods {
    StopGoods(parcels: left.parcels + right.parcels, weight: left.weight + right.weight, volume: left.volume + right.volume)
  }

  /// What they take of a vehicle's room: grams, cubic centimetres, parcels.
  public var load: Load { [weight.grams, volume.cubicCentimetres, parcels] }
}
