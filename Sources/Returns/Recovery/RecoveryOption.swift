public import Logistics

extension RecoveryProblem {
  /// Something that could be done with the units of a lot.
  public struct Option: Hashable, Sendable {
    /// The lot, as an index into the problem's units.
    public let lot: Int
    /// The site, as an index into the problem's sites.
    public let site: Int
    /// The bench, as an index into the site's.
    public let bench: Int
    /// The worth, as an index into the problem's worths.
    public let worth: Int
    /// What a unit gains: its worth less the way and the handling. It may be below zero: rubbish has to go somewhere.
    public let net: MinorUnits
  }

  /// All that could be done, by lot; the best of a lot first, of equal ones that of the first site. Capacities are not looked at.
  ///
  /// - Complexity: O(lots × sites × worths of a product), and their sorting.
  public func options() -> [Option] {
    let ways = Dictionary(lanes.map { ([$0.from, $0.to], $0.unitCost) }, uniquingKeysWith: { first, _ in first })
    let own = Dictionary(grouping: worths.indices) { worths[$0].sku }
    return units.indices.flatMap { lot -> [Option] in
      let it = units[lot]
      var options: [Option] = []
      for (site, place) in sites.enumerated() {
        guard let way = place.node == it.place ? .zero : ways[[it.place, place.node]] else { continue }
        for (number, bench) in place.benches.enumerated() {
          for entry in own[it.sku] ?? [] {
            let worth = worths[entry]
            guard worth.disposition == bench.disposition, worth.grades.contains(it.grade), worth.node ?? place.node == place.node
            else { continue }
            options.append(
              Option(lot: lot, site: site, bench: number, worth: entry, net: worth.worth - way - bench.handling))
          }
        }
      }
      return options.enumerated().sorted { ($1.element.net, $0.offset) < ($0.element.net, $1.offset) }.map(\.element)
    }
  }

  /// Sends one lot after the other, in their order, to the best that is left: exact for one lot, not for several that want the same
  /// place.
  public func plan() -> RecoveryPlan {
    var room = RecoveryRoom(self)
    var chosen: [(option: Option, units: Int)] = []
    var left = units.map(\.quantity)
    for option in options() where left[option.lot] > 0 {
      let taken = min(left[option.lot], room.units(for: option, in: self))
      guard taken > 0 else { continue }
      room.take(taken, option)
      left[option.lot] -= taken
      chosen.append((option, taken))
    }
    return RecoveryPlan(self, chosen, isOptimal: units.count <= 1)
  }
}

/// What sites, benches and shelves still take.
private struct RecoveryRoom {
  private var sites: [Int]
  private var benches: [[Int]]
  private var shelves: [Int]

  init(_ problem: RecoveryProblem) {
    sites = problem.sites.map { $0.capacity ?? .max }
    benches = problem.sites.map { $0.benches.map { $0.capacity ?? .max } }
    shelves = problem.worths.map { $0.units ?? .max }
  }

  func units(for option: RecoveryProblem.Option, in problem: RecoveryProblem) -> Int {
    min(sites[option.site], benches[option.site][option.bench], shelves[option.worth])
  }

  mutating func take(_ units: Int, _ option: RecoveryProblem.Option) {
    if sites[option.site] < .max { sites[option.site] -= units }
    if benches[option.site][option.bench] < .max { benches[option.site][option.bench] -= units }
    if shelves[option.worth] < .max { shelves[option.worth] -= units }
  }
}
