internal import Logistics

/// Promises whose day is not over, by the day.
struct OpenPromises: Sendable {
  /// A promise of an order made at a level.
  struct Promise: Sendable {
    let order: ID<Consignment>
    let index: Int
    let days: Int
  }

  private var due: [Int: [Promise]] = [:]

  mutating func add(_ promise: Promise, dueOn day: Int) { due[day, default: []].append(promise) }

  /// Those whose day this was, in the order in which they were made.
  mutating func take(dueOn day: Int) -> [Promise] { due.removeValue(forKey: day) ?? [] }
}
