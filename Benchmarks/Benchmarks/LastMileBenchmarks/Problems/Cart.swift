import Logistics
import Sourcing

/// An order and what the nodes have of it.
struct Cart {
  let order: SourcingOrder
  /// Units by lane, then line.
  let available: [[Int]]

  /// Six lines of one to three units of 0.1 to 2.5 kg.
  ///
  /// - Parameters:
  ///   - scarce: Whether a line lies at six nodes in ten, and there not always all that is wanted; otherwise all of it lies at
  ///     nine in ten.
  ///   - brackets: Whether carriers charge by weight and volume, or the same for every parcel.
  init(nodes: Int, scarce: Bool, brackets: Bool, seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let lines = (0..<6).map { line in
      SourcingLine(
        SKU("sku-\(line)"), quantity: Int.random(in: 1...3, using: &random),
        weight: .grams(Int.random(in: 100...2500, using: &random)),
        volume: .litres(Int.random(in: 1...12, using: &random)), unfilledCost: 20_000)
    }
    var lanes: [Lane] = []
    var available: [[Int]] = []
    for node in 0..<nodes {
      let base = Int.random(in: 2000...4000, using: &random)
      lanes.append(
        Lane(
          from: ID("node-\(node)"), freight: brackets ? try Self.rate(from: base) : .flat(MinorUnits(base)),
          handlingPerParcel: 400, handlingPerUnit: 80, lateness: MinorUnits(1000 * Int.random(in: 0...2, using: &random))))
      available.append(
        lines.map { line in
          guard Int.random(in: 0..<10, using: &random) < (scarce ? 6 : 9) else { return 0 }
          return scarce ? Int.random(in: 1...line.quantity, using: &random) : line.quantity
        })
    }
    order = SourcingOrder(lines: lines, lanes: lanes, extraParcelCost: 500)
    self.available = available
  }

  /// Five brackets up to 30 kg that a carrier would ask, dearer by the kilogram for small parcels.
  private static func rate(from base: Int) throws -> FreightRate {
    try FreightRate(
      brackets: zip([1, 3, 6, 15, 30], [100, 130, 170, 260, 400]).map { kilograms, percent in
        .init(upTo: .kilograms(kilograms), price: MinorUnits(base * percent / 100))
      },
      beyond: .step(every: .kilograms(1), price: MinorUnits(base / 10)), cubicCentimetresPerKilogram: 4000)
  }
}
