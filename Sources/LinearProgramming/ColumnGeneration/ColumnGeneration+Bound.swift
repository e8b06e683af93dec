extension ColumnGeneration {
  /// What no point of the whole program can beat, under any prices: linear programming duality, worked out from the master's rows and static
  /// columns and a term for the generated ones (L. Lasdon, "Optimization Theory for Large Systems", 1970).
  ///
  /// - Parameters:
  ///   - prices: One for each row, of any size and sign.
  ///   - generated: For a minimum the least, for a maximum the greatest total reduced cost that generated columns can have together
  ///     in any point; what the search proves.
  /// - Returns: The bound; an infinity where a price points to a bound that a row or a static column does not have.
  /// - Complexity: O(entries + rows + columns) of the master.
  public func bound(at prices: Vector<Row>, generated: Double) -> Double {
    // A maximum is a minimum of the negative, prices included.
    let sign = master.sense == .minimize ? 1.0 : -1.0
    var total = sign * generated
    for (bounds, price) in zip(master.rowBounds, prices.elements) { total += bounds.least(times: sign * price) }
    var reduced = master.costs.prefix(staticCount).map { sign * $0 }
    for entry in master.entries where entry.column.index < staticCount {
      reduced[entry.column.index] -= sign * prices[entry.row] * entry.value
    }
    for (bounds, cost) in zip(master.columnBounds, reduced) { total += bounds.least(times: cost) }
    return sign * total + master.objectiveConstant
  }
}
