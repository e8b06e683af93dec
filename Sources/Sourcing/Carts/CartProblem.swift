package import Inventory
package import Logistics

/// One order over many nodes and many services as flat numbers, for a checkout that asks for the whole front of cost versus date
/// thousands of times a second.
///
/// It says no more than a ``SourcingProblem`` with a lane for each node and a service on it for each that has a date there; but nobody
/// has to make those lanes.
package struct CartProblem {
  /// The most lines that ``CartSearch`` looks at: it knows what every set of them costs.
  package static let mostLines = 8

  package let lines: [SourcingLine]
  package let shipsComplete: Bool
  /// What there is; its rows are the nodes.
  package let stock: StockSnapshot
  /// For each node the number of its band, as the customer sees it; below zero where nobody drives.
  package let bands: [Int16]
  package let handlingPerParcel: [Int]
  package let handlingPerUnit: [Int]
  /// How many parcels nodes may still ship, by their numbers; a node not named has no limit.
  package private(set) var parcelsLeft: [Int: Int]
  /// What each service asks in each band, service by service.
  package let rates: RateTable
  package let serviceNames: [ID<LaneService>]
  /// For each node the day on which a parcel by each service is there.
  package private(set) var days: CartDays

  package init(
    lines: [SourcingLine], shipsComplete: Bool, stock: StockSnapshot, bands: [Int16], handlingPerParcel: [Int],
    handlingPerUnit: [Int], parcelsLeft: [Int: Int] = [:], rates: RateTable, serviceNames: [ID<LaneService>], days: CartDays
  ) {
    self.lines = lines
    self.shipsComplete = shipsComplete
    self.stock = stock
    self.bands = bands
    self.handlingPerParcel = handlingPerParcel
    self.handlingPerUnit = handlingPerUnit
    self.parcelsLeft = parcelsLeft
    self.rates = rates
    self.serviceNames = serviceNames
    self.days = days
  }

  /// What turns out to be otherwise than the tables have it, never for the better.
  package enum Amendment {
    /// A service is at the door later.
    case arrives(LocalDate, ID<Node>, ID<LaneService>)
    /// A service does not come.
    case never(ID<Node>, ID<LaneService>)
    /// A node may ship fewer parcels.
    case parcelsLeft(Int, ID<Node>)
  }

  mutating func amend(_ amendment: Amendment) {
    switch amendment {
    case .arrives(let date, let node, let service): set(Int32(clamping: date.dayNumber), node, service)
    case .never(let node, let service): set(CartDays.never, node, service)
    case .parcelsLeft(let left, let node):
      guard let row = stock.row(of: node) else { return }
      parcelsLeft[row] = min(parcelsLeft[row] ?? left, left)
    }
  }

  private mutating func set(_ day: Int32, _ node: ID<Node>, _ service: ID<LaneService>) {
    guard let row = stock.row(of: node), let number = serviceNames.firstIndex(of: service) else { return }
    days.set(row, number, to: day)
  }

  var nodeCount: Int { bands.count }
  var bandCount: Int { rates.bandCount }

  /// Whether ``CartSearch`` can look at it: few lines, each of a product of its own.
  package var isSmall: Bool {
    rates.isSound && days.isTold && lines.count <= Self.mostLines && serviceNames.count <= 56 && nodeCount <= Int16.max
      && lines.indices.allSatisfy { index in !lines[..<index].contains { $0.sku == lines[index].sku } }
  }

  /// The lane of a node, with the services by which a parcel is there by a day.
  ///
  /// - Parameter only: the services that are asked for, if not all.
  package func lane(_ node: Int, by day: Int32, only: [Int]? = nil) -> Lane {
    let services =
      bands[node] < 0
      ? []
      : (only ?? Array(serviceNames.indices)).compactMap { service -> LaneService? in
        let arrives = days[node, service]
        guard arrives <= day, arrives != CartDays.never, let rate = rates.rates[service * bandCount + Int(bands[node])] else {
          return nil
        }
        return LaneService(rate, id: serviceNames[service], arrives: LocalDate(dayNumber: Int(arrives)))
      }
    return Lane(
      from: stock.nodes[node], services: services, handlingPerParcel: MinorUnits(handlingPerParcel[node]),
      handlingPerUnit: MinorUnits(handlingPerUnit[node]))
  }

  /// The problem over some nodes only, in the order of their numbers, in the form in which any order is solved.
  package func sourcing(_ nodes: some Sequence<Int>, by day: Int32) -> SourcingProblem {
    let order = SourcingOrder(lines: lines, lanes: nodes.map { lane($0, by: day) }, shipsComplete: shipsComplete)
    let left = Dictionary(uniqueKeysWithValues: parcelsLeft.map { (stock.nodes[$0.key], $0.value) })
    return SourcingProblem(order, .snapshot(stock, parcelsLeft: left, prices: nil))
  }
}
