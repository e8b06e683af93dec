/// Trips and classes of vehicles that have to do with each other and with no others, and the numbers that their search shares.
struct ChainGroup {
  /// Indices into the problem's trips, ascending.
  let trips: [Int]
  /// The classes that can drive some of them.
  let classes: [ChainClass]
  /// For each trip what leaving it out costs: its drop cost, or, if it must be driven, more than everything else together, so
  /// that one trip more always comes first.
  let leavingOut: [Int]
  /// More than any plan of the group costs in which nothing is missing; a whole multiple of the unit.
  let missingPrice: Int
  /// Every cost is a whole multiple of this.
  let unit: Int
  /// How many scaled units a unit of the objective is: prices are rounded to those, and all that is proved is summed in them.
  let scale: Int

  /// - Parameter missingPrice: More than any plan of the whole problem costs.
  init(_ problem: TripProblem, trips: [Int], vehicles: [Int], missingPrice least: Int) {
    self.trips = trips
    let classes = vehicles.map { ChainClass(problem, vehicle: $0, group: trips) }
    self.classes = classes.filter { $0.count > 0 && $0.most > 0 && !$0.trips.isEmpty }
    var unit = 0
    for trip in trips { unit = Self.gcd(unit, problem.trips[trip].dropCost ?? 0) }
    for chainClass in self.classes { unit = chainClass.costs.reduce(Self.gcd(unit, chainClass.fixedCost), Self.gcd) }
    unit = max(1, unit)
    self.unit = unit
    let missingPrice = ((least - 1) / unit + 1) * unit
    self.missingPrice = missingPrice
    leavingOut = trips.map { problem.trips[$0].dropCost ?? missingPrice }
    var scale = 1 << 16
    while scale > 1 && missingPrice.multipliedClamped(by: trips.count + 1).multipliedClamped(by: scale) > 1 << 60 { scale /= 2 }
    self.scale = scale
  }

  private static func gcd(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }

  /// The least cost that a plan can have if none costs less than a number of scaled units: rounded up to a whole multiple of the unit.
  func wholeBound(_ scaled: Int) -> Int {
    guard scaled > 0 else { return 0 }
    let cost = (scaled - 1) / scale + 1
    return ((cost - 1) / unit + 1) * unit
  }

  /// What chains and all they leave out cost, missing trips at their price.
  func cost(of chains: [Chain]) -> Int {
    var isDriven = [Bool](repeating: false, count: trips.count)
    var cost = 0
    for chain in chains {
      cost += self.cost(of: chain)
      for trip in chain.trips { isDriven[trip] = true }
    }
    for trip in trips.indices where !isDriven[trip] { cost = cost.addingClamped(leavingOut[trip]) }
    return cost
  }

  /// What one chain costs.
  func cost(of chain: Chain) -> Int {
    let chainClass = classes[chain.place]
    return chain.positions.reduce(chainClass.fixedCost) { $0 + chainClass.costs[$1] }
  }

  /// A chain of positions.
  func chain(_ place: Int, _ positions: [Int]) -> Chain {
    Chain(place: place, positions: positions, trips: positions.map { classes[place].trips[$0] })
  }
}

/// The trips that one unit drives, inside a group.
struct Chain: Hashable, Sendable {
  /// A place in the group's classes.
  let place: Int
  /// Positions in the class's trips.
  let positions: [Int]
  /// The same as places in the group's trips.
  let trips: [Int]
}
