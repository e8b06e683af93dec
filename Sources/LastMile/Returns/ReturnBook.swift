import Logistics
import Returns

/// The returns that a planner knows, found by their number, their order and their customer.
struct ReturnBook {
  /// A return with what was asked for, and how that was judged.
  struct Entry {
    let request: ReturnOrder
    let decisions: [ReturnDecision]
    fileprivate(set) var current: ReturnCase
  }

  private var entries: [ID<ReturnCase>: Entry] = [:]
  private var ofOrder: [ID<Order>: [ID<ReturnCase>]] = [:]
  private var ofCustomer: [String: [ID<ReturnCase>]] = [:]

  subscript(_ id: ID<ReturnCase>) -> Entry? { entries[id] }

  /// All returns, by number. O(n log n).
  var all: [Entry] { entries.sorted { $0.key < $1.key }.map(\.value) }

  /// The returns of an order, in the order in which they came.
  func entries(of order: ID<Order>) -> [Entry] { (ofOrder[order] ?? []).compactMap { entries[$0] } }

  /// The returns of an order as they stand now, in the order in which they came.
  func cases(of order: ID<Order>) -> [ReturnCase] { entries(of: order).map(\.current) }

  /// The returns of a customer, in the order in which they came.
  func cases(ofCustomer customer: String) -> [ReturnCase] { (ofCustomer[customer] ?? []).compactMap { entries[$0]?.current } }

  /// Notes a new return.
  mutating func open(_ opened: ReturnCase, _ request: ReturnOrder, _ decisions: [ReturnDecision]) {
    entries[opened.id] = Entry(request: request, decisions: decisions, current: opened)
    ofCustomer[opened.customer, default: []].append(opened.id)
    index(opened)
  }

  /// Notes how a return stands now.
  mutating func update(_ current: ReturnCase) {
    entries[current.id]?.current = current
    index(current)
  }

  /// Goods may turn out to be of another order than those that were asked for.
  private mutating func index(_ current: ReturnCase) {
    for order in Set(current.lots.compactMap { $0.origin.map { ID<Order>($0.order.text) } }) {
      guard !(ofOrder[order] ?? []).contains(current.id) else { continue }
      ofOrder[order, default: []].append(current.id)
    }
  }
}
