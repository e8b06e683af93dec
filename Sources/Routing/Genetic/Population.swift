/// Local optima, feasible and not, kept for their price and for how much they differ from the others.
///
/// The population of T. Vidal ("Hybrid genetic search for the CVRP: open-source implementation and SWAP* neighborhood", 2022): the biased
/// fitness adds the rank in price and the rank in diversity.
struct Population {
  /// How many of each kind outlive a selection, and how many come before the next.
  var size = 25
  var generation = 40
  /// How many are safe by their price alone.
  var elite = 4
  /// How many of the nearest make up an individual's diversity.
  var near = 5

  private var feasible = Subpopulation()
  private var infeasible = Subpopulation()

  var count: Int { feasible.members.count + infeasible.members.count }
  var feasibleCount: Int { feasible.members.count }

  mutating func removeAll() {
    feasible = Subpopulation()
    infeasible = Subpopulation()
  }

  /// Adds an individual, and makes the survivors' choice if there are too many.
  mutating func add(_ individual: Individual, _ tours: Tours) {
    if individual.isFeasible { add(individual, to: &feasible, tours) } else { add(individual, to: &infeasible, tours) }
  }

  private func add(_ individual: Individual, to part: inout Subpopulation, _ tours: Tours) {
    part.append(individual)
    if part.members.count > size + generation {
      part.price(tours)
      while part.members.count > size { part.removeWorst(elite: elite, near: near) }
    }
    part.price(tours)
    part.rank(elite: elite, near: near)
  }

  /// The better of two drawn at random.
  func tournament(_ random: inout RandomSource) -> Individual {
    let (one, other) = (draw(&random), draw(&random))
    return one.fitness <= other.fitness ? one.individual : other.individual
  }

  private func draw(_ random: inout RandomSource) -> (individual: Individual, fitness: Double) {
    let index = random.below(count)
    let isFeasible = index < feasible.members.count
    let part = isFeasible ? feasible : infeasible
    let member = isFeasible ? index : index - feasible.members.count
    return (part.members[member], part.fitness[member])
  }
}

/// The individuals of one kind with their distances.
private struct Subpopulation {
  var members: [Individual] = []
  var fitness: [Double] = []
  private var prices: [Int] = []
  /// Between each two; `distances[i][j]`.
  private var distances: [[Int32]] = []

  mutating func append(_ individual: Individual) {
    var row: [Int32] = []
    row.reserveCapacity(members.count + 1)
    for index in members.indices {
      let distance = Int32(individual.distance(to: members[index]))
      row.append(distance)
      distances[index].append(distance)
    }
    row.append(0)
    members.append(individual)
    distances.append(row)
    prices.append(0)
  }

  mutating func price(_ tours: Tours) {
    for index in members.indices { prices[index] = members[index].price(tours) }
  }

  /// The mean distance to the nearest few.
  private func diversity(_ index: Int, _ near: Int) -> Double {
    var nearest: [Int32] = []
    for other in members.indices where other != index {
      let distance = distances[index][other]
      if nearest.count < near {
        nearest.append(distance)
      } else if let largest = nearest.indices.max(by: { nearest[$0] < nearest[$1] }), nearest[largest] > distance {
        nearest[largest] = distance
      }
    }
    return nearest.isEmpty ? 1 : Double(nearest.reduce(0, +)) / Double(nearest.count)
  }

  mutating func rank(elite: Int, near: Int) {
    let count = members.count
    fitness = [Double](repeating: 0, count: count)
    guard count > 1 else { return }
    let byPrice = members.indices.sorted { (prices[$0], $0) < (prices[$1], $1) }
    let diversities = members.indices.map { diversity($0, near) }
    let byDiversity = members.indices.sorted { (-diversities[$0], $0) < (-diversities[$1], $1) }
    let weight = count <= elite ? 0 : 1 - Double(elite) / Double(count)
    for (rank, index) in byPrice.enumerated() { fitness[index] += Double(rank) / Double(count - 1) }
    for (rank, index) in byDiversity.enumerated() { fitness[index] += weight * Double(rank) / Double(count - 1) }
  }

  /// Drops a copy of another if there is one, else the least fit, but never the cheapest.
  mutating func removeWorst(elite: Int, near: Int) {
    rank(elite: elite, near: near)
    guard let best = members.indices.min(by: { (prices[$0], $0) < (prices[$1], $1) }) else { return }
    var (worst, worstFitness, worstIsCopy) = (-1, -Double.infinity, false)
    for index in members.indices where index != best {
      let isCopy = members.indices.contains { $0 != index && distances[index][$0] == 0 }
      if (isCopy && !worstIsCopy) || (isCopy == worstIsCopy && fitness[index] > worstFitness) {
        (worst, worstFitness, worstIsCopy) = (index, fitness[index], isCopy)
      }
    }
    guard worst >= 0 else { return }
    members.remove(at: worst)
    prices.remove(at: worst)
    distances.remove(at: worst)
    for index in distances.indices { distances[index].remove(at: worst) }
  }
}
