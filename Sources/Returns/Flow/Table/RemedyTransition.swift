/// A row of the table of what may happen to remedies.
public struct RemedyTransition: Hashable, Sendable {
  public let from: RemedyState
  public let step: RemedyStep
  public let to: RemedyState
  /// The remedies that the row holds for.
  public let kinds: [ReturnRemedy.Kind]

  private init(_ from: RemedyState, _ step: RemedyStep, _ to: RemedyState, _ kinds: [ReturnRemedy.Kind]) {
    self.from = from
    self.step = step
    self.to = to
    self.kinds = kinds
  }

  private static let any = ReturnRemedy.Kind.allCases
  private static let goods: [ReturnRemedy.Kind] = [.replacement, .advanceReplacement, .exchange]

  /// Everything that may happen. The machine, the documentation and the tests read this and know no other.
  public static let table: [RemedyTransition] = [
    .init(.undecided, .grant, .granted, any),
    .init(.undecided, .decline, .declined, any),
    .init(.declined, .reconsider, .undecided, any),
    .init(.granted, .decline, .declined, any),
    .init(.granted, .reconsider, .undecided, any),
    .init(.granted, .pay, .fulfilled, [.refund, .priceReduction]),
    .init(.granted, .owe, .awaitingPayment, [.exchange]),
    .init(.granted, .order, .ordered, [.replacement, .exchange]),
    .init(.granted, .advance, .advanced, [.advanceReplacement]),
    .init(.granted, .finish, .fulfilled, [.repair]),
    .init(.awaitingPayment, .order, .ordered, [.exchange]),
    .init(.awaitingPayment, .reconsider, .undecided, [.exchange]),
    .init(.ordered, .deliver, .fulfilled, goods),
    .init(.ordered, .fail, .granted, goods),
    .init(.advanced, .deliver, .outstanding, [.advanceReplacement]),
    .init(.advanced, .settle, .ordered, [.advanceReplacement]),
    .init(.advanced, .fail, .granted, [.advanceReplacement]),
    .init(.outstanding, .settle, .fulfilled, [.advanceReplacement]),
    .init(.outstanding, .charge, .charged, [.advanceReplacement]),
    .init(.outstanding, .fail, .granted, [.advanceReplacement]),
    .init(.charged, .settle, .fulfilled, [.refund, .advanceReplacement]),
    .init(.fulfilled, .charge, .charged, [.refund, .advanceReplacement]),
    .init(.fulfilled, .fail, .granted, any),
    // A second payment, as of freight that was forgotten. Nothing else may take the place of a refund that was paid: it has to
    // come back first.
    .init(.fulfilled, .pay, .fulfilled, [.refund, .priceReduction]),
    .init(.fulfilled, .reconsider, .undecided, [.repair, .priceReduction]),
  ]
}

extension RemedyState {
  private struct Key: Hashable {
    let from: RemedyState
    let step: RemedyStep
  }

  private static let next = Dictionary(
    uniqueKeysWithValues: RemedyTransition.table.map { (Key(from: $0.from, step: $0.step), $0) })

  /// The state after a step of a remedy, or `nil` if the step is not possible here. Constant time.
  ///
  /// - Parameter kind: What the customer gets; `nil` while nothing is decided.
  public func after(_ step: RemedyStep, of kind: ReturnRemedy.Kind?) -> RemedyState? {
    guard let row = Self.next[Key(from: self, step: step)] else { return nil }
    return kind.map(row.kinds.contains) ?? true ? row.to : nil
  }

  /// The steps that are possible here for a remedy, in the order of ``RemedyStep``.
  public func steps(of kind: ReturnRemedy.Kind?) -> [RemedyStep] {
    RemedyStep.allCases.filter { after($0, of: kind) != nil }
  }
}
