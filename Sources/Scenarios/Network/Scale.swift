/// How a day of some number of orders compares with the day of 1,500 orders for which the numbers of vehicles, units and
/// parcels are written down.
struct Scale {
  let orders: Int

  /// A number for that many orders, rounded to nearest but at least one.
  func applied(to number: Int) -> Int { max(1, (number * orders + 750) / 1500) }
}
