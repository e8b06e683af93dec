import Logistics
import Routing

extension VRPLIBReader {
  /// What it costs to leave each node out, in units of the objective; 0 where that is not allowed.
  mutating func readPrizes(_ decimals: Int) -> [Int] {
    guard let table = nodeTable("PRIZE_SECTION", columns: 1) else { return [] }
    return (0..<count).map { node in
      if faults.isFull { return 0 }
      return faults.cost(table[node], at: table.place(node), "prize", convention, decimals) ?? 0
    }
  }

  /// Clients of which one is served.
  mutating func readGroups(prizes: [Int]) -> [[Int]] {
    guard count > 0, let section = file.section("MUTUALLY_EXCLUSIVE_GROUP_SECTION") else { return [] }
    let before = faults.faults.count
    let table = ListTable(section, count: nil, of: "group", 1...count, "a client", scanner, &faults)
    guard faults.faults.count == before else { return [] }
    var owner: [Int: Int] = [:]
    for (group, members) in table.lists.enumerated() where !faults.isFull {
      let place = table.place(group)
      faults.check(
        !members.isEmpty, at: place, found: "group \(group + 1) without members", expected: "the numbers of its clients")
      for member in members where !faults.isFull {
        faults.check(member > depots, at: place, found: "depot \(member) in a group", expected: "clients")
        if let other = owner.updateValue(group, forKey: member) {
          faults.add(at: place, found: "client \(member), as in group \(other + 1)", expected: "each client in one group")
        }
        if prizes.indices.contains(member - 1), prizes[member - 1] > 0 {
          faults.add(at: place, found: "client \(member) with a prize in a group", expected: "one that is served or another is")
        }
      }
    }
    return table.lists.map { $0.map { $0 - 1 } }
  }
}

extension FaultList {
  /// A cost of the file in units of the objective, or `nil` and a fault.
  mutating func cost(_ value: Double, at place: String, _ what: String, _ convention: Convention, _ decimals: Int) -> Int? {
    let most = RoutingProblem.largestCost / VRPLIBReader.power(decimals)
    let counted = convention.counted(value)
    guard counted >= 0, counted <= Double(most) else {
      add(at: place, found: "\(what) \(Self.text(value))", expected: "0 to \(FileAmount(most, convention))")
      return nil
    }
    return Int(counted) * VRPLIBReader.power(decimals)
  }
}
