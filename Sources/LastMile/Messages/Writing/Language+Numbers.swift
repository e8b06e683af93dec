import Logistics

/// Numbers, money and lists as people write them.
extension Language {
  /// A whole number in groups of three: "3.990" in Spanish and Portuguese, "3,990" in English.
  func number(_ value: Int) -> String { (value < 0 ? "-" : "") + grouped(String(value.magnitude)) }

  /// A probability from 0 to 1 in whole percent, and 100 only if it is certain.
  func percent(_ probability: Double) -> String {
    let share = probability > 0 ? min(probability, 1) : 0  // what is no number is no chance
    let percent = share < 1 ? min(99, Int((share * 100).rounded())) : 100
    return self == .es ? "\(percent)\u{a0}%" : "\(percent)%"
  }

  /// Money with the sign by which the readers of the language know it, or else its code: "$ 3.990", "CLP 3,990", "€ 3,99". Its spaces
  /// do not break.
  func money(_ money: Money) -> String {
    var digits = String(money.amount.magnitude)
    let decimals = money.currency.decimals
    while digits.utf8.count <= decimals { digits = "0" + digits }
    var amount = grouped(String(digits.dropLast(decimals)))
    if decimals > 0 { amount += (self == .en ? "." : ",") + digits.suffix(decimals) }
    let minus = money.amount < 0 ? "-" : ""
    return switch (money.currency.code, self) {
    case ("EUR", .es): "\(minus)\(amount)\u{a0}€"
    case ("EUR", .en): "\(minus)€\(amount)"
    case ("USD", .en): "\(minus)$\(amount)"
    case ("GBP", .en): "\(minus)£\(amount)"
    default: "\(minus)\(sign(of: money.currency))\u{a0}\(amount)"
    }
  }

  private func sign(of currency: Currency) -> String {
    switch (currency.code, self) {
    // Each is "$" at home, and a shop has one currency.
    case ("CLP", .es), ("ARS", .es), ("COP", .es), ("UYU", .es): "$"
    case ("USD", .es), ("USD", .pt): "US$"
    case ("BRL", _): "R$"
    case ("EUR", .pt): "€"
    default: currency.code
    }
  }

  /// Products with more than one unit as "2 × Polera": "2 × Polera, Jeans y Zapatillas". No products are a part of the order.
  func products(_ products: [ProductUnits]) -> String {
    let names = products.map { $0.quantity == 1 ? $0.name : "\(number($0.quantity)) × \($0.name)" }
    return names.isEmpty ? MessageSentence(.partOfOrder).text(in: self) : list(names, .and)
  }

  /// What stands before the last of several things.
  enum Joint {
    case and, or
  }

  /// Things one after the other: "Polera, Jeans y Zapatillas"; nothing of no things.
  func list(_ things: [String], _ joint: Joint) -> String {
    guard let last = things.last, things.count > 1 else { return things.last ?? "" }
    return "\(things.dropLast().joined(separator: ", ")) \(word(joint, before: last)) \(last)"
  }

  private func word(_ joint: Joint, before word: String) -> String {
    switch (joint, self) {
    case (.and, .es): soundsLikeI(word) ? "e" : "y"
    case (.and, .en): "and"
    case (.and, .pt): "e"
    // Only remedies are joined so, and no word for one begins with an "o", before which Spanish says "u".
    case (.or, .es): "o"
    case (.or, .en): "or"
    case (.or, .pt): "ou"
    }
  }

  /// Whether a Spanish word begins with the sound of "y": "aguja e hilo", but "agua y hielo".
  private func soundsLikeI(_ word: String) -> Bool {
    let start = Array(word.lowercased().prefix(3))
    let vowels = start.first == "h" ? start.dropFirst() : start[...]
    guard let first = vowels.first, first == "i" || first == "í" else { return false }
    // "hielo", "iones", "iOS": there the i is a glide, or a name of its own.
    guard first == "i", let next = vowels.dropFirst().first else { return true }
    return !"aeoáéó".contains(next)
  }

  private func grouped(_ digits: String) -> String {
    var groups: [Substring] = []
    var rest = digits[...]
    while rest.utf8.count > 3 {
      groups.append(rest.suffix(3))
      rest = rest.dropLast(3)
    }
    groups.append(rest)
    return groups.reversed().joined(separator: self == .en ? "," : ".")
  }
}
