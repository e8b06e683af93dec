public import Logistics

/// Whether goods may come back, by which right, and until when.
public enum ReturnDecision: Hashable, Sendable {
  /// They may: the rule that lets them, and its last day.
  case authorized(LegalRule, until: LocalDate)
  /// The rule would have let them, but its last day has passed.
  case tooLate(LegalRule, until: LocalDate)
  /// No rule of the country that is known here fits; what the law itself says was not judged.
  case noKnownRule(country: String, right: ConsumerRight)

  /// Judges a request by the law of a country.
  ///
  /// Who changed their mind withdraws; what is faulty or not what was ordered falls under the legal guarantee.
  ///
  /// - Parameters:
  ///   - reason: Why the goods come back.
  ///   - delivery: The day on which they were handed over.
  ///   - request: The day on which the customer said so.
  ///   - country: The country whose law holds, by its ISO 3166 code.
  ///   - rules: The rules to judge by.
  public init(
    for reason: ReturnReason, deliveredOn delivery: LocalDate, requestedOn request: LocalDate, in country: String,
    by rules: [LegalRule] = LegalRule.known
  ) {
    let right: ConsumerRight = reason == .changedMind ? .withdrawal : .legalGuarantee
    let fitting = rules.filter { $0.country == country && $0.right == right && $0.since <= delivery }
    guard let rule = fitting.max(by: { $0.since < $1.since }) else {
      self = .noKnownRule(country: country, right: right)
      return
    }
    let last = rule.lastDay(deliveredOn: delivery)
    self = request <= last ? .authorized(rule, until: last) : .tooLate(rule, until: last)
  }

  /// Whether the goods may come back.
  public var isAuthorized: Bool {
    if case .authorized = self { true } else { false }
  }
}

extension ReturnDecision: CustomStringConvertible {
  /// An English sentence without its full stop.
  public var description: String {
    switch self {
    case .authorized(let rule, let day): "\(name(rule.right)) until \(day) (\(rule.basis))"
    case .tooLate(let rule, let day): "\(name(rule.right)) ended on \(day) (\(rule.basis))"
    case .noKnownRule(let country, let right): "no rule of \(country) on \(name(right)) is known"
    }
  }

  private func name(_ right: ConsumerRight) -> String {
    switch right {
    case .withdrawal: "withdrawal"
    case .legalGuarantee: "legal guarantee"
    }
  }
}
