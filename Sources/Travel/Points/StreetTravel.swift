/// How far and how long it is between points by a model of streets, for whoever meets points one after the other: the numbers of
/// `TravelMatrix(between:streets:)`, without a matrix.
package struct StreetTravel: Sendable {
  private let rule: StreetRule

  /// Ways by a model. No way of any model is beyond ``TravelMatrix/longest``.
  package init(streets: StreetModel) { rule = StreetRule(streets: streets) }

  /// The way between two points, which is as long back.
  package func way(_ origin: TravelPoint, _ destination: TravelPoint) -> StreetWay {
    let way = rule.way(arc: StreetRule.arc(squaredChord: origin.squaredDistance(to: destination)))
    return StreetWay(metres: Int32(way.metres), seconds: Int32(way.seconds))
  }

  /// The ways between one point and each of others. O(points).
  package func ways(_ origin: TravelPoint, _ others: [TravelPoint]) -> [StreetWay] {
    others.withUnsafeBufferPointer { others in
      [StreetWay](unsafeUninitializedCapacity: others.count) { ways, count in
        for index in others.indices { (ways.baseAddress! + index).initialize(to: way(origin, others[index])) }
        count = others.count
      }
    }
  }
}
