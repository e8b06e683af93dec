public import Logistics
import Travel

extension TentativePlan {
  /// Which of several windows can be promised for a stop as the plan stands, at what extra cost, or why not.
  ///
  /// Exact: a window is open if and only if the stop can be inserted at some place of some route, or served by a vehicle that is
  /// not out yet, with every rule and promise kept; the cost is the least of all such places. A stop that has no place may still
  /// get one by ``canFit(_:in:afterImproving:seed:threads:)``.
  ///
  /// - Parameters:
  ///   - request: The stop.
  ///   - windows: Any windows; they may overlap.
  /// - Returns: An offer for each window, in the order given.
  /// - Throws: `InvalidInput` with everything that is wrong: a load of another number of dimensions, a negative or huge amount, a
  ///   moment beyond a century from 1970.
  /// - Complexity: O(stops) ways and O(stops) places, each tested in O(1) for the windows that are open when a vehicle can be
  ///   there.
  public func offers(for request: SlotRequest, in windows: [TimeWindow]) throws(InvalidInput) -> [SlotOffer] {
    try validate(request, windows)
    let (probe, found) = search(request, windows)
    return zip(windows, found).map { window, found in
      SlotOffer(
        window: window, answer: found.isFound ? .open(place(of: found, probe)) : .closed(found.obstacle),
        loneCost: found.loneCost < .max ? found.loneCost : nil)
    }
  }

  /// Whether a window can be promised for a stop as the plan stands, and whether a vehicle with nothing else to do could come in it: as
  /// ``offers(for:in:)`` has it, without where it would come and at what cost.
  package func opening(
    for request: SlotRequest, in window: TimeWindow
  ) throws(InvalidInput) -> (isOpen: Bool, isPossible: Bool) {
    try validate(request, [window])
    let found = search(request, [window]).1[0]
    return (found.isFound, found.loneCost < .max)
  }

  func validate(_ request: SlotRequest, _ windows: [TimeWindow]) throws(InvalidInput) {
    var faults = FaultList()
    request.validate(dimensions: table.dimensions, &faults)
    let range = -RoutingProblem.longestHorizon...RoutingProblem.longestHorizon
    for (index, window) in windows.enumerated() {
      for (moment, name) in [(window.opens, "opens"), (window.closes, "closes")] {
        faults.check(
          range.contains(moment.secondsSince1970), at: "$.windows[\(index)].\(name)", found: "\(moment.secondsSince1970)",
          expected: "\(range.lowerBound) to \(range.upperBound)")
      }
    }
    try faults.throwIfAny("slot request")
  }

  /// The best place in each window.
  func search(_ request: SlotRequest, _ windows: [TimeWindow]) -> (SlotProbe, [WindowSearch]) {
    let probe = SlotProbe(request, self)
    var search = SlotSearch(
      self, probe,
      windows.map { WindowSearch(opens: $0.opens.secondsSince1970, closes: $0.closes.secondsSince1970) })
    search.run()
    return (probe, search.windows)
  }

  /// What there is to say of a place that was found. O(length of its route).
  func place(of found: WindowSearch, _ probe: SlotProbe) -> SlotPlace {
    let rules = self.rules[found.type]
    let isNew = found.route == WindowSearch.newRoute
    let route =
      isNew
      ? SlotRoute(type: found.type, rules, through: [], from: probe.release, table)
      : routes[found.route].departing(from: probe.release, rules, table)
    let (here, next) = (route.positions[found.position], route.positions[found.position + 1])
    let (to, from) = (probe.ways[Int(here.place)], probe.ways[Int(next.place)])
    let own = Stretch(duration: probe.service, earliest: found.opens, latest: found.closes)
    let whole = route.before[found.position].joined(Int(to.seconds), own)
      .joined(Int(from.seconds), route.after[found.position + 1])
    // Who departs when the stretch says is back as early as can be, and waits no longer than must be.
    var clock = whole.earliest
    for position in 0..<found.position {
      let place = Int(route.positions[position + 1].place)
      clock = max(clock + Int(route.positions[position].seconds), table.clocks[place].earliest) + table.clocks[place].duration
    }
    let arrival = clock + Int(to.seconds)
    let last = min(next.latest - Int(from.seconds) - probe.service, found.closes)
    return SlotPlace(
      vehicle: found.type, opensVehicle: isNew, position: found.position, after: id(at: Int(here.job)), extraCost: found.cost,
      serviceCost: probe.service * rules.costPerSecond,
      extraDistance: Distance(Int(to.metres) + Int(from.metres) - (isNew ? 0 : Int(here.metres))),
      extraTime: TimeSpan(whole.duration - (isNew ? 0 : routes[found.route].duration)),
      arrival: Instant(secondsSince1970: arrival), begin: Instant(secondsSince1970: max(arrival, found.opens)),
      latestBegin: Instant(secondsSince1970: last))
  }

  private func id(at place: Int) -> ID<Job>? { place < 0 ? nil : table.stops[place]?.id }
}
