extension PointTravel {
  /// The most metres and the most seconds of any way.
  ///
  /// - Complexity: O(n log² n) for points as towns have them: boxes too close to each other are not looked into.
  func longestWay() -> (metres: Int, seconds: Int) {
    let tree = PointTree(points)
    var longest = (metres: 0, seconds: 0)
    if !tree.nodes.isEmpty { tree.lengthen(&longest, 0, 0, self) }
    return longest
  }
}

extension PointTree {
  /// Looks between the points of two nodes for a way longer than those known.
  fileprivate func lengthen(_ longest: inout (metres: Int, seconds: Int), _ left: Int, _ right: Int, _ travel: PointTravel) {
    let (one, other) = (nodes[left], nodes[right])
    let most = travel.most(squared: one.box.farthest(to: other.box))
    if most.metres <= longest.metres && most.seconds <= longest.seconds { return }
    if one.isLeaf && other.isLeaf {
      for from in one.range {
        for to in other.range {
          let way = travel.way(squared: points[from].squaredDistance(to: points[to]))
          longest = (max(longest.metres, way.metres), max(longest.seconds, way.seconds))
        }
      }
    } else if left == right {
      lengthen(&longest, one.halves.0, one.halves.1, travel)
      lengthen(&longest, one.halves.0, one.halves.0, travel)
      lengthen(&longest, one.halves.1, one.halves.1, travel)
    } else {
      // The larger is divided, and its farther half looked at first.
      let (divided, whole) = other.isLeaf || !one.isLeaf && one.range.count >= other.range.count ? (one, right) : (other, left)
      let (first, second) = divided.halves
      let box = nodes[whole].box
      let isInOrder = nodes[first].box.farthest(to: box) >= nodes[second].box.farthest(to: box)
      lengthen(&longest, isInOrder ? first : second, whole, travel)
      lengthen(&longest, isInOrder ? second : first, whole, travel)
    }
  }
}
