extension PointTree {
  /// Finds the ways from a point to those nearest, ties by number, as keys: see ``NearestKeys``.
  ///
  /// - Parameter number: What the caller calls the point itself, which is left out.
  func nearest(to point: TravelPoint, numbered number: Int, _ travel: PointTravel, _ keys: inout NearestKeys) {
    if !nodes.isEmpty { look(in: 0, point, number, travel, &keys) }
  }

  private func look(in node: Int, _ point: TravelPoint, _ number: Int, _ travel: PointTravel, _ keys: inout NearestKeys) {
    let (first, second) = nodes[node].halves
    guard first != 0 else {
      for index in nodes[node].range where numbers[index] != number {
        let squared = point.squaredDistance(to: points[index])
        keys.insert(NearestKeys.key(2 * travel.way(squared: squared).metres, numbers[index]))
      }
      return
    }
    // What is nearer, or else has lesser numbers, comes first: then the rest is more often too far.
    let near = least(first, point, travel)
    let far = least(second, point, travel)
    let isInOrder = near <= far
    if keys.takes(min(near, far)) { look(in: isInOrder ? first : second, point, number, travel, &keys) }
    if keys.takes(max(near, far)) { look(in: isInOrder ? second : first, point, number, travel, &keys) }
  }

  /// A key that is no greater than that of any point of a node.
  private func least(_ node: Int, _ point: TravelPoint, _ travel: PointTravel) -> UInt64 {
    NearestKeys.key(2 * travel.least(squared: nodes[node].box.nearest(to: point)), nodes[node].least)
  }
}
