@testable import LastMile

/// Returns that together have every step there is.
enum ReturnMessageCases {
  static let start = SmallTown.instant("2026-12-04T10:00:00-03:00")

  static func item(_ sku: SKU, _ quantity: Int, tracked: Bool = false, origin: Bool = true) throws -> ReturnItem {
    try ReturnItem(
      of: origin ? ReturnOrigin(order: "o-1", line: ID(sku.text)) : nil, sku, quantity: quantity, isTrackedBySerial: tracked,
      because: .faulty, by: .goodwill)
  }

  static func event(_ name: String, at instant: Instant, _ action: ReturnAction) -> ReturnEvent {
    ReturnEvent(ID(name), at: instant, by: ReturnActor(.serviceDesk), in: "s4", action)
  }

  /// A return whose steps follow each other day by day.
  static func made(
    _ id: ID<ReturnCase>, _ items: [ReturnItem], _ steps: [ReturnAction], arrives: Bool = false
  ) throws -> ReturnCase {
    let actions = [arrives ? .arrive(items) : .request(items)] + steps
    return try ReturnCase(
      id, of: "c-1",
      replaying: actions.enumerated().map { event("\($0.offset)", at: start + .hours(24 * $0.offset), $0.element) })
  }

  static func all() throws -> [ReturnCase] { try [refund(), repair(), advance(), exchange(), unasked(), kept(), expired()] }

  private static let lot = [ReturnPart(0)]
  private static let soon = ReturnAuthorisation(basis: "internal", handOverBy: start + .hours(30), goodsBy: start + .hours(31))
  private static func paid(_ amount: Int) -> [ReturnPart] { [ReturnPart(0, amount: Money(amount, .clp))] }

  private static func refund() throws -> ReturnCase {
    let window = TimeWindow(opens: start + .hours(29), closes: start + .hours(30))!
    return try made(
      "rma-1", [item("shirt", 1, tracked: true)],
      [
        .identify([ReturnPart(0, told: ["SN-1"])]), .refuse(lot, .noRight("internal")), .appeal(lot),
        .authorise(lot, soon), .grant(lot, .refund(.original), after: .onHandover), .arrange(lot, .store("s4")),
        .arrange(lot, .label(carrier: "Correos", tracking: "CL-9")), .arrange(lot, .pickup(window)), .handOver(lot), .lose(lot),
        .find(lot), .receive(lot), .inspect(lot, ReturnInspection(.d, .reject, findings: [.damagedByUse("quemado")])),
        .reinspect(lot), .inspect(lot, ReturnInspection(.b, .accept)), .dispose(lot, .restock), .process(lot),
        .pay(paid(15_000)), .fail(paid(15_000)), .pay(paid(15_000)), .reinspect(lot),
      ])
  }

  private static func repair() throws -> ReturnCase {
    try made(
      "rma-2", [item("shoes", 1)],
      [
        .withdraw(lot), .reopen(lot), .authorise(lot, ReturnAuthorisation(basis: "internal")),
        .grant(lot, .repair, after: .onInspection), .arrange(lot, .dropOff(at: "nowhere")), .handOver(lot), .receive(lot),
        .inspect(lot, ReturnInspection(.d, .accept)), .startRepair(lot), .condemn(lot), .startRepair(lot), .finishRepair(lot),
        .sendBack(lot), .lose(lot), .find(lot), .handBack(lot), .finish(lot),
      ])
  }

  private static func advance() throws -> ReturnCase {
    try made(
      "rma-3", [item("shoes", 1)],
      [
        .authorise(lot, soon), .grant(lot, .replacement(inAdvance: true), after: .atOnce), .advance(lot, "o-2"), .deliver(lot),
        .charge(paid(40_000)), .receive(lot), .settle(paid(40_000)),
      ])
  }

  private static func exchange() throws -> ReturnCase {
    try made(
      "rma-4", [item("shirt", 2)],
      [
        .authorise(lot, soon), .grant(lot, .exchange(for: "shoes"), after: .onReceipt), .reconsider(lot),
        .decline(lot, because: "internal"),
        .reconsider(lot), .grant(lot, .exchange(for: "shoes"), after: .onReceipt), .receive(lot), .owe(lot),
        .order(paid(10_000), "o-3", difference: .customer), .fail(paid(10_000)), .order(lot, "o-4", difference: nil),
        .deliver(lot),
      ])
  }

  private static func unasked() throws -> ReturnCase {
    try made(
      "rma-5", [item("shirt", 1, origin: false)],
      [
        .setApart(lot), .match(lot, to: ReturnOrigin(order: "o-1", line: "shirt"), sku: "shirt", isTrackedBySerial: false),
        .inspect(lot, ReturnInspection(.c, .reject)), .sendBack(lot), .abandon(lot), .handBack(lot),
      ], arrives: true)
  }

  private static func kept() throws -> ReturnCase {
    try made(
      "rma-6", [item("shirt", 2)],
      [
        .authorise(lot, soon), .keep(lot, basis: "internal"), .grant(lot, .priceReduction(.storeCredit), after: .atOnce),
        .pay(paid(3_000)),
      ])
  }

  private static func expired() throws -> ReturnCase {
    try made("rma-7", [item("shirt", 1)], [.authorise(lot, soon), .expire(lot), .reopen(lot)])
  }

  /// The name of a step. A new one does not compile before it is here.
  static func name(_ action: ReturnAction) -> String {
    switch action {
    case .request: "request"
    case .arrive: "arrive"
    case .identify: "identify"
    case .match: "match"
    case .inspect: "inspect"
    case .authorise, .refuse, .appeal, .reopen, .withdraw, .expire, .arrange, .handOver, .lose, .find, .receive, .setApart,
      .reinspect, .startRepair, .finishRepair, .condemn, .dispose, .process, .sendBack, .handBack, .abandon, .keep, .grant,
      .decline,
      .reconsider, .pay, .owe, .order, .advance, .deliver, .fail, .charge, .settle, .finish:
      action.step?.name ?? ""
    }
  }

  /// All names.
  static let names =
    ["request", "arrive", "identify", "inspect"]
    + GoodsStep.allCases.filter { $0 != .accept && $0 != .reject }.map(\.rawValue) + RemedyStep.allCases.map(\.rawValue)
}
