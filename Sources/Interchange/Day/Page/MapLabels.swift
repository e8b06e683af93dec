/// Places names beside their marks so that no two overlap: greedy, in the order given, each at the first of eight places
/// around its mark that is free; a name without a free place is not shown.
///
/// The page's script does the same again with true text widths whenever the map is zoomed.
struct MapLabels {
  /// A rectangle on the drawing.
  struct Box {
    var x, y, width, height: Double

    func overlaps(_ other: Box) -> Bool {
      x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
    }
  }

  /// Where a name stands, from its mark.
  struct Spot: Equatable {
    let dx: Double
    let dy: Double
    /// `start`, `middle` or `end`, as SVG's `text-anchor`.
    let anchor: String
  }

  /// A mark to be named.
  struct Mark {
    let x: Double
    let y: Double
    let name: String
  }

  static let spots = [
    Spot(dx: 11, dy: 4, anchor: "start"), Spot(dx: -11, dy: 4, anchor: "end"), Spot(dx: 0, dy: -12, anchor: "middle"),
    Spot(dx: 0, dy: 21, anchor: "middle"), Spot(dx: 9, dy: -8, anchor: "start"), Spot(dx: 9, dy: 17, anchor: "start"),
    Spot(dx: -9, dy: -8, anchor: "end"), Spot(dx: -9, dy: 17, anchor: "end"),
  ]

  /// What a letter of the labels' size takes, on average and generously.
  private static let letterWidth = 6.9
  private static let lineHeight = 15.0
  private static let markRadius = 8.0

  /// A spot for each mark, or `nil` where none is free. O(marks²).
  static func place(_ marks: [Mark]) -> [Spot?] {
    var taken = marks.map {
      Box(x: $0.x - markRadius, y: $0.y - markRadius, width: 2 * markRadius, height: 2 * markRadius)
    }
    return marks.map { mark in
      for spot in spots {
        let box = self.box(mark, spot)
        if taken.allSatisfy({ !$0.overlaps(box) }) {
          taken.append(box)
          return spot
        }
      }
      return nil
    }
  }

  /// The room that a name takes at a spot.
  static func box(_ mark: Mark, _ spot: Spot) -> Box {
    let width = Double(mark.name.count) * letterWidth
    let left = mark.x + spot.dx - (spot.anchor == "end" ? width : spot.anchor == "middle" ? width / 2 : 0)
    return Box(x: left, y: mark.y + spot.dy - 12, width: width, height: lineHeight)
  }
}
