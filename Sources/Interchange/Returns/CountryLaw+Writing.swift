import Logistics
public import Returns

/// A law in the form of its file.
public struct LawDocument: Encodable, Sendable {
  private let law: CountryLaw

  /// The document of a law.
  public init(_ law: CountryLaw) {
    self.law = law
  }

  public func encode(to encoder: any Encoder) throws {
    try JSONValue.object([
      "country": .string(law.country), "zone": .string(law.zoneName), "holidays": JSONValue(law.holidayCountry),
      "weekend": .array(law.weekend.map(\.rawValue).sorted().map { .string(Weekday(rawValue: $0)!.abbreviation) }),
      "withdrawal": .array(law.withdrawal.map(JSONValue.init)), "guarantee": .array(law.guarantee.map(JSONValue.init)),
    ]).encode(to: encoder)
  }
}

extension JSONValue {
  fileprivate init(_ text: String?) { self = text.map { .string($0) } ?? .null }

  fileprivate init<Value>(_ fact: LegalFact<Value>, _ shown: (Value) -> JSONValue) {
    self = .object(["value": shown(fact.value), "verified": .bool(fact.isVerified)])
  }

  fileprivate init<Word: RawRepresentable<String>>(_ fact: LegalFact<Word>) { self.init(fact) { .string($0.rawValue) } }

  fileprivate init(_ period: LegalPeriod) {
    self =
      switch period {
      case .days(let count): .object(["days": .integer(count)])
      case .businessDays(let count): .object(["businessDays": .integer(count)])
      case .months(let count): .object(["months": .integer(count)])
      }
  }

  fileprivate init(_ deadline: RefundDeadline) {
    self =
      switch deadline {
      case .atOnce: .string("atOnce")
      case .unstated: .string("unstated")
      case .within(let period): JSONValue(period)
      }
  }

  fileprivate init(_ traits: Set<ItemTrait>) { self = .array(traits.map(\.rawValue).sorted().map { .string($0) }) }

  fileprivate init(_ rule: WithdrawalRule) {
    self = .object([
      "since": JSONValue(rule.validity.since?.description), "through": JSONValue(rule.validity.through?.description),
      "basis": .string(rule.basis),
      "periods": .object(
        Dictionary(uniqueKeysWithValues: rule.periods.map { ($0.key.rawValue, JSONValue($0.value) { JSONValue($0) }) })),
      "start": JSONValue(rule.start),
      "uninformed": rule.uninformed.map { fact in
        JSONValue(fact) { effect in
          switch effect {
          case .instead(let period): .object(["instead": JSONValue(period)])
          case .further(let period): .object(["further": JSONValue(period)])
          }
        }
      } ?? .null,
      "exclusions": .array(
        rule.exclusions.map {
          .object([
            "traits": JSONValue($0.traits), "since": JSONValue($0.since?.description), "verified": .bool($0.isVerified),
          ])
        }),
      "returnFreight": JSONValue(rule.returnFreight), "outboundFreight": JSONValue(rule.outboundFreight),
      "refund": JSONValue(rule.refund) { JSONValue($0) },
      "refundWaitsFor": .array(rule.refundWaitsFor.map { JSONValue($0) }), "notes": .array(rule.notes.map { .string($0) }),
    ])
  }

  fileprivate init(_ rule: GuaranteeRule) {
    self = .object([
      "since": JSONValue(rule.validity.since?.description), "through": JSONValue(rule.validity.through?.description),
      "basis": .string(rule.basis),
      "terms": .array(
        rule.terms.map {
          .object([
            "goods": .string($0.goods.rawValue), "period": JSONValue($0.period) { $0.map { JSONValue($0) } ?? .null },
          ])
        }),
      "startsAtDiscovery": JSONValue(rule.startsAtDiscovery) { .bool($0) },
      "presumption": rule.presumption.map { JSONValue($0) { JSONValue($0) } } ?? .null,
      "ladder": .array(
        rule.ladder.map {
          .object([
            "moment": JSONValue($0.moment),
            "remedies": JSONValue($0.remedies) { .array($0.map { .string($0.rawValue) }) },
          ])
        }),
      "repair": JSONValue(rule.repair) { effect in
        switch effect {
        case .none: .string("none")
        case .pause: .string("pause")
        case .prolongOnce(let period): .object(["prolongOnce": JSONValue(period)])
        }
      },
      "replacement": JSONValue(rule.replacement), "freight": JSONValue(rule.freight),
      "refund": JSONValue(rule.refund) { JSONValue($0) }, "notes": .array(rule.notes.map { .string($0) }),
    ])
  }

  fileprivate init(_ moment: GuaranteeRule.Stage.Moment) {
    self =
      switch moment {
      case .fromTheStart: .string("fromTheStart")
      case .afterRepair: .string("afterRepair")
      case .essential: .string("essential")
      case .within(let days): .object(["within": .integer(days)])
      case .uncured(let days): .object(["uncured": .integer(days)])
      }
  }
}
