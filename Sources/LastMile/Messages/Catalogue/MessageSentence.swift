import Logistics
import Promising

/// A sentence of the catalogue and what fills it.
struct MessageSentence: Hashable {
  let key: MessageKey
  let values: [MessageSlot: MessageValue]

  init(_ key: MessageKey, _ values: [MessageSlot: MessageValue] = [:]) {
    self.key = key
    self.values = values
  }

  func text(in language: Language) -> String {
    MessageCatalogue.texts(of: key)[language].template(for: count, in: language).filled(with: values, in: language)
  }

  /// The number by which its form is chosen.
  var count: Int? {
    if case .count(let count) = values[.count] { count } else { nil }
  }
}

extension MessageSentence {
  static func promise(_ day: LocalDate, _ hours: OpeningHours?, _ place: HandoverPlace) -> MessageSentence {
    var values: [MessageSlot: MessageValue] = [.day: .day(day)]
    if let hours {
      values[.from] = .time(hours.from)
      values[.until] = .time(hours.until)
    }
    switch place {
    case .door: return MessageSentence(hours == nil ? .arrives : .arrivesWithin, values)
    case .store(let name):
      values[.site] = .text(name)
      return MessageSentence(hours == nil ? .pickup : .pickupWithin, values)
    case .locker(let name, _):
      // Until when is a matter of the days it lies there, not of the hours of the first.
      values[.site] = .text(name)
      values[.until] = nil
      return MessageSentence(hours == nil ? .lockerPickup : .lockerPickupFrom, values)
    }
  }

  /// Until when it lies where the customer gets it, if there is an end to that.
  static func stay(_ place: HandoverPlace) -> [MessageSentence] {
    guard case .locker(_, .some(let until)) = place else { return [] }
    return [.init(.lockerUntil, [.day: .day(until)])]
  }

  static func prepared(_ from: WallTime, _ until: WallTime, _ site: String) -> MessageSentence {
    if from.date != until.date {
      return .init(.prepared, [.from: .moment(from), .until: .moment(until), .site: .text(site)])
    }
    // Nobody takes less than a minute, but some shops say so.
    if from.time.secondOfDay / 60 == until.time.secondOfDay / 60 {
      return .init(.preparedAtOnce, [.day: .day(from.date), .site: .text(site)])
    }
    return .init(
      .preparedWithin, [.day: .day(from.date), .from: .time(from.time), .until: .time(until.time), .site: .text(site)])
  }

  /// A sentence about closed days, in one of three ways: without a word why, as a holiday, as a holiday with a name.
  static func closed(
    _ usual: MessageKey, _ holiday: MessageKey, _ named: MessageKey, _ values: [MessageSlot: MessageValue],
    _ cause: ClosingCause, _ language: Language
  ) -> MessageSentence {
    guard case .holiday(let names) = cause else { return .init(usual, values) }
    guard let name = names[language] else { return .init(holiday, values) }
    return .init(named, values.merging([.holiday: .text(name)]) { $1 })
  }

  static func units(_ count: Int, of product: String, _ some: MessageKey, none: MessageKey) -> MessageSentence {
    count > 0 ? .init(some, [.count: .count(count), .product: .text(product)]) : .init(none, [.product: .text(product)])
  }

  static func delayed(
    _ products: [ProductUnits], _ old: LocalDate, _ new: LocalDate, _ place: HandoverPlace
  ) -> MessageSentence {
    var values: [MessageSlot: MessageValue] = [.products: .products(products), .old: .day(old), .new: .day(new)]
    switch place {
    case .door: return .init(.delayed, values)
    case .store(let name):
      values[.site] = .text(name)
      return .init(.delayedPickup, values)
    case .locker(let name, _):
      values[.site] = .text(name)
      return .init(.delayedLocker, values)
    }
  }

  static func dayUnknown(_ products: [ProductUnits], _ was: LocalDate, _ place: HandoverPlace) -> MessageSentence {
    var values: [MessageSlot: MessageValue] = [.products: .products(products), .day: .day(was)]
    switch place {
    case .door: return .init(.dayUnknown, values)
    case .store(let name):
      values[.site] = .text(name)
      return .init(.dayUnknownPickup, values)
    case .locker(let name, _):
      values[.site] = .text(name)
      return .init(.dayUnknownLocker, values)
    }
  }

  static func refund(_ amount: Money?) -> MessageSentence {
    amount.map { .init(.refundOf, [.amount: .money($0)]) } ?? .init(.refund)
  }

  static func setback(_ setback: Setback?) -> [MessageSentence] {
    switch setback {
    case nil: []
    case .notFound(let products, let site): [.init(.notFound, [.products: .products(products), .site: .text(site)])]
    case .damaged(let products, let site): [.init(.damaged, [.products: .products(products), .site: .text(site)])]
    case .siteClosed(let site, let until?): [.init(.shutUntil, [.site: .text(site), .moment: .moment(until)])]
    case .siteClosed(let site, nil): [.init(.shut, [.site: .text(site)])]
    case .vehicleBrokeDown: [.init(.vehicleBrokeDown)]
    case .carrierLate: [.init(.carrierLate)]
    case .transportLate: [.init(.transportLate)]
    case .heldUp: [.init(.heldUp)]
    case .siteBehind(let site): [.init(.siteBehind, [.site: .text(site)])]
    }
  }
}
