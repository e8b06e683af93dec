import Logistics
import Travel

/// Makes VROOM's costs whole: an hour of travel and a kilometre have prices that share no unit with a second and a metre.
///
/// A second at `perHour` and a metre at `perKilometre` cost multiples of 1/18,000. All prices of a file are counted in the coarsest such
/// unit that keeps them exact; with VROOM's own prices that is a second. The ways of a vehicle have that cost in the table of metres,
/// divided by what all of them have in common, which is the vehicle's cost of a metre.
struct VROOMTariff {
  /// The finest unit, as a part of VROOM's.
  private static let finest = 18_000

  /// How a vehicle's ways are priced: so much a second and a metre, or by the costs that the file gives for each way.
  enum Rate: Hashable {
    case travel(second: Int, metre: Int)
    case given
  }

  /// How many units of the objective are one of VROOM's.
  let scale: Int

  /// - Parameter vehicles: Each with whether its profile has costs of its own for each way.
  init(_ vehicles: [(costs: VROOMCosts, isGiven: Bool)]) {
    var common = Self.finest
    for (costs, isGiven) in vehicles {
      if !isGiven { common = Self.divisor(common, Self.divisor(5 * costs.perHour, 18 * costs.perKilometre)) }
    }
    scale = Self.finest / common
  }

  /// What using a vehicle costs, in units of the objective.
  func fixed(_ costs: VROOMCosts) -> Int { costs.fixed * scale }

  /// How a vehicle's ways are priced, and what a unit of that price costs.
  ///
  /// - Parameter byDistance: For vehicles whose travel costs nothing: whether its ways are then measured as metres, or as seconds.
  func rate(_ costs: VROOMCosts, isGiven: Bool, byDistance: Bool) -> (rate: Rate, price: Int) {
    if isGiven { return (.given, scale) }
    let (second, metre) = (5 * costs.perHour, 18 * costs.perKilometre)
    let own = Self.divisor(second, metre)
    if own == 0 { return (byDistance ? .travel(second: 0, metre: 1) : .travel(second: 1, metre: 0), 0) }
    return (.travel(second: second / own, metre: metre / own), own / (Self.finest / scale))
  }

  private static func divisor(_ left: Int, _ right: Int) -> Int {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }
}

extension VROOMMatrices.Tables {
  /// The matrix of vehicles with a rate: costs as metres, the seconds of their speed.
  ///
  /// - Returns: `nil` if a way costs more than an entry may hold, or a table is missing.
  func matrix(_ rate: VROOMTariff.Rate, speedFactor: Double, count: Int) -> TravelMatrix? {
    let longest = Double(TravelMatrix.longest)
    var seconds = durations
    if speedFactor != 1 {
      for index in seconds.indices {
        let slowed = (Double(seconds[index]) / speedFactor).rounded()
        guard slowed <= longest else { return nil }
        seconds[index] = Int32(slowed)
      }
    }
    switch rate {
    case .given:
      return costs.map { TravelMatrix(count: count, metres: $0, seconds: seconds) }
    case .travel(second: 1, metre: 0):
      return TravelMatrix(count: count, metres: seconds)
    case .travel(let second, let metre):
      guard metre == 0 || distances != nil else { return nil }
      var prices = [Int32](repeating: 0, count: seconds.count)
      for index in prices.indices {
        let price = second * Int(seconds[index]) + metre * Int(distances?[index] ?? 0)
        guard price <= TravelMatrix.longest else { return nil }
        prices[index] = Int32(price)
      }
      return TravelMatrix(count: count, metres: prices, seconds: seconds)
    }
  }
}
