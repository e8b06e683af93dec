import Sourcing

/// A plan for each order so far, and what they leave.
struct WaveState {
  private let model: WaveModel
  /// `nil` only while an order is planned anew.
  private(set) var plans: [OrderPlan?]
  private(set) var left: [Int]
  private(set) var parcelsLeft: [Int]
  /// Of the orders that have a plan, scaled, with their offsets.
  private(set) var cost = 0
  /// How many orders must ship and do not.
  private(set) var missing = 0
  /// For each contested cell, by its place, the orders that take from it.
  private(set) var holders: [[Int32]]
  /// The same for each row, if its parcels are contested.
  private(set) var rowHolders: [[Int32]]
  private let isContestedRow: [Bool]

  /// No order has a plan yet.
  init(_ model: WaveModel) {
    self.model = model
    plans = [OrderPlan?](repeating: nil, count: model.table.orders.count)
    left = model.stock
    parcelsLeft = model.parcelLimits
    holders = [[Int32]](repeating: [], count: model.contestedCells.count)
    rowHolders = [[Int32]](repeating: [], count: model.parcelLimits.count)
    var contested = [Bool](repeating: false, count: model.parcelLimits.count)
    for row in model.contestedRows { contested[row] = true }
    isContestedRow = contested
  }

  /// Whether an order must ship and does not.
  func isMissing(_ order: Int) -> Bool { model.table.orders[order].mustShip && plans[order]?.parts.isEmpty == true }

  /// Gives an order a plan that fits what is left.
  mutating func take(_ plan: OrderPlan, for order: Int) {
    precondition(plans[order] == nil, "order \(order) has a plan")
    for (number, part) in plan.parts.enumerated() {
      let cell = model.cell(part, of: order)
      left[cell] -= part.units
      precondition(left[cell] >= 0, "cell \(cell) was oversold by order \(order)")
      let place = Int(model.place[cell])
      if place >= 0 { holders[place].append(Int32(order)) }
      if plan.opensParcel(number) {
        let row = Int(model.table.candidates[part.candidate].row)
        if parcelsLeft[row] < .max { parcelsLeft[row] -= 1 }
        precondition(parcelsLeft[row] >= 0, "row \(row) ships too many parcels")
        if isContestedRow[row] { rowHolders[row].append(Int32(order)) }
      }
    }
    plans[order] = plan
    cost += plan.cost
    if isMissing(order) { missing += 1 }
  }

  /// Whether there is enough left for a plan of an order.
  func fits(_ plan: OrderPlan, of order: Int) -> Bool {
    for (number, part) in plan.parts.enumerated() {
      var (units, parcels) = (part.units, 1)
      // Only several parcels of a lane are of one row, and can be of one cell: an item is all lines of a product.
      if part.parcel > 0 {
        parcels += part.parcel
        for other in plan.parts[..<number] where other.candidate == part.candidate && other.item == part.item {
          units += other.units
        }
      }
      if parcelsLeft[Int(model.table.candidates[part.candidate].row)] < parcels { return false }
      if left[model.cell(part, of: order)] < units { return false }
    }
    return true
  }

  /// Takes an order's plan away; `nil` if it has none.
  @discardableResult
  mutating func release(_ order: Int) -> OrderPlan? {
    guard let plan = plans[order] else { return nil }
    if isMissing(order) { missing -= 1 }
    for (number, part) in plan.parts.enumerated() {
      let cell = model.cell(part, of: order)
      left[cell] += part.units
      let place = Int(model.place[cell])
      if place >= 0 { Self.remove(order, from: &holders[place]) }
      if plan.opensParcel(number) {
        let row = Int(model.table.candidates[part.candidate].row)
        if parcelsLeft[row] < .max { parcelsLeft[row] += 1 }
        if isContestedRow[row] { Self.remove(order, from: &rowHolders[row]) }
      }
    }
    plans[order] = nil
    cost -= plan.cost
    return plan
  }

  /// What some of the orders have and may take more of: of contested cells and rows that are not theirs nothing is left. The plans of
  /// the others stay, and must not be touched.
  ///
  /// - Parameters:
  ///   - isOwn: by order.
  ///   - ownsRow: by row, of all its cells.
  func district(_ isOwn: [Bool], ownsRow: (Int) -> Bool) -> WaveState {
    var district = self
    for cell in model.contestedCells where !ownsRow(model.row(ofCell: cell)) { district.left[cell] = 0 }
    for row in model.contestedRows where !ownsRow(row) { district.parcelsLeft[row] = 0 }
    district.holders = [[Int32]](repeating: [], count: holders.count)
    district.rowHolders = [[Int32]](repeating: [], count: rowHolders.count)
    for order in model.contending where isOwn[order] {
      guard let plan = plans[order] else { continue }
      for (number, part) in plan.parts.enumerated() {
        let place = Int(model.place[model.cell(part, of: order)])
        if place >= 0 { district.holders[place].append(Int32(order)) }
        let row = Int(model.table.candidates[part.candidate].row)
        if plan.opensParcel(number), isContestedRow[row] { district.rowHolders[row].append(Int32(order)) }
      }
    }
    return district
  }

  private static func remove(_ order: Int, from list: inout [Int32]) {
    guard let place = list.lastIndex(of: Int32(order)) else { return }
    list.swapAt(place, list.count - 1)
    list.removeLast()
  }
}
