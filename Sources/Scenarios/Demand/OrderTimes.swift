/// When orders come in: the Monday before the holiday from 9 to midnight and the whole of the holiday.
enum OrderTimes {
  /// Orders in each hour of Monday from 9:00 on, of 1,000 on both days. A sale ends at 18:00.
  private static let monday = [44, 54, 60, 64, 56, 50, 50, 54, 58, 36, 36, 38, 36, 28, 16]
  /// Orders in each hour of the holiday, of 1,000 on both days.
  private static let tuesday = [
    6, 3, 1, 1, 1, 1, 2, 4, 8, 12, 18, 22, 22, 18, 16, 18, 20, 22, 24, 26, 28, 26, 14, 7,
  ]

  /// So many moments, ascending.
  static func draw(count: Int, _ random: inout SeededRandom) -> [(daysBefore: Int, second: Int)] {
    let hours = WeightedChoice(
      monday.enumerated().map { (element: (daysBefore: 2, hour: $0.offset + 9), weight: $0.element) }
        + tuesday.enumerated().map { (element: (daysBefore: 1, hour: $0.offset), weight: $0.element) })
    return (0..<count).map { _ in
      let (daysBefore, hour) = hours.draw(&random)
      return (daysBefore, hour * 3600 + random.number(below: 3600))
    }.sorted { ($1.daysBefore, $0.second) < ($0.daysBefore, $1.second) }
  }
}
