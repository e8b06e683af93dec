public import Logistics
public import Promising

/// A parcel locker: a place where customers fetch parcels and that is no store. It holds no stock; services bring the parcels
/// there.
///
/// ```swift
/// let locker = Locker(
///   node: Node(id: "plaza", name: "Locker Plaza", kind: .locker, coordinate: plaza),
///   hours: WorkingCalendar(wholeDays: Set(Weekday.allCases), holidays: nil),
///   compartments: [.init(count: 12, volume: .litres(15)), .init(count: 4, volume: .litres(60), weight: .kilograms(20))],
///   pickupDays: 3)
/// ```
public struct Locker: Hashable, Sendable {
  /// Compartments of one size.
  public struct Compartment: Hashable, Sendable {
    /// How many there are, 1 to 10,000.
    public let count: Int
    /// The largest parcel that fits.
    public let volume: Volume
    /// The heaviest parcel that may lie there, or `nil` for no limit.
    public let weight: Weight?

    /// Compartments of one size.
    public init(count: Int, volume: Volume, weight: Weight? = nil) {
      self.count = count
      self.volume = volume
      self.weight = weight
    }
  }

  public let node: Node
  /// When customers can fetch parcels, on the clock of the network.
  public let hours: WorkingCalendar
  /// By size, the smallest first.
  public let compartments: [Compartment]
  /// How many days a parcel may lie there, the day from which it can be fetched included; 1 to 30.
  public let pickupDays: Int
  /// The services that bring parcels there, of those whose role is ``ShippingService/Role/transfer`` or
  /// ``ShippingService/Role/lockerCarrier``; `nil` for all of them.
  public let services: Set<ID<DeliveryService>>?

  /// A locker. A ``Network`` checks it.
  public init(
    node: Node, hours: WorkingCalendar, compartments: [Compartment], pickupDays: Int, services: Set<ID<DeliveryService>>? = nil
  ) {
    self.node = node
    self.hours = hours
    self.compartments = compartments
    self.pickupDays = pickupDays
    self.services = services
  }
}

extension Locker {
  /// The sizes in which a parcel fits, the smallest first.
  func sizes(for weight: Weight, _ volume: Volume) -> [Int] {
    compartments.indices.filter { volume <= compartments[$0].volume && compartments[$0].weight.map { weight <= $0 } ?? true }
  }

  var pickupPoint: PickupPoint { PickupPoint(name: node.name, hours: hours) }

  /// Whether a service brings parcels there.
  func isServed(by service: ShippingService) -> Bool {
    (service.role == .transfer || service.role == .lockerCarrier) && services?.contains(service.id) ?? true
  }
}

/// The compartment that is kept for a parcel, and for how long.
public struct LockerStay: Hashable, Sendable {
  /// The number of its size in ``Locker/compartments``.
  public let compartment: Int
  /// The day on which the parcel comes.
  public let from: LocalDate
  /// The last day on which it may be fetched; once it was, the day on which it was.
  public internal(set) var through: LocalDate

  init(_ promise: DeliveryPromise, in locker: Locker, compartment: Int) {
    self.compartment = compartment
    from = promise.arrivesOn
    through = promise.deliveryDate.adding(days: locker.pickupDays - 1)
  }

  /// The days on which the compartment is taken; none of a parcel that was fetched before the day on which it was to come.
  var days: some Sequence<LocalDate> { (0..<max(0, from.days(until: through) + 1)).lazy.map { [from] in from.adding(days: $0) } }
}
