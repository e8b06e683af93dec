/// One part of the search tree: what is decided, and what is proved of it.
struct ChainNode {
  /// For each class what is decided about its chains.
  var rules: [ChainRules]
  /// Trips that may not be left out.
  var served: Set<Int>
  /// What no plan that keeps the rules can cost less than, in the unit of the objective.
  var bound: Int

  /// Forbids a trip to all units of a class.
  mutating func forbid(_ trip: Int, _ place: Int, _ group: ChainGroup) {
    let position = group.classes[place].positions[trip]
    if position >= 0 { rules[place].isForbidden[position] = true }
  }
}
