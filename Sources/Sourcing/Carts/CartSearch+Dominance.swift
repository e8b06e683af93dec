import Inventory

/// Nodes that need not be looked at, since another one does all that they do, no later and for no more.
///
/// A checkout over hundreds of nodes has a few that hold everything a cart asks for, near the customer or in a warehouse where handling is
/// cheap. Whatever part of a plan ships from a node that such a leader dominates can ship from the leader instead: it has all units of
/// every line of which the other has any, so that several nodes may give their parts to it at once.
extension CartSearch {
  /// Few: each node is compared with all of them.
  private static var mostLeaders: Int { 8 }

  /// Forgets what lies at nodes that another one dominates.
  ///
  /// Complexity: nodes × a handful.
  mutating func prune(_ cart: borrowing CartProblem) {
    var wanted: UInt8 = 0
    for node in 0..<cart.nodeCount where cart.bands[node] >= 0 { wanted |= any.base[node] }
    guard wanted != 0 else { return }
    leaderDays.reserve((Self.mostLeaders + 1) * cart.bandCount * cart.days.chunks)
    findLeaders(of: wanted, cart)
    guard !leaders.isEmpty else { return }
    for node in 0..<cart.nodeCount where any.base[node] != 0 && cart.bands[node] >= 0 {
      for (place, leader) in leaders.enumerated() where leader != node && dominates(place, leader, node, cart) {
        (full.base[node], any.base[node]) = (0, 0)
        break
      }
    }
  }

  /// Looks for nodes that have all that is wanted, of which none dominates another.
  private mutating func findLeaders(of wanted: UInt8, _ cart: borrowing CartProblem) {
    leaders.removeAll(keepingCapacity: true)
    for node in 0..<cart.nodeCount where full.base[node] == wanted && cart.bands[node] >= 0 {
      // Who may ship only so many parcels cannot take over those of others.
      guard cart.parcelsLeft.isEmpty || cart.parcelsLeft[node] == nil else { continue }
      guard !leaders.indices.contains(where: { dominates($0, leaders[$0], node, cart) }) else { continue }
      // Behind the others, until it is known whether it takes the place of one.
      noteDays(of: node, at: leaders.count, cart)
      let worse = leaders.indices.first { dominates(leaders.count, node, leaders[$0], cart) }
      if let worse {
        leaders[worse] = node
        noteDays(of: node, at: worse, cart)
      } else if leaders.count < Self.mostLeaders {
        leaders.append(node)
      }
    }
  }

  /// Notes for each band when a node is there by any service that asks no more than one does in that band.
  private mutating func noteDays(of node: Int, at place: Int, _ cart: borrowing CartProblem) {
    let (bands, chunks) = (cart.bandCount, cart.days.chunks)
    for band in 0..<bands {
      for chunk in 0..<chunks {
        var word: UInt64 = 0
        for service in chunk * 8..<min(chunk * 8 + 8, cart.serviceNames.count) {
          var cheap = cart.rates.noDearer(in: Int(cart.bands[node]), thanIn: band, by: service)
          // None asks less than a service that does not go there; it needs no day.
          var day = cart.rates.isAbsent(service * bands + band) ? 0 : CartDays.none
          while cheap != 0, day > 0 {
            day = min(day, cart.days.byte(node, cheap.trailingZeroBitCount))
            cheap &= cheap - 1
          }
          word |= UInt64(day) << UInt64(truncatingIfNeeded: service % 8 * 8)
        }
        leaderDays.base[(place * bands + band) * chunks + chunk] = word
      }
    }
  }

  /// Whether a leader is as good as a node for whatever part of what is wanted.
  @inline(__always)
  private func dominates(_ place: Int, _ leader: Int, _ node: Int, _ cart: borrowing CartProblem) -> Bool {
    // One branch for both: how two nodes compare is as good as random.
    let parcel = cart.handlingPerParcel[node] &- cart.handlingPerParcel[leader]
    let unit = cart.handlingPerUnit[node] &- cart.handlingPerUnit[leader]
    guard parcel | unit >= 0 else { return false }
    let row = place &* cart.bandCount &+ Int(cart.bands[node])
    return cart.days.isNoSooner(node, than: leaderDays.base + row &* cart.days.chunks)
  }
}
