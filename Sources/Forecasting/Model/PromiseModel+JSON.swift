public import Foundation
public import Logistics

extension PromiseModel {
  /// The model of a file that ``json()`` made.
  ///
  /// - Throws: `InvalidInput` with the place if it is no such file, of another version, or about other features.
  public init(json data: Data, named name: String) throws(InvalidInput) {
    do {
      self = try JSONDecoder().decode(PromiseModel.self, from: data)
    } catch let error as DecodingError {
      throw InvalidInput(name, decoding: error)
    } catch {
      throw InvalidInput(name, [Fault(at: "$", found: "\(error)", expected: "a model")])
    }
    var faults = FaultList()
    faults.check(
      version == Self.version, at: "$.version", found: "\(version)", expected: "\(Self.version), the version this program reads")
    let names = FeatureRow.names + FeatureRow.dayNames
    faults.check(
      forecast.features == names, at: "$.forecast.features", found: "other features", expected: names.joined(separator: ", "))
    for (key, trees, count) in [
      ("locationTrees", forecast.locationTrees, FeatureRow.names.count), ("hazardTrees", forecast.hazardTrees, names.count),
    ] {
      for (index, tree) in (trees?.trees ?? []).enumerated() {
        faults.check(
          tree.isSound(features: count), at: "$.forecast.\(key).trees[\(index)]", found: "a tree that leads nowhere",
          expected: "questions about features and nodes behind them")
      }
    }
    faults.check(
      forecast.curve.isSound, at: "$.forecast.curve", found: "a curve that falls or of another length",
      expected: "\(ProductLimit.cells) numbers that never fall")
    faults.check(
      [reliability.levels.count, cheapest.levels.count, thresholds.levels.count, prices.levels.count].allSatisfy { $0 > 0 }
        && isAligned,
      at: "$", found: "levels and shares of different numbers", expected: "one share or price for each level")
    try faults.throwIfAny(name)
  }

  private var isAligned: Bool {
    reliability.misses.count == reliability.levels.count && cheapest.misses.count == cheapest.levels.count
      && prices.prices.count == prices.levels.count && thresholds.thresholds.count == thresholds.levels.count
  }

  /// The model as JSON, keys sorted: the same model gives the same bytes.
  public func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return try encoder.encode(self)
  }
}
