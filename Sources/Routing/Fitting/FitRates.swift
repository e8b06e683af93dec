/// What a route of one type of vehicle costs at the least for what is known of it in constant time. Exactly that where the type
/// has no breaks, nobody may be late, and the duration is known.
struct FitRates {
  let fixedCost: Int
  let costPerMetre: Int
  let costPerSecond: Int
  let costPerOvertime: Int
  let usualDuration: Int
  let maximumDuration: Int
  let maximumMetres: Int
  let maximumStops: Int
  /// Seconds of breaks that are paid, and of those that are not.
  let paid: Int
  let unpaid: Int
  let preferences: FlatPreferences

  init(_ flat: FlatProblem, type: Int) {
    let vehicle = flat.types[type]
    fixedCost = vehicle.fixedCost
    costPerMetre = vehicle.costPerMetre
    costPerSecond = vehicle.costPerSecond
    costPerOvertime = vehicle.costPerOvertime
    usualDuration = vehicle.maximumDuration
    maximumDuration = vehicle.maximumDuration + vehicle.overtime
    maximumMetres = vehicle.maximumDistance
    maximumStops = vehicle.maximumStops
    let breaks = (vehicle.firstBreak..<(vehicle.firstBreak + vehicle.breakCount)).map { flat.breaks[$0] }
    paid = breaks.filter(\.isPaid).reduce(0) { $0 + $1.seconds }
    unpaid = breaks.filter { !$0.isPaid }.reduce(0) { $0 + $1.seconds }
    preferences = flat.preferences
  }

  /// The least that a route costs.
  ///
  /// - Parameters:
  ///   - duration: Seconds from departure to return if it had no breaks to take; no more than it lasts.
  ///   - busy: Seconds of driving, service, set-up and reloads at the least.
  ///   - handled: What is brought and taken back in the dimension that counts as work.
  ///   - spreadPrice: What its spread costs.
  @inline(__always)
  func least(metres: Int, duration: Int, busy: Int, stops: Int, handled: Int, spreadPrice: Int) -> Int {
    let out = max(duration, busy + paid + unpaid)
    var cost = fixedCost + metres * costPerMetre + spreadPrice
    cost += max(duration - unpaid, busy + paid) * costPerSecond + max(0, out - usualDuration) * costPerOvertime
    guard preferences.hasBalance else { return cost }
    switch preferences.work {
    case .nothing: return cost
    case .time: return cost + preferences.price(ofWork: out)
    case .distance: return cost + preferences.price(ofWork: metres)
    case .stops: return cost + preferences.price(ofWork: stops)
    case .load: return cost + preferences.price(ofWork: handled)
    }
  }
}
