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

  /// A schedule.
  ///
  /// - Throws: `InvalidInput` if the preparation time is negative or beyond ``Logistics/Quantity/limit``.
  public init(
    node: ID<Node>, name: String, zone: Zone, work: WorkingCalendar, cutOffs: [Weekday: LocalTime] = [:],
    preparationTime: TimeSpan
  ) throws(InvalidInput) {
    var faults = FaultList()
    faults.check(
      (0...TimeSpan.limit).contains(preparationTime.seconds), at: "preparationTime", found: "\(preparationTime)",
      expected: "0 to 10^12 s")
    try faults.throwIfAny("schedule of node \(node)")
    self.node = node
    self.name = name
    self.zone = zone
    self.work = work
    self.cutOffs = cutOffs
    self.preparationTime = preparationTime
  }
}
