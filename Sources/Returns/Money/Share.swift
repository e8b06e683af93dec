/// The part of an amount that falls on so many of so many, rounded down: `amount * part / whole` without overflow.
///
/// - Precondition: nothing is negative, `whole` is at least one and `part` at most that.
func share(_ amount: Int, _ part: Int, of whole: Int) -> Int {
  whole.dividingFullWidth(amount.multipliedFullWidth(by: part)).quotient
}

/// Spreads an amount in proportion to weights, exactly: each part is its share rounded down, and what is left goes a unit each to
/// the parts whose shares lost most, the first of equals first (largest remainder, Hamilton's method).
///
/// No part is above its weight if the amount is not above their sum. O(n log n).
///
/// - Precondition: nothing is negative, and the weights have a sum of at least one or the amount is zero.
func spread(_ amount: Int, over weights: [Int]) -> [Int] {
  let whole = weights.reduce(0, +)
  guard whole > 0 else { return weights.map { _ in 0 } }
  let divided = weights.map { whole.dividingFullWidth(amount.multipliedFullWidth(by: $0)) }
  var parts = divided.map(\.quotient)
  let left = amount - parts.reduce(0, +)
  let order = weights.indices.sorted { (divided[$1].remainder, $0) < (divided[$0].remainder, $1) }
  for index in order.prefix(left) { parts[index] += 1 }
  return parts
}
