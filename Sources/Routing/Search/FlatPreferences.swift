/// What is preferred, in numbers.
struct FlatPreferences: BitwiseCopyable {
  /// The most that either price asks of a route.
  static let most = RoutingProblem.largestCost

  /// What counts as the work of a route.
  enum Work: BitwiseCopyable {
    case nothing
    case time
    case distance
    case stops
    case load(dimension: Int)
  }

  let work: Work
  let usual: Int
  let costPerUnit: Int
  let costPerMetreOfSpread: Int
  /// Whether the work of a route has a price, and whether its spread has.
  let hasBalance: Bool
  let hasSpread: Bool
  let isOfTime: Bool

  init(_ preferences: Preferences) {
    hasBalance = (preferences.balance?.costPerUnit ?? 0) > 0
    hasSpread = preferences.costPerMetreOfSpread > 0
    usual = preferences.balance?.usual ?? 1
    costPerUnit = preferences.balance?.costPerUnit ?? 0
    costPerMetreOfSpread = preferences.costPerMetreOfSpread
    isOfTime = hasBalance && preferences.balance?.work == .time
    work =
      switch preferences.balance?.work {
      case .time: .time
      case .distance: .distance
      case .stops: .stops
      case .load(let dimension): .load(dimension: dimension)
      case nil: .nothing
      }
  }

  /// What a route of so much work costs for it.
  @inline(__always)
  func price(ofWork work: Int) -> Int {
    let (rate, isTooDear) = costPerUnit.multipliedReportingOverflow(by: work)
    if isTooDear { return Self.most }
    let (product, isTooLarge) = rate.multipliedReportingOverflow(by: work)
    return isTooLarge ? widePrice(rate, work) : min(Self.most, product / usual)
  }

  private func widePrice(_ rate: Int, _ work: Int) -> Int {
    let product = rate.multipliedFullWidth(by: work)
    // Beyond this the quotient is no `Int`.
    if product.high >= usual / 2 { return Self.most }
    return min(Self.most, usual.dividingFullWidth(product).quotient)
  }

  /// What a route of so much spread costs for it.
  @inline(__always)
  func price(ofSpread metres: Int) -> Int {
    let (price, isTooLarge) = costPerMetreOfSpread.multipliedReportingOverflow(by: metres)
    return isTooLarge ? Self.most : min(Self.most, price)
  }
}
