import Logistics
import Promising
import Returns

/// Something that fills a place in a text.
enum MessageValue: Hashable {
  case text(String)
  case count(Int)
  case day(LocalDate)
  /// A day with its year, as it may be years away.
  case date(LocalDate)
  case time(LocalTime)
  case moment(WallTime)
  /// Consecutive days, both included.
  case days(LocalDate, LocalDate)
  case products([ProductUnits])
  /// A probability, 0 to 1.
  case percent(Double)
  case money(Money)
  case period(LegalPeriod)
  case remedies([Remedy])
  case traits([ItemTrait])
  case parts([Entitlement.Part])

  /// The forms that it has.
  var forms: Set<WordForm> {
    switch self {
    case .day, .date: [.plain, .on, .of, .to]
    case .time: [.plain, .at, .the, .of]
    case .moment: [.plain, .on, .of]
    case .text, .count, .days, .products, .percent, .money, .period, .remedies, .traits, .parts: [.plain]
    }
  }

  /// As it stands in a text.
  func written(in language: Language, _ form: WordForm = .plain) -> String {
    switch self {
    case .text(let text): text
    case .count(let count): language.number(count)
    case .day(let day): language.day(day, form)
    case .date(let day): language.date(day, form)
    case .time(let time): language.time(time, form)
    case .moment(let moment): language.moment(moment, form)
    case .days(let first, let last): language.days(first, last)
    case .products(let products): language.products(products)
    case .percent(let probability): language.percent(probability)
    case .money(let money): language.money(money)
    case .period(let period): language.period(period)
    case .remedies(let remedies): language.list(remedies.map(language.remedy), .or)
    case .traits(let traits): language.list(traits.map(language.trait), .and)
    case .parts(let parts): language.list(parts.map(language.part), .and)
    }
  }
}
