extension CartSearch {
  /// The nodes that could be in a plan that costs less than one that is known, after a day was looked at.
  ///
  /// By the relaxation in which the program proves its plans: a node in a plan has a parcel of its own, of some lines or of none.
  mutating func hopeful(_ problem: borrowing CartProblem, below cost: Int) -> [Int] {
    // The least that each set of lines costs in any way, with the parts that lines have.
    let all = sets - 1
    func rest(_ set: Int) -> Int { min(leftOut.base[set], one.base[set], more.base[set]) }
    var least = [Int](repeating: CartProblem.never, count: classes.count * sets)
    for (number, found) in classes.enumerated() {
      let row = number * sets
      for set in 0..<sets {
        let lines = set.nonzeroBitCount
        let picking = lines * found.perUnit + (units.base[set] - lines) * leastPerUnit
        least[row + set] = min(
          CartProblem.never, self.least(singlePrices.base, found, set) + picking + (set == all ? 0 : rest(all ^ set)))
      }
      // Who has some lines may send fewer.
      var bit = 1
      while bit < sets {
        for set in 0..<sets where set & bit != 0 { least[row + set] = min(least[row + set], least[row + (set ^ bit)]) }
        bit <<= 1
      }
    }
    return (0..<problem.nodeCount).filter { node in
      guard classOf.base[node] >= 0 else { return false }
      return problem.handlingPerParcel[node] + least[Int(classOf.base[node]) * sets + Int(any.base[node])] < cost
    }
  }
}
