@testable import LastMile

/// What is told of rights and returns, with every branch that its text has.
extension MessageSamples {
  static let far = LocalDate("2027-06-03")!

  static let rights: [CustomerMessage] = rightNews.map(CustomerMessage.right)

  private static let rightNews: [RightNews] =
    ConsumerRight.allCases.flatMap { right -> [RightNews] in
      [
        .open(right, product: "Polera", until: far), .begins(right, product: "Polera"), .ended(right, product: "Polera", on: far),
        .none(right, product: "Polera"), .unknown(right, product: "Polera"),
      ]
    } + [
      .openWithoutEnd(product: "Polera"), .boughtInShop(product: "Polera"), .uninformed(until: far), .prolonged(.months(12)),
      .prolonged(.months(1)), .shopRule("Sesenta días", until: far), .repairFirst, .notCured, .wayOut(whole: true),
      .wayOut(whole: false), .refundBy(tuesday), .unsure, .excluded(product: "Polera", [.hygiene, .opened]),
    ] + ItemTrait.allCases.map { .excluded(product: "Polera", [$0]) }
    + [.delivery, .lastDelivery, .contract, .discovery, .replacement].flatMap { start -> [RightNews] in
      [.days(1), .days(10), .businessDays(1), .businessDays(5), .months(1), .months(6)]
        .map { .counted($0, from: start, on: monday) }
    } + [0, 1, 2].map { .paused(days: $0) } + Remedy.allCases.map { .remedies([$0]) } + [.remedies(Remedy.allCases)]
    + FreightPayer.allCases.map { .wayBack($0) } + RefundCondition.allCases.map { .refundWaits($0) }
    + Entitlement.Part.allCases.map { .unsureAbout([$0]) } + [.unsureAbout(Entitlement.Part.allCases)]

  static let findings: [InspectionFinding] = [
    .notOfThisOrder, .serialDiffers(found: "SN-2"), .partsMissing("cable."), .partsMissing(" "), .damagedByUse("quemado"),
    .damagedInTransit("caja  rota"), .faultConfirmed("no enciende"), .noFaultFound, .sealBroken,
  ]

  static let returns: [CustomerMessage] = (news + moneyNews).flatMap { news in
    [shirts, [ProductUnits("Jeans")], []].map { .returned($0, news) }
  }

  private static let news: [ReturnNews] =
    [
      .requested(number: "rma-1"), .unannounced, .authorised, .refused(.noRight("internal")), .refused(.tooLate),
      .refused(.excluded("internal")), .refused(.limits), .appealed, .reopened, .withdrawn, .expired,
      .label(carrier: "Correos", tracking: "CL-9"), .pickup(from: opens, until: moment("2026-11-24T11:00")),
      .pickup(from: placed, until: opens), .handIn(site: "Tienda Sur"), .handIn(site: nil), .underWay, .pickedUp, .lost,
      .lostOnWayBack, .found, .received(site: "Tienda Sur"), .received(site: nil), .matched(order: "A-17"), .notOfOrder,
      .reinspected, .repairStarted, .repairFinished, .repairFailed, .sentBack, .handedBack, .notTaken, .kept,
    ]
    + ReturnInspection.Verdict.allCases.flatMap { verdict in
      [.inspected(verdict, []), .inspected(verdict, findings)]
    }

  private static let moneyNews: [ReturnNews] = {
    let amount = Money(29_990, .clp)
    return [
      .declined, .reconsidered, .paid(amount, .original), .paid(amount, .storeCredit), .owed, .ordered(order: "A-18"),
      .differencePaid(amount), .differenceReturned(amount), .replaced, .paymentFailed(amount), .replacementFailed,
      .charged(amount, wasRejected: true), .charged(amount, wasRejected: false), .settled(amount), .settled(nil),
      .granted(.refund(.original), new: nil), .granted(.refund(.storeCredit), new: nil),
      .granted(.replacement(inAdvance: false), new: nil), .granted(.replacement(inAdvance: true), new: nil),
      .granted(.exchange(for: "x"), new: "Botas"), .granted(.exchange(for: "x"), new: nil), .granted(.repair, new: nil),
      .granted(.priceReduction(.original), new: nil), .granted(.priceReduction(.storeCredit), new: nil),
    ]
  }()

  static let pending: [CustomerMessage] =
    ([
      .decision, .handover(by: placed), .handover(by: nil), .pickup(from: placed, until: opens), .arrival, .inspection,
      .refund(by: tuesday, after: nil),
      .newOrder("A-18"), .repair, .payment, .oldGoods(by: placed), .wayBack,
    ]
    + ReleaseTrigger.allCases.flatMap { trigger -> [ReturnPending] in
      [.refund(by: tuesday, after: trigger), .refund(by: nil, after: trigger), .replacement(after: trigger)]
    }).map { .returnNext(shirts, $0) }
}
