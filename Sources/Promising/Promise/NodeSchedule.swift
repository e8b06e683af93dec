public import Logistics

/// How a node gets orders ready: when its people prepare parcels, until when an order is still prepared today, how long it takes.
public struct NodeSchedule: Hashable, Sendable {
  /// The node.
  public let node: ID<Node>
  /// The name shown to people, in the reasons of a promise.
  public let name: String
  /// The zone of the node's wall clock, on which its hours and cut-offs are.
  public let zone: Zone
  /// When parcels are prepared and handed over.
  public let work: WorkingCalendar
  /// The last moment of each weekday, included, at which an order still enters that day's work; a later one waits for the next
  /// day of work. A weekday that is missing takes orders as long as there is work.
  public let cutOffs: [Weekday: LocalTime]
  /// How much working time passes from the beginning of the work on an order until its parcels can leave.
  public let preparationTime: TimeSpan
  /// How many parcels its people prepare in an hour of work; `nil` if as many as there are.
  public let parcelsPerHour: Int?
  /// The work that lies before an order; `nil` for none.
  public private(set) var backlog: Backlog?

  /// A schedule.
  ///
  /// - Throws: `InvalidInput` if the preparation time is negative or beyond ``Logistics/Quantity/limit``, or if the parcels an hour are not
  ///   1 to 1,000,000.
  public init(
    node: ID<Node>, name: String, zone: Zone, work: WorkingCalendar, cutOffs: [Weekday: LocalTime] = [:],
    preparationTime: TimeSpan, parcelsPerHour: Int? = nil
  ) throws(InvalidInput) {
    var faults = FaultList()
    faults.check(
      (0...TimeSpan.limit).contains(preparationTime.seconds), at: "preparationTime", found: "\(preparationTime)",
      expected: "0 to 10^12 s")
    if let parcelsPerHour {
      faults.check(
        (1...1_000_000).contains(parcelsPerHour), at: "parcelsPerHour", found: "\(parcelsPerHour)", expected: "1 to 1000000")
    }
    try faults.throwIfAny("schedule of node \(node)")
    self.node = node
    self.name = name
    self.zone = zone
    self.work = work
    self.cutOffs = cutOffs
    self.preparationTime = preparationTime
    self.parcelsPerHour = parcelsPerHour
  }

  /// The same schedule for an order that some work lies before.
  public func behind(_ backlog: Backlog?) -> NodeSchedule {
    var schedule = self
    schedule.backlog = backlog
    return schedule
  }
}
