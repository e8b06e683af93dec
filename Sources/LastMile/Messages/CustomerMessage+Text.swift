import Logistics
import Promising

extension CustomerMessage {
  /// The message as it is sent: whole sentences, the same on every machine.
  public func text(in language: Language) -> String {
    sentences(in: language).map { $0.text(in: language) }.joined(separator: " ")
  }

  /// The sentences of the catalogue that it is made of, with what fills them. Only a holiday's name depends on the language: where
  /// it has none it is not named.
  func sentences(in language: Language) -> [MessageSentence] {
    switch self {
    case .promised(let day, let hours, let place, let probability):
      [.promise(day, hours, place)] + MessageSentence.stay(place)
        + (probability.map { [MessageSentence(.probability, [.percent: .percent($0)])] } ?? [])

    case .afterCutOff(let placed, let cutOff, let site):
      [.init(.afterCutOff, [.placed: .moment(placed), .cutOff: .time(cutOff), .site: .text(site)])]
    case .outsideHours(let placed, let opens, let site):
      [.init(.outsideHours, [.placed: .moment(placed), .opens: .moment(opens), .site: .text(site)])]
    case .waits(let parcels, let begins, let site):
      [.init(.waits, [.count: .count(parcels), .moment: .moment(begins), .site: .text(site)])]
    case .siteClosed(let first, let last, let cause, let site):
      [.closed(.siteClosed, .siteHoliday, .siteNamedHoliday, [.days: .days(first, last), .site: .text(site)], cause, language)]
    case .prepared(let from, let until, let site): [.prepared(from, until, site)]
    case .missedDeparture(let ready, let last):
      [.init(.missedDeparture, [.ready: .moment(ready), .last: .time(last)])]
    case .transportRests(let first, let last, let cause):
      [.closed(.transportRests, .transportHoliday, .transportNamedHoliday, [.days: .days(first, last)], cause, language)]
    case .noCollection(let first, let last, let site):
      [.init(.noCollection, [.days: .days(first, last), .site: .text(site)])]
    case .departs(let moment): [.init(.departs, [.moment: .moment(moment)])]
    case .underWay(let days, let arrives):
      [days > 0 ? .init(.underWay, [.count: .count(days), .day: .day(arrives)]) : .init(.sameDay, [.day: .day(arrives)])]
    case .noDelivery(let day): [.init(.noDelivery, [.day: .day(day)])]
    case .deliveryHoursOver(let day): [.init(.deliveryHoursOver, [.day: .day(day)])]
    case .collectable(let moment, let site): [.init(.collectable, [.moment: .moment(moment), .site: .text(site)])]
    case .deliveredOn(let day): [.init(.deliveredOn, [.day: .day(day)])]

    case .productUnknown: [.init(.productUnknown)]
    case .noPickup(let store): [store.map { .init(.noPickup, [.site: .text($0)]) } ?? .init(.noPickupThere)]
    case .notServed: [.init(.notServed)]
    case .tooLargeForLocker(let locker): [.init(.tooLargeForLocker, [.site: .text(locker)])]
    case .lockerFull(let locker): [.init(.lockerFull, [.site: .text(locker)])]
    case .shortOfStock(let product, let left): [.units(left, of: product, .fewLeft, none: .noneLeft)]
    case .restricted(let product, let left): [.units(left, of: product, .fewAllowed, none: .noneAllowed)]
    case .tooManyParcels: [.init(.tooManyParcels)]
    case .cannotShip: [.init(.cannotShip)]
    case .tooLarge: [.init(.tooLarge)]
    case .alreadyConfirmed: [.init(.alreadyConfirmed)]
    case .outrun: [.init(.outrun)]
    case .quoteEnded(let moment): [.init(.quoteEnded, [.moment: .moment(moment)])]
    case .quoteInvalid: [.init(.quoteInvalid)]
    case .quoteWithdrawn: [.init(.quoteWithdrawn)]

    case .confirmed(let order, let day, let hours, let place):
      [.init(.confirmed, [.order: .text(order)]), .promise(day, hours, place)] + MessageSentence.stay(place)
    case .delayed(let products, let old, let new, let place, let setback):
      MessageSentence.setback(setback) + [.delayed(products, old, new, place)] + MessageSentence.stay(place)
        + [.init(.sorryForDelay)]
    case .refunded(let products, let amount, let setback):
      MessageSentence.setback(setback) + [.init(.notDelivered, [.products: .products(products)]), .refund(amount)]
    case .cancelled(let order, let amount, let setback):
      MessageSentence.setback(setback) + [.init(.cancelled, [.order: .text(order)]), .refund(amount)]
    case .dayUnknown(let products, let was, let place, let setback):
      MessageSentence.setback(setback) + [.dayUnknown(products, was, place), .init(.tellDay)]
    case .mayWithdraw(let order): [.init(.mayWithdraw, [.order: .text(order)])]
    case .readyForPickup(let order, let store, let day):
      [.init(.readyForPickup, [.order: .text(order), .site: .text(store), .day: .day(day)])]
    case .readyInLocker(let order, let locker, let day):
      [.init(.readyInLocker, [.order: .text(order), .site: .text(locker), .day: .day(day)])]
    case .onItsWay(let order, let day, let hours):
      [.init(.onItsWay, [.order: .text(order)]), .promise(day, hours, .door)]
    case .delivered(let order, let moment): [.init(.delivered, [.order: .text(order), .moment: .moment(moment)])]
    case .partDelivered(let products, let day, let place):
      [.init(place == .door ? .partDelivered : .partCollected, [.products: .products(products), .day: .day(day)])]

    case .right(let news): [.right(news)]
    case .returned(let products, let news): MessageSentence.returned(products, news)
    case .returnNext(let products, let pending): MessageSentence.pending(products, pending)
    }
  }
}
