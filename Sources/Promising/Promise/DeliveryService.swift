public import Logistics

/// A way in which parcels come from a node to a customer.
public struct DeliveryService: Hashable, Sendable {
  /// Who brings the parcel over the last mile.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A vehicle of the house, whose routes LastMile plans.
    case ownVan
    /// Somebody else.
    case carrier
    /// The customer, who fetches it at the node.
    case storePickup
  }

  /// The service's name.
  public let id: ID<DeliveryService>
  /// Who brings the parcels.
  public let kind: Kind
  /// When its vehicles drive: parcels leave within these hours on the node's clock, transit counts these days, and parcels are
  /// delivered on these days. For a pickup, when the node hands parcels to customers.
  public let calendar: WorkingCalendar
  /// The weekdays on which it delivers, of those on which it drives.
  public let deliveryWeekdays: Set<Weekday>
  /// How long it is under way to each area that it serves; an area that is missing is not served. Empty for a pickup.
  public let transit: [ID<TransitZone>: Transit]
  /// The last moment of a day on the node's clock, included, at which parcels must be ready to leave that day; `nil` if they may
  /// leave as long as its vehicles drive.
  public let departureCut: LocalTime?
  /// When it collects at nodes, on the node's clock, ascending: parcels leave at these times alone, and on a weekday that is missing not
  /// at all. At a node that is missing here they leave whenever its vehicles drive.
  ///
  /// A collection takes place on days on which the node works, within the hours of ``calendar``, both ends included. Where the clock is
  /// turned forward over its time it takes place right then; where the clock shows its time twice, the first time.
  public let collections: [ID<Node>: [Weekday: [LocalTime]]]
  /// The hours of a day within which it delivers, on the clock of the destination; `nil` is the whole day.
  public let window: OpeningHours?
  /// Where customers fetch what it brings; `nil` if it brings it to them.
  package internal(set) var pickupPoint: PickupPoint?

  /// A service that brings parcels.
  ///
  /// - Throws: `InvalidInput` with every area whose transit is not 0 to 365 days, every node at which it collects at no time or at the
  ///   end of a day, if it delivers on no weekday, and if it is a pickup: that is ``storePickup(id:handsOver:)``.
  public init(
    id: ID<DeliveryService>, kind: Kind, calendar: WorkingCalendar, deliveryWeekdays: Set<Weekday> = Set(Weekday.allCases),
    transit: [ID<TransitZone>: Transit], departureCut: LocalTime? = nil,
    collections: [ID<Node>: [Weekday: [LocalTime]]] = [:], window: OpeningHours? = nil
  ) throws(InvalidInput) {
    var faults = FaultList()
    faults.check(kind != .storePickup, at: "kind", found: "storePickup", expected: "ownVan or carrier")
    faults.check(!deliveryWeekdays.isEmpty, at: "deliveryWeekdays", found: "none", expected: "at least one weekday")
    for (zone, transit) in transit.sorted(by: { $0.key < $1.key }) {
      faults.check(
        (0...365).contains(transit.days), at: "transit.\(zone)", found: "\(transit.days) days", expected: "0 to 365 days")
    }
    for (node, week) in collections.sorted(by: { $0.key < $1.key }) {
      let place = "collections.\(node)"
      faults.check(week.values.contains { !$0.isEmpty }, at: place, found: "no time", expected: "at least one time of the week")
      for (day, times) in week.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where times.contains(.endOfDay) {
        faults.add(at: "\(place).\(day.abbreviation)", found: "24:00", expected: "00:00 on the next day")
      }
    }
    try faults.throwIfAny("delivery service \(id)")
    self.init(
      id: id, kind: kind, calendar: calendar, deliveryWeekdays: deliveryWeekdays, transit: transit,
      departureCut: departureCut, collections: collections.mapValues { $0.mapValues { $0.sorted() } }, deliveryHours: window)
  }

  /// A service by which customers fetch their parcels at the node that prepared them.
  public static func storePickup(id: ID<DeliveryService>, handsOver calendar: WorkingCalendar) -> DeliveryService {
    DeliveryService(
      id: id, kind: .storePickup, calendar: calendar, deliveryWeekdays: Set(Weekday.allCases), transit: [:],
      departureCut: nil, collections: [:], deliveryHours: nil)
  }

  /// The same service, bringing parcels to a place where customers fetch them: what is promised is when they can.
  ///
  /// A service with hours has brought them when its hours end; from then on they can be fetched. Of one without only the day is
  /// promised, unless the place is closed on it.
  package func bringing(to point: PickupPoint) -> DeliveryService {
    var service = self
    service.pickupPoint = point
    return service
  }

  private init(
    id: ID<DeliveryService>, kind: Kind, calendar: WorkingCalendar, deliveryWeekdays: Set<Weekday>,
    transit: [ID<TransitZone>: Transit], departureCut: LocalTime?,
    collections: [ID<Node>: [Weekday: [LocalTime]]], deliveryHours: OpeningHours?
  ) {
    self.id = id
    self.kind = kind
    self.calendar = calendar
    self.deliveryWeekdays = deliveryWeekdays
    self.transit = transit
    self.departureCut = departureCut
    self.collections = collections
    self.window = deliveryHours
  }
}
