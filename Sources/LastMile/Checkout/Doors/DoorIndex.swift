import Logistics
import Promising
import Sourcing
import Synchronization
import Travel

/// What the network says alike to every order for a door, made once: which lanes there are, what they cost, when they are there.
///
/// A lane is a node and a service; all nodes have a place for every service.
final class DoorIndex: Sendable {
  let nodes: [ID<Node>]
  /// The services that come to doors.
  let services: [ShippingService]
  /// What is asked of them most, beside them: to look into a large value counts references.
  let serviceNames: [ID<LaneService>]
  let ids: [ID<DeliveryService>]
  let roles: [ShippingService.Role]
  /// For each service, then each band.
  let rates: RateTable
  /// Whether some node ships only so many parcels a day.
  let hasLimits: Bool
  let perParcel: [Int]
  let perUnit: [Int]
  /// Where on the board a lane is, or −1.
  private let boardPlaces: [Int32]
  private let board: PromiseBoard
  /// What stood on the board when it was last looked at.
  private struct Told {
    let board: PromiseDays
    let days: CartDays
  }
  private let latest = Mutex<Told?>(nil)
  private let points: [TravelPoint]
  /// For each band with an end the squares of the chords up to which a node surely is within, and beyond which it surely is not.
  private let limits: [(within: Double, beyond: Double)]
  private let bandCount: Int

  init(_ network: Network) {
    nodes = network.sites.map(\.node.id)
    services = network.services.filter { ($0.role == .carrier || $0.role == .ownVan) && $0.delivery != nil }
    serviceNames = services.map { ID($0.id.text) }
    ids = services.map(\.id)
    roles = services.map(\.role)
    rates = RateTable(
      services.flatMap { service in network.bands.map { service.tariff.rate(zone: $0.id.text) } },
      bandCount: network.bands.count)
    hasLimits = network.sites.contains { $0.parcelLimit != nil }
    perParcel = network.sites.map(\.handlingPerParcel.count)
    perUnit = network.sites.map(\.handlingPerUnit.count)
    points = network.sites.map { TravelPoint($0.node.coordinate) }
    bandCount = network.bands.count
    limits = network.bands.compactMap(\.upTo).map { TravelPoint.chords(around: Double($0.metres)) }
    var lanes: [PromiseBoard.Lane] = []
    var places = [Int32](repeating: -1, count: network.sites.count * services.count)
    for (node, site) in network.sites.enumerated() {
      for (number, service) in services.enumerated() where service.nodes.contains(site.node.id) {
        // Where no vehicle loads none comes from.
        guard service.role == .carrier || !network.vehicles(at: site.node.id).isEmpty else { continue }
        places[node * services.count + number] = Int32(lanes.count)
        lanes.append(PromiseBoard.Lane(site.schedule, service.delivery!))
      }
    }
    boardPlaces = places
    board = PromiseBoard(lanes, to: network.bands.map(\.id))
  }

  /// What can be promised from a node by a service to a band, by the numbers of all; `nil` if nothing.
  func promise(_ node: Int, _ service: Int, _ band: Int16, at placedAt: Instant) -> DeliveryPromise? {
    let lane = Int(boardPlaces[node * services.count + service])
    guard lane >= 0, !rates.isAbsent(service * bandCount + Int(band)) else { return nil }
    return board.promise(lane: lane, area: Int(band), placedAt: placedAt).promise
  }

  /// The number of the band of an address as seen from each node, or −1 where it is beyond all.
  func bands(to address: Coordinate, in network: Network) -> [Int16] {
    let chords = TravelPoint(address).squaredDistances(to: points)
    // How many limits are surely passed, and how many may be, in one number, limit by limit over all nodes: a branch at each node would
    // be guessed wrong as often as right.
    let other = Double(1 << 20)
    var passed = [Double](repeating: 0, count: chords.count)
    passed.withUnsafeMutableBufferPointer { passed in
      chords.withUnsafeBufferPointer { chords in
        for limit in limits {
          for node in chords.indices {
            passed[node] += (chords[node] > limit.beyond ? 1 : 0) + (chords[node] >= limit.within ? other : 0)
          }
        }
      }
    }
    let (count, beyond, unsure) = (limits.count, Int16(limits.count < bandCount ? limits.count : -1), Int16(-2))
    var bands = passed.map { passed in
      let both = Int(passed)
      let (band, most) = (both & (1 << 20 - 1), both >> 20)
      return band != most ? unsure : band < count ? Int16(truncatingIfNeeded: band) : beyond
    }
    for node in bands.indices where bands[node] == unsure {
      let found = network.band(from: network.sites[node].node, to: address)
      bands[node] = Int16(network.bands.firstIndex { $0.id == found } ?? -1)
    }
    return bands
  }

  /// The day on which each lane is at the door, as if the vehicles of the house had nothing else to do.
  func days(at placedAt: Instant, _ bands: [Int16]) -> CartDays { told(at: placedAt).inBands(bands) }

  /// The days of every node in every band, band by band.
  private func told(at placedAt: Instant) -> CartDays {
    let known = latest.withLock { $0 }
    if let known, known.board.holds(at: placedAt) { return known.days }
    let board = board.days(at: placedAt)
    let days = board.withDeliveries { delivered in
      CartDays(nodes: bandCount * nodes.count, services: services.count) { row, service in
        let lane = Int(boardPlaces[row % nodes.count * services.count + service])
        return lane < 0 ? CartDays.never : delivered[lane * bandCount + row / nodes.count]
      }
    }
    latest.withLock { $0 = Told(board: board, days: days) }
    return days
  }
}
