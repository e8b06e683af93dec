import Logistics
import Promising

/// Something that fills a place in a text.
enum MessageValue: Hashable {
  case text(String)
  case count(Int)
  case day(LocalDate)
  case time(LocalTime)
  case moment(WallTime)
  /// Consecutive days, both included.
  case days(LocalDate, LocalDate)
  case products([ProductUnits])
  /// A probability, 0 to 1.
  case percent(Double)
  case money(Money)

  /// The forms that it has.
  var forms: Set<WordForm> {
    switch self {
    case .day: [.plain, .on, .of, .to]
    case .time: [.plain, .at, .the, .of]
    case .moment: [.plain, .on, .of]
    case .text, .count, .days, .products, .percent, .money: [.plain]
    }
  }

  /// As it stands in a text.
  func written(in language: Language, _ form: WordForm = .plain) -> String {
    switch self {
    case .text(let text): text
    case .count(let count): language.number(count)
    case .day(let day): language.day(day, form)
    case .time(let time): language.time(time, form)
    case .moment(let moment): language.moment(moment, form)
    case .days(let first, let last): language.days(first, last)
    case .products(let products): language.products(products)
    case .percent(let probability): language.percent(probability)
    case .money(let money): language.money(money)
    }
  }
}
