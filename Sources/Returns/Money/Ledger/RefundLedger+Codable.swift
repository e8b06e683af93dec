public import Logistics

extension RefundLedger: Codable {
  private enum CodingKeys: String, CodingKey {
    case order, entries
  }

  /// The ledger of an order after entries that were made before.
  ///
  /// - Throws: `InvalidInput` with the first entry that is not possible after those before it.
  public init(_ order: PaidOrder, replaying entries: [Entry]) throws(InvalidInput) {
    self.init(order)
    for (index, entry) in entries.enumerated() {
      let count = self.entries.count
      let outcome: String
      switch entry {
      case .refund(let request): outcome = "\(record(request))"
      case .reversal(let id): outcome = "\(reverse(id))"
      case .compensation(let compensation): outcome = "\(compensate(compensation) as Any)"
      }
      guard self.entries.count == count + 1 else {
        throw InvalidInput(
          "ledger of order \(order.id)",
          [Fault(at: "entries[\(index)]", found: outcome, expected: "an entry that was possible there")])
      }
    }
  }

  /// Decodes the entries and replays them, so that no value comes of it that could not have happened.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let order = try container.decode(PaidOrder.self, forKey: .order)
    let entries = try container.decode([Entry].self, forKey: .entries)
    do {
      try self.init(order, replaying: entries)
    } catch {
      throw DecodingError.dataCorruptedError(forKey: .entries, in: container, debugDescription: "\(error)")
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(order, forKey: .order)
    try container.encode(entries, forKey: .entries)
  }
}
