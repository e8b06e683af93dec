/// The holds that wait for units of one line of an inbound, oldest hold first.
struct PegQueue {
  private(set) var pegs: [(hold: Int, quantity: Int)] = []

  var first: (hold: Int, quantity: Int)? { pegs.first }
  var last: (hold: Int, quantity: Int)? { pegs.last }

  /// Changes how many units a hold waits for.
  mutating func change(_ hold: Int, by quantity: Int) {
    var low = 0
    var high = pegs.count
    while low < high {
      let middle = (low + high) / 2
      if pegs[middle].hold < hold { low = middle + 1 } else { high = middle }
    }
    guard low < pegs.count, pegs[low].hold == hold else {
      pegs.insert((hold, quantity), at: low)
      return
    }
    pegs[low].quantity += quantity
    if pegs[low].quantity == 0 { pegs.remove(at: low) }
  }
}
