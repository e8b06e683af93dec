@testable import LastMile

/// Every message at least once, with every branch that its text has.
enum MessageSamples {
  static let monday = LocalDate("2026-11-23")!
  static let tuesday = LocalDate("2026-11-24")!
  static let afternoon = OpeningHours("15:00-17:30")!
  static let shirts = [ProductUnits("Polera", quantity: 2), ProductUnits("Jeans")]

  static func moment(_ text: String) -> WallTime { WallTime(SmallTown.instant(text + ":00-03:00"), in: SmallTown.zone) }

  static let placed = moment("2026-11-23T14:05")
  static let opens = moment("2026-11-24T09:00")

  static let setbacks: [Setback?] = [
    nil, .notFound(shirts, site: "Tienda Sur"), .damaged(shirts, site: "Tienda Sur"), .damaged([], site: "Tienda Sur"),
    .siteClosed(site: "Tienda Sur", until: opens), .siteClosed(site: "Tienda Sur", until: nil), .vehicleBrokeDown, .carrierLate,
    .transportLate, .heldUp, .siteBehind(site: "Tienda Sur"),
  ]
  static let causes: [ClosingCause] = [
    .usual, .holiday([:]), .holiday([.es: "Navidad", .en: "Christmas Day", .pt: "Natal"]), .holiday([.en: "Christmas Day"]),
  ]
  static let places: [HandoverPlace] = [
    .door, .store("Tienda Sur"), .locker("Plaza", until: tuesday), .locker("Plaza", until: nil),
  ]

  static let all: [CustomerMessage] = promises + reasons + refusals + orders + rights + returns + pending

  static let promises: [CustomerMessage] = places.flatMap { place in
    [OpeningHours?.none, afternoon].flatMap { hours in
      [Double?.none, 0.953].map { .promised(on: monday, within: hours, place, probability: $0) }
    }
  }

  static let reasons: [CustomerMessage] =
    [
      .afterCutOff(placed: placed, cutOff: LocalTime("14:00")!, site: "Tienda Sur"),
      .outsideHours(placed: placed, opens: opens, site: "Tienda Sur"),
      .prepared(from: placed, until: opens, site: "Tienda Sur"),
      .prepared(from: opens, until: moment("2026-11-24T11:00"), site: "Tienda Sur"),
      .prepared(from: opens, until: opens, site: "Tienda Sur"),
      .missedDeparture(ready: placed, lastDeparture: LocalTime("08:00")!),
      .noCollection(from: monday, through: monday, site: "Tienda Sur"),
      .noCollection(from: monday, through: tuesday, site: "Tienda Sur"), .departs(opens), .noDelivery(on: monday),
      .deliveryHoursOver(on: monday), .collectable(from: opens, site: "Tienda Sur"),
      .deliveredOn(tuesday),
    ] + [1, 2, 12].map { .waits(behind: $0, begins: opens, site: "Tienda Sur") }
    + (0...2).map { .underWay(workingDays: $0, arrives: tuesday) }
    + causes.flatMap { cause in
      [monday, tuesday].flatMap { last -> [CustomerMessage] in
        [
          .siteClosed(from: monday, through: last, because: cause, site: "Tienda Sur"),
          .transportRests(from: monday, through: last, because: cause),
        ]
      }
    }

  static let refusals: [CustomerMessage] =
    [
      .productUnknown, .noPickup(store: "Tienda Sur"), .noPickup(store: nil), .notServed, .tooManyParcels, .cannotShip, .tooLarge,
      .alreadyConfirmed, .outrun, .quoteEnded(placed), .quoteInvalid, .quoteWithdrawn,
      .tooLargeForLocker(locker: "Plaza"), .lockerFull(locker: "Plaza"),
    ] + [0, 1, 2, 1200].flatMap { [.shortOfStock(product: "Polera", left: $0), .restricted(product: "Polera", left: $0)] }

  static let orders: [CustomerMessage] =
    [
      .onItsWay(order: "A-17", on: monday, within: afternoon), .onItsWay(order: "A-17", on: monday, within: nil),
      .readyForPickup(order: "A-17", store: "Tienda Sur", until: tuesday), .delivered(order: "A-17", at: placed),
      .mayWithdraw(order: "A-17"), .readyInLocker(order: "A-17", locker: "Plaza", until: tuesday),
    ] + places.map { .partDelivered(shirts, on: monday, $0) }
    + places.map { .confirmed(order: "A-17", on: monday, within: afternoon, $0) }
    + setbacks.flatMap { setback in
      places.flatMap { place -> [CustomerMessage] in
        [
          .delayed(shirts, from: monday, to: tuesday, place, because: setback),
          .dayUnknown(shirts, was: monday, place, because: setback),
        ]
      }
        + [Money?.none, Money(29_990, .clp)].flatMap { amount -> [CustomerMessage] in
          [
            .refunded(shirts, amount: amount, because: setback),
            .cancelled(order: "A-17", amount: amount, because: setback),
          ]
        }
    }

  /// Which message it is. A new case does not compile before it is here and, by the test that counts them, among the samples.
  static func number(of message: CustomerMessage) -> Int {
    switch message {
    case .promised: 0
    case .afterCutOff: 1
    case .outsideHours: 2
    case .siteClosed: 3
    case .prepared: 4
    case .missedDeparture: 5
    case .transportRests: 6
    case .departs: 7
    case .underWay: 8
    case .noDelivery: 9
    case .deliveryHoursOver: 10
    case .collectable: 11
    case .deliveredOn: 12
    case .productUnknown: 13
    case .noPickup: 14
    case .notServed: 15
    case .shortOfStock: 16
    case .restricted: 17
    case .tooManyParcels: 18
    case .cannotShip: 19
    case .tooLarge: 20
    case .alreadyConfirmed: 21
    case .outrun: 22
    case .quoteEnded: 23
    case .quoteInvalid: 24
    case .quoteWithdrawn: 25
    case .confirmed: 26
    case .delayed: 27
    case .refunded: 28
    case .cancelled: 29
    case .readyForPickup: 30
    case .onItsWay: 31
    case .delivered: 32
    case .dayUnknown: 33
    case .mayWithdraw: 34
    case .noCollection: 35
    case .waits: 36
    case .tooLargeForLocker: 37
    case .lockerFull: 38
    case .readyInLocker: 39
    case .partDelivered: 40
    case .right: 41
    case .returned: 42
    case .returnNext: 43
    }
  }
  static let count = 44
}
