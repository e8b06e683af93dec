import Logistics

/// What has been refunded of a line so far, in minor units.
struct LineStanding: Hashable, Sendable {
  /// Units that came back.
  var units = 0
  /// Units whose price was reduced and that did not come back, and by how much that was.
  var reduced = 0
  var reduction = 0
  /// All that was refunded, reductions included.
  var refunded = 0
  var discount = 0
  /// By the taxes of the line.
  var taxes: [Int]

  /// What is refunded of the line if it came to stand like this: as much as brings the sum to what was paid for the units that
  /// came back, rounded down once, and the reductions that stand. So every sequence of refunds comes to the same sum, and the
  /// last one to what was paid.
  func goods(of line: PaidLine, after units: Int, _ reduction: Int) -> Int {
    let target = line.paid(for: units) + reduction
    return min(max(0, target - refunded), line.paid.amount - refunded)
  }

  /// The tax in a refund of so much.
  func taxes(of line: PaidLine, in goods: Int) -> [Int] {
    line.taxes.indices.map { index in
      containedTax(
        line.taxes[index].amount.amount, given: taxes[index], after: refunded + goods, of: line.paid.amount)
    }
  }
}

/// The tax that falls on the next part of an amount, so that the tax of the whole is reached with its last part.
func containedTax(_ tax: Int, given: Int, after refunded: Int, of paid: Int) -> Int {
  paid == 0 ? 0 : max(0, share(tax, refunded, of: paid) - given)
}
