import Foundation

extension DayPage {
  /// What the page's script needs, as JSON inside a `script` element: nothing in it can end the element.
  func data() throws -> Markup {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(DayPageData(self)), as: UTF8.self)
    // JSON has "<" only inside strings, where \u003c says the same; without it there is no "</script>" and no "<!--".
    return Markup(raw: text.replacing("<", with: "\\u003c"))
  }
}

/// The data of the page: the vehicles' stops with their places on the drawing, and all orders with every text kept once.
///
/// 20,000 orders have some 100,000 different reasons, most of them alike but for a time or an amount; so a text is kept as the
/// pieces it is made of.
private struct DayPageData: Encodable {
  struct Vehicle: Encodable {
    let id: String
    /// The stops in the order of the route.
    let stops: [Stop]
  }

  struct Stop: Encodable {
    let id: String
    let x: Double
    let y: Double
  }

  /// An order as a list, since the names of members would be most of the page: id, then customer, channel, moment, status,
  /// nodes, promise and cost as indices into `texts`, then the details, each its heading and its lines as such indices.
  struct Order: Encodable {
    let id: String
    let fields: [Int]
    let details: [[Int]]

    func encode(to encoder: any Encoder) throws {
      var container = encoder.unkeyedContainer()
      try container.encode(id)
      for field in fields { try container.encode(field) }
      try container.encode(details)
    }
  }

  let vehicles: [Vehicle]
  let leftOut: [Stop]
  let statuses: [String: String]
  let visible: Int
  let pieces: [String]
  /// Each text as indices into `pieces`.
  let texts: [[Int]]
  let orders: [Order]

  init(_ page: DayPage) {
    let frame = page.frame
    func stop(_ id: String, _ latitude: Double, _ longitude: Double) -> Stop {
      let place = frame.place(latitude, longitude)
      return Stop(id: id, x: (place.x * 10).rounded() / 10, y: (place.y * 10).rounded() / 10)
    }
    vehicles = page.routes.map { route in
      Vehicle(id: route.vehicle, stops: route.stops.map { stop($0.id, $0.latitude, $0.longitude) })
    }
    leftOut = page.report.leftOut.map { stop($0.id, $0.latitude, $0.longitude) }
    statuses = Dictionary(OrderRow.statuses, uniquingKeysWith: { first, _ in first })
    visible = DayPage.visibleOrders
    var pool = TextPool()
    orders = page.report.orders.map { order in
      let row = page.row(order)
      return Order(
        id: row.id,
        fields: [row.customer, row.channel, row.placed, row.status, row.from, row.promise, row.cost].map { pool.index(of: $0) },
        details: row.details.map { [pool.index(of: $0.heading)] + $0.lines.map { pool.index(of: $0) } })
    }
    pieces = pool.pieces
    texts = pool.texts
  }
}

/// Texts, each kept once, by the order in which they first came, and cut into pieces that are kept once too.
private struct TextPool {
  private(set) var pieces: [String] = []
  private(set) var texts: [[Int]] = []
  private var pieceIndices: [Substring: Int] = [:]
  private var textIndices: [String: Int] = [:]

  mutating func index(of text: String) -> Int {
    if let index = textIndices[text] { return index }
    var parts: [Int] = []
    for piece in Self.cut(text) { parts.append(index(ofPiece: piece)) }
    textIndices[text] = texts.count
    texts.append(parts)
    return texts.count - 1
  }

  private mutating func index(ofPiece piece: Substring) -> Int {
    if let index = pieceIndices[piece] { return index }
    pieceIndices[piece] = pieces.count
    pieces.append(String(piece))
    return pieces.count - 1
  }

  /// A text cut after each space that follows a digit or a mark: what differs from text to text are numbers.
  private static func cut(_ text: String) -> [Substring] {
    let bytes = text.utf8
    var parts: [Substring] = []
    var start = bytes.startIndex
    var last: UInt8 = 0
    for place in bytes.indices {
      let byte = bytes[place]
      let isMarked = (48...59).contains(last) || last == 44  // 0 to 9, colon, semicolon; comma
      if byte == 32, isMarked {
        let end = bytes.index(after: place)
        parts.append(text[start..<end])
        start = end
      }
      last = byte
    }
    if start < bytes.endIndex { parts.append(text[start...]) }
    return parts
  }
}
