/// The part of an amount that falls on so many of so many, rounded down: `amount * part / whole` without overflow.
///
/// - Precondition: nothing is negative, `whole` is at least one and `part` at most that.
func share(_ amount: Int, _ part: Int, of whole: Int) -> Int {
  whole.dividingFullWidth(amount.multipliedFullWidth(by: part)).quotient
}
